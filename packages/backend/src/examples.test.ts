import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { PortalProcess } from './testing/PortalProcess';
import {
  compareDirectories,
  EXAMPLES,
  pathOfExample,
  renderExample,
  type RenderedExample,
} from './testing/renderedExamples';

jest.setTimeout(180_000);

/** Set by scripts/examples/update.mjs: then what the template makes is kept. */
const isUpdate = process.env.GROUNDWORK_UPDATE_EXAMPLES === 'true';

async function readRenderedExamples(): Promise<RenderedExample[]> {
  return parse(await readFile(path.join(EXAMPLES, 'rendered.yaml'), 'utf8'));
}

describe('the examples that templates have written', () => {
  let directory: string;
  let portal: PortalProcess;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'examples-'));
    // Their names are free only where the examples are not in the forge.
    portal = await PortalProcess.start({
      directory,
      config: { groundwork: { examples: false } },
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('are what the templates make, to the letter', async () => {
    for (const example of await readRenderedExamples()) {
      const target = path.join(directory, 'rendered', example.directory);
      await renderExample(portal, example, {
        repositories: path.join(directory, 'git'),
        target,
      });
      if (isUpdate) {
        await rm(pathOfExample(example), { recursive: true, force: true });
        await cp(target, pathOfExample(example), { recursive: true });
      }

      await expect(
        compareDirectories(pathOfExample(example), target),
      ).resolves.toBe('');
    }
  });
});

describe('the examples that come with the portal', () => {
  let directory: string;
  let portal: PortalProcess | undefined;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'examples-'));
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function start(areOn: boolean) {
    await portal?.stop();
    portal = await PortalProcess.start({
      directory,
      config: { groundwork: { examples: areOn } },
    });
    return portal;
  }

  async function readEntities(from: PortalProcess): Promise<Entity[]> {
    const token = await from.signIn('viewer');
    const { body } = await from.request<{ items: Entity[] }>(
      '/api/catalog/entities/by-query?limit=500',
      { token },
    );
    return body.items;
  }

  it('are marked, and leave a whole catalog when they are turned off', async () => {
    const withExamples = await start(true);
    await withExamples.waitForEntity('component:default/auth-service');
    await withExamples.waitForEntity('component:default/order-service');
    const marked = (await readEntities(withExamples)).filter(
      ({ metadata }) => metadata.annotations?.['groundwork.io/example'],
    );
    expect(marked.map(({ metadata }) => metadata.name)).toEqual(
      expect.arrayContaining(['auth-service', 'order-service', 'ordering']),
    );

    const without = await start(false);
    for (const entity of marked) {
      await without.waitUntilGone(stringifyEntityRef(entity).toLowerCase());
    }
    const entities = await readEntities(without);
    const refs = new Set(
      entities.map(entity => stringifyEntityRef(entity).toLowerCase()),
    );

    expect(refs).toContain('template:default/nestjs-service');
    expect(refs).toContain('component:default/groundwork-backend');
    expect(
      entities
        .flatMap(({ relations = [] }) => relations)
        .filter(({ targetRef }) => !refs.has(targetRef)),
    ).toEqual([]);
  });
});
