/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('docs_reports', table => {
    table.comment('What the newest builds of docs found, one row per entity');
    table.string('entity_ref', 512).primary();
    table.bigInteger('checked_at').comment('ms since 1970, of the report');
    table.integer('pages');
    table.text('counts').comment('JSON: findings by kind');
    table.text('findings').comment('JSON: the first findings');
    table.bigInteger('failed_at').comment('ms since 1970, of the failure');
    table.text('failure').comment('Why the newest build failed');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('docs_reports');
};
