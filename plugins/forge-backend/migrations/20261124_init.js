/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('access_tokens', table => {
    table.comment('Personal tokens for Git; the secret itself is not kept');
    table.string('id', 16).primary();
    table.string('user_entity_ref').notNullable().index();
    table.string('name').notNullable();
    table.string('secret_hash', 64).notNullable().comment('SHA-256, hex');
    table.bigInteger('created_at').notNullable().comment('ms since 1970');
    table.bigInteger('expires_at').notNullable().comment('ms since 1970');
    table.bigInteger('last_used_at').comment('ms since 1970');
  });
  await knex.schema.createTable('live_process', table => {
    table.comment('The one process that serves the embedded host');
    table.integer('id').primary();
    table.string('instance_id', 36).notNullable();
    table.string('hostname').notNullable();
    table.integer('pid').notNullable();
    table.bigInteger('beat').notNullable().comment('Counts up while alive');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('live_process');
  await knex.schema.dropTable('access_tokens');
};
