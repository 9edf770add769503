import { execFile, execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { isRefusal, readReason } from './creations.mjs';

const LOCK = '.groundwork/templates/nestjs-service.lock.yaml';
const run = promisify(execFile);

/** What is wrong with the repositories and entities of some services; empty when each is there once and whole. */
export async function verifyServices(portal, { directory, names, files }) {
  const findings = [];
  for (const name of names) {
    const repository = path.join(directory, 'git/acme', `${name}.git`);
    const problems = await Promise.all([
      verifyRepository(repository, { directory, files, name }),
      verifyEntities(portal, name),
    ]);
    findings.push(...problems.flat().map(problem => `${name}: ${problem}`));
  }
  return findings;
}

async function verifyRepository(repository, { directory, files, name }) {
  const git = async (...args) =>
    (await run('git', ['--git-dir', repository, ...args])).stdout;
  try {
    await git('fsck', '--strict', '--no-dangling');
    const commits = await git('rev-list', '--count', 'main');
    const listed = await git('ls-tree', '-r', '--name-only', 'main');
    const lock = parse(await git('show', `main:${LOCK}`));
    const bases = path.join(directory, 'bases.git');
    const tree = await treeWithoutLock(git, bases);
    await run('git', [
      ...['--git-dir', bases],
      ...['cat-file', '-e', `refs/base/${lock.render.tree}`],
    ]);
    return [
      commits.trim() === '1' ? '' : `${commits.trim()} commits`,
      listed === files(name) ? '' : 'not the files of the plan',
      tree === lock.render.tree ? '' : 'not the tree of the lock',
    ].filter(Boolean);
  } catch (error) {
    return [error.message];
  }
}

/** The tree of the commit with everything but `.groundwork`, which has only the lock. */
async function treeWithoutLock(git, bases) {
  const entries = await git('ls-tree', '-z', 'main');
  const rest = entries
    .split('\0')
    .filter(entry => entry && !entry.endsWith('\t.groundwork'));
  // The bases have the objects of every tree.
  const tree = execFileSync('git', ['--git-dir', bases, 'mktree', '-z'], {
    input: rest.map(entry => `${entry}\0`).join(''),
    encoding: 'utf8',
  });
  return tree.trim();
}

async function verifyEntities(portal, name) {
  const { items } = await portal.request(
    `/api/catalog/entities/by-query?filter=metadata.name=${name}&filter=metadata.name=${name}-api`,
  );
  const refs = items.map(({ kind, metadata }) => `${kind}:${metadata.name}`);
  const expected = [`API:${name}-api`, `Component:${name}`];
  return refs.sort().join() === expected.join()
    ? []
    : [`the catalog has ${refs.join(', ') || 'nothing'}`];
}

/** What is there that should not be: repositories and files of attempts that did not get there. */
export async function verifyLeftovers(directory, names) {
  const repositories = await readdir(path.join(directory, 'git/acme'));
  const expected = new Set(names.map(name => `${name}.git`));
  const orphans = repositories.filter(name => !expected.has(name));
  // Others keep temporary files of theirs there, too.
  const workspaces = (await readdir(path.join(directory, 'work'))).filter(
    name => /^(dry-run-|[0-9a-f]{8}-[0-9a-f]{4}-)/.test(name),
  );
  return [
    ...orphans.map(name => `orphan: the repository ${name}`),
    ...workspaces.map(name => `leftover: ${name} in the working directory`),
  ];
}

/** Which tasks ended as they should not have: failed alone, or twice for one name. */
export async function verifyTasks(portal, tasks, names) {
  const findings = [];
  for (const name of names) {
    const own = tasks.filter(({ spec }) => spec.parameters.name === name);
    const completed = own.filter(({ status }) => status === 'completed');
    if (completed.length !== 1) {
      findings.push(`${name}: ${completed.length} tasks completed`);
    }
    for (const { id, status } of own) {
      const reason = status === 'failed' ? await readReason(portal, id) : '';
      if (reason && !isRefusal(reason)) {
        findings.push(`${name}: failed for good: ${reason}`);
      }
    }
  }
  return findings;
}
