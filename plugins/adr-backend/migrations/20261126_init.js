/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createSources(knex);
  await createDecisions(knex);
  await createReferences(knex);
  await createProposals(knex);
  await createTexts(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (isSqlite(knex)) {
    await knex.schema.dropTable('texts_index');
  }
  for (const table of [
    'texts',
    'proposals',
    'moves',
    'findings',
    'links',
    'decisions',
    'folders',
    'sources',
  ]) {
    await knex.schema.dropTable(table);
  }
};

function isSqlite(knex) {
  return knex.client.config.client.includes('sqlite');
}

async function createSources(knex) {
  await knex.schema.createTable('sources', table => {
    table.comment('Repositories that are read, and how that went');
    table.string('id').primary().comment('acme/orders, github.com/acme/orders');
    table.text('plan').notNullable().comment('JSON: where it is, and for whom');
    table.text('fingerprint').comment('What was read last; absent: nothing');
    table.string('commit', 64);
    table.string('checked_on', 10).comment('YYYY-MM-DD of the rules');
    table.bigInteger('read_at').comment('ms since 1970');
    table.bigInteger('tried_at').comment('ms since 1970');
    table.text('error').comment('Why the last attempt failed');
    table
      .bigInteger('missing_since')
      .comment('Not in the catalog; ms since 1970');
  });
  await knex.schema.createTable('folders', table => {
    table.comment('Directories of records, and the entity that they are about');
    table
      .string('source_id')
      .notNullable()
      .references('sources.id')
      .onDelete('CASCADE');
    table.string('path', 1024).notNullable();
    table.string('entity_ref').notNullable().index();
    table.text('entity_refs').notNullable().comment('JSON: all that share it');
    table.string('owner_ref');
    table.string('system_ref');
    table.primary(['source_id', 'path']);
  });
}

async function createDecisions(knex) {
  await knex.schema.createTable('decisions', table => {
    table.string('id', 24).primary().comment('Of source and path');
    table
      .string('source_id')
      .notNullable()
      .references('sources.id')
      .onDelete('CASCADE');
    table.string('folder', 1024).notNullable();
    table.string('path', 1024).notNullable();
    table.string('blob', 64).comment('The id of the content');
    table.integer('number');
    table.text('title').notNullable();
    table.string('status', 16).notNullable();
    table.string('date', 10).comment('YYYY-MM-DD; a day, not a moment');
    table.string('format', 16).notNullable();
    table.string('entity_ref').notNullable();
    table.string('owner_ref');
    table.string('system_ref');
    table.text('chosen_option');
    table.text('tags').notNullable().comment('JSON');
    table.text('rules').notNullable().comment('JSON: rules with findings');
    table.text('affects').notNullable().comment('JSON');
    table.text('people').notNullable().comment('JSON: decision makers');
    table.text('details').notNullable().comment('JSON: what only a page shows');
    table.index(['source_id', 'folder']);
    table.index(['entity_ref']);
    table.index(['system_ref']);
    table.index(['status', 'date']);
  });
}

async function createReferences(knex) {
  await knex.schema.createTable('links', table => {
    table.comment('Edges between decisions, by the source that states them');
    table
      .string('source_id')
      .notNullable()
      .references('sources.id')
      .onDelete('CASCADE');
    table.string('from_id', 24).notNullable().index();
    table.string('to_id', 24).notNullable().index();
    table.string('type', 16).notNullable();
    table.integer('from_line');
    table.integer('to_line');
    table.primary(['source_id', 'from_id', 'to_id', 'type']);
  });
  await knex.schema.createTable('findings', table => {
    table
      .string('decision_id', 24)
      .notNullable()
      .index()
      .references('decisions.id')
      .onDelete('CASCADE');
    table.string('rule', 40).notNullable();
    table.string('severity', 8).notNullable();
    table.integer('line').notNullable();
    table.text('message').notNullable();
    table.text('remedy').notNullable();
  });
  await knex.schema.createTable('moves', table => {
    table.comment('Where records that were renamed are now');
    table
      .string('source_id')
      .notNullable()
      .references('sources.id')
      .onDelete('CASCADE');
    table.string('old_path', 1024).notNullable();
    table.string('new_path', 1024).notNullable();
    table.primary(['source_id', 'old_path']);
  });
}

async function createProposals(knex) {
  await knex.schema.createTable('proposals', table => {
    table.comment('Records that open changes would add or change');
    table.string('id', 24).primary();
    table
      .string('source_id')
      .notNullable()
      .index()
      .references('sources.id')
      .onDelete('CASCADE');
    table.integer('change').notNullable();
    table.string('folder', 1024).notNullable();
    table.string('path', 1024).notNullable();
    table.string('entity_ref').notNullable().index();
    table.string('owner_ref');
    table.text('record').notNullable().comment('JSON');
  });
}

async function createTexts(knex) {
  await knex.schema.createTable('texts', table => {
    table.increments('position').comment('What the index of words counts by');
    table
      .string('id', 24)
      .notNullable()
      .unique()
      .references('decisions.id')
      .onDelete('CASCADE');
    table.text('title').notNullable();
    table.text('text').notNullable();
  });
  if (isSqlite(knex)) {
    await knex.raw(
      "CREATE VIRTUAL TABLE texts_index USING fts5(title, text, content = 'texts', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')",
    );
    return;
  }
  await knex.raw(
    "ALTER TABLE texts ADD COLUMN words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', text), 'B')) STORED",
  );
  await knex.raw('CREATE INDEX texts_words ON texts USING gin(words)');
}
