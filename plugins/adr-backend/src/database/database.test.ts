import type { Knex } from 'knex';
import { DEFAULT_SETTINGS } from '@groundwork/plugin-adr-common';
import { buildIndex } from '../index/buildIndex';
import { DecisionLog } from '../log/DecisionLog';
import type { SourcePlan } from '../sources/SourcePlan';
import { createDatabase, databases } from '../__testUtils__/databases';
import { DecisionReader } from './DecisionReader';
import { wordsOf } from './fullText';
import { IndexWriter } from './IndexWriter';
import { MIGRATIONS_DIRECTORY } from './migrateDatabase';
import { ProposalStore, type StoredProposal } from './ProposalStore';
import { SourceStore } from './SourceStore';

jest.setTimeout(60_000);

const PLAN: SourcePlan = {
  id: 'acme/orders',
  location: {
    kind: 'forge',
    host: 'embedded',
    namespace: 'acme',
    name: 'orders',
  },
  places: [
    { entityRef: 'component:default/orders', directory: '', folders: [] },
  ],
};

const ALL = () => true;

const QUERY = {
  facets: {},
  sort: 'relevance' as const,
  order: 'desc' as const,
  limit: 50,
  offset: 0,
};

function index(files: Record<string, string>) {
  return buildIndex(
    {
      fingerprint: '1',
      folders: [
        {
          path: 'docs/adr',
          entityRef: 'component:default/orders',
          entityRefs: ['component:default/orders'],
        },
      ],
      files: Object.entries(files).map(([path, text]) => ({ path, text })),
      settings: new Map(),
      exists: () => true,
    },
    {
      source: PLAN.id,
      today: '2026-01-01',
      lint: DEFAULT_SETTINGS,
      forge: { findHost: () => undefined },
    },
  );
}

const text = (title: string, body: string) =>
  `# ${title}\n\n## Context\n\n${body}\n\n## Decision\n\nYes.\n`;

describe.each(databases.eachSupportedId())(
  'the tables of the log on %s',
  id => {
    let knex: Knex;
    let writer: IndexWriter;
    let sources: SourceStore;
    let log: DecisionLog;

    beforeEach(async () => {
      knex = await createDatabase(id);
      writer = IndexWriter.create(knex);
      sources = SourceStore.create(knex);
      log = DecisionLog.create(DecisionReader.create(knex));
      await sources.replacePlans([PLAN], { now: 1_000, retentionMs: 500 });
    });

    afterEach(() => knex.destroy());

    async function write(
      files: Record<string, string>,
      moves: { oldPath: string; newPath: string }[] = [],
    ) {
      await writer.replace(PLAN.id, await index(files), {
        moves,
        also: async () => undefined,
      });
    }

    async function find(words: string) {
      const { items } = await log.list({ ...QUERY, text: words }, ALL);
      return items.map(({ title }) => title);
    }

    it('can be taken back and made again', async () => {
      await write({ 'docs/adr/0001-a.md': text('A', 'B') });
      await knex.migrate.rollback({ directory: MIGRATIONS_DIRECTORY }, true);
      expect(await knex.schema.hasTable('decisions')).toBe(false);
      await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
      expect(await find('b')).toEqual([]);
    });

    it('finds words by their beginnings, without regard to case and accents, in titles first', async () => {
      await write({
        'docs/adr/0001-a.md': text('Keep orders', 'Streams and PostgreSQL'),
        'docs/adr/0002-b.md': text('Use streams', 'Orders are many'),
        'docs/adr/0003-c.md': text('Other', 'Nothing'),
      });
      expect(await find('stream')).toEqual(['Use streams', 'Keep orders']);
      expect(await find('POSTGRES streams')).toEqual(['Keep orders']);
      expect(await find('"streams" OR other')).toEqual([]);
    });

    it('forgets the words of a text that was replaced', async () => {
      await write({ 'docs/adr/0001-a.md': text('A', 'zebra') });
      await write({ 'docs/adr/0001-a.md': text('A', 'giraffe') });
      expect(await find('zebra')).toEqual([]);
      expect(await find('giraffe')).toEqual(['A']);
    });

    it.each([
      '*',
      '-',
      '"',
      "'",
      '(',
      'a:b',
      '\\',
      'NEAR(a b)',
      '🙂',
      '%',
      '&|!',
    ])('takes %j for words, not for an operator', async words => {
      await write({ 'docs/adr/0001-a.md': text('A', 'B') });
      await expect(find(words)).resolves.toBeInstanceOf(Array);
    });

    it('stores texts with any characters', async () => {
      await write({ 'docs/adr/0001-a.md': text('A\0🙂', 'B\0 \uD800') });
      expect(await find('a')).toHaveLength(1);
    });

    it('follows a record through several renames, and back', async () => {
      await write({ 'docs/adr/0001-a.md': text('A', 'B') });
      await write({ 'docs/adr/0001-b.md': text('A', 'B') }, [
        { oldPath: 'docs/adr/0001-a.md', newPath: 'docs/adr/0001-b.md' },
      ]);
      await write({ 'docs/adr/0001-c.md': text('A', 'B') }, [
        { oldPath: 'docs/adr/0001-b.md', newPath: 'docs/adr/0001-c.md' },
      ]);
      const lead = (name: string) =>
        log.resolve(`acme/orders/-/docs/adr/${name}.md`, ALL);
      await expect(lead('0001-a')).resolves.toMatchObject({
        address: { path: 'docs/adr/0001-c.md' },
      });
      await write({ 'docs/adr/0001-a.md': text('A', 'B') }, [
        { oldPath: 'docs/adr/0001-c.md', newPath: 'docs/adr/0001-a.md' },
      ]);
      await expect(lead('0001-a')).resolves.toMatchObject({ type: 'decision' });
      await expect(lead('0001-b')).resolves.toMatchObject({
        address: { path: 'docs/adr/0001-a.md' },
      });
    });

    it('writes all of a repository or nothing', async () => {
      await write({ 'docs/adr/0001-a.md': text('A', 'B') });
      await expect(
        writer.replace(
          PLAN.id,
          await index({ 'docs/adr/0002-b.md': text('B', 'C') }),
          {
            moves: [],
            also: async () => {
              throw new Error('interrupted');
            },
          },
        ),
      ).rejects.toThrow('interrupted');
      expect(await find('b')).toEqual(['A']);
    });

    it('keeps a source that has left the catalog until its time is over', async () => {
      await write({ 'docs/adr/0001-a.md': text('A', 'B') });
      const look = (now: number, plans: SourcePlan[] = []) =>
        sources.replacePlans(plans, { now, retentionMs: 500 });
      expect(await look(2_000)).toEqual([]);
      expect(await look(2_400)).toEqual([]);
      expect(await look(2_600)).toEqual([PLAN.id]);
      await writer.remove(PLAN.id);
      expect(await find('a')).toEqual([]);
      expect(await sources.list()).toEqual([]);
    });

    it('reads a source again at once when it is described differently, or is back', async () => {
      await sources.noteUnchanged(PLAN.id, 1_500);
      const tried = async () => (await sources.find(PLAN.id))?.triedAt;
      await sources.replacePlans([PLAN], { now: 2_000, retentionMs: 500 });
      expect(await tried()).toBe(1_500);
      await sources.replacePlans([{ ...PLAN, places: [] }], {
        now: 2_000,
        retentionMs: 500,
      });
      expect(await tried()).toBeUndefined();
    });

    it('remembers when a source was read last, and why it was not since', async () => {
      await sources.noteRead(PLAN.id, {
        fingerprint: 'f',
        commit: 'c',
        checkedOn: '2026-01-01',
        at: 1_700_000_000_000,
      });
      await sources.noteFailure(PLAN.id, 'gone', 1_700_000_100_000);
      expect(await sources.listFailed()).toMatchObject([
        {
          readAt: 1_700_000_000_000,
          triedAt: 1_700_000_100_000,
          error: 'gone',
        },
      ]);
      await sources.noteUnchanged(PLAN.id, 1_700_000_200_000);
      expect(await sources.listFailed()).toEqual([]);
    });

    it('replaces the proposals of one source only', async () => {
      const proposals = ProposalStore.create(knex);
      await sources.replacePlans([PLAN, { ...PLAN, id: 'acme/other' }], {
        now: 1,
        retentionMs: 1,
      });
      const proposal = (source: string, digit: string): StoredProposal => ({
        id: digit.repeat(24),
        source,
        change: 1,
        changeUrl: '/x',
        head: 'h',
        author: 'user:default/dana',
        folder: 'docs/adr',
        path: `docs/adr/000${digit}-a.md`,
        entityRef: 'component:default/orders',
        title: digit,
        status: 'proposed',
        decisionMakers: [],
        supersedes: [],
      });
      await proposals.replace(PLAN.id, [proposal(PLAN.id, '1')]);
      await proposals.replace('acme/other', [proposal('acme/other', '2')]);
      await proposals.replace(PLAN.id, [proposal(PLAN.id, '3')]);
      const titles = (await proposals.list()).map(({ title }) => title);
      expect(titles).toEqual(['3', '2']);
      expect(await proposals.list([PLAN.id])).toHaveLength(1);
    });
  },
);

describe('wordsOf', () => {
  it('takes words and numbers of any script, and not too many', () => {
    expect(wordsOf('Use "PostgreSQL" 17, bitte: größer 予約')).toEqual([
      'Use',
      'PostgreSQL',
      '17',
      'bitte',
      'größer',
      '予約',
    ]);
    expect(wordsOf('a '.repeat(100))).toHaveLength(12);
  });
});
