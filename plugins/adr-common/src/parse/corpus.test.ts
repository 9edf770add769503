import { DecisionGraph } from '../folder/DecisionGraph';
import { readFolder } from '../folder/readFolder';
import { parseDecision } from './parseDecision';
import { readCorpus } from '../testing/readCorpus';

const { files, truth } = readCorpus();
const records = files.map(parseDecision);
const graph = DecisionGraph.create(records);

describe('the corpus of records', () => {
  it('has more than sixty records in every form', () => {
    const formats = new Set(Object.values(truth).map(({ format }) => format));
    expect(files.length).toBeGreaterThan(60);
    expect([...formats].sort()).toEqual([
      'log4brains',
      'madr-2',
      'madr-3',
      'madr-4',
      'nygard',
      'other',
    ]);
  });

  it.each(records.map(record => [record.path, record] as const))(
    'reads %s as a person does',
    (path, record) => {
      const { links: _links, ...expected } = truth[path];
      expect({
        title: record.title,
        status: record.status,
        date: record.date,
        number: record.number,
        format: record.format,
        decisionMakers: record.decisionMakers,
        consulted: record.consulted,
        informed: record.informed,
        authors: record.authors,
        tags: record.tags,
        problems: [...new Set(record.problems.map(({ kind }) => kind))].sort(),
      }).toEqual({
        date: undefined,
        number: undefined,
        decisionMakers: [],
        consulted: [],
        informed: [],
        authors: [],
        tags: [],
        problems: [],
        ...expected,
      });
    },
  );

  it.each(Object.keys(truth).filter(path => truth[path].links))(
    'resolves every link of %s',
    path => {
      const links = graph
        .linksOf(path)
        .filter(({ statedBy }) => statedBy !== 'other')
        .map(link => [link.type, link.path]);
      expect(links.sort()).toEqual([...(truth[path].links ?? [])].sort());
    },
  );

  it('finds no link that the records do not state', () => {
    const stated = Object.values(truth).flatMap(({ links = [] }) => links);
    const found = records.flatMap(({ path }) =>
      graph.linksOf(path).filter(({ statedBy }) => statedBy !== 'other'),
    );
    expect(found.length).toBe(stated.length);
  });

  it('shows every link at its other end', () => {
    expect(graph.linksOf('0001-keep-orders-in-postgresql.md')).toContainEqual({
      type: 'superseded-by',
      path: '0062-speaks-of-itself.md',
      statedBy: 'other',
    });
  });

  it('keeps records whose names have a number or a day, whatever is in them', () => {
    expect(readFolder(files).map(({ path }) => path)).toEqual(
      files.map(({ path }) => path),
    );
  });
});
