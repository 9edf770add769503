/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('groundwork_reservations', table => {
    table.comment('Names and the task that takes them');
    table
      .string('name', 512)
      .primary()
      .comment('A repository or an entity, as a text that names it');
    table.string('task_id').notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('groundwork_reservations');
};
