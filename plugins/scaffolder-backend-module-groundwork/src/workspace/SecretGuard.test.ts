import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listWorkspaceFiles } from './listWorkspaceFiles';
import { SecretGuard } from './SecretGuard';

const SECRET = 's3cret-of-the-registry';

describe('SecretGuard', () => {
  const guard = SecretGuard.create({ token: SECRET, pin: '42', empty: '' });

  it.each([
    ['the secret itself', { registry: { token: SECRET } }],
    ['text around it', { url: `https://user:${SECRET}@example.com` }],
    ['it as a key', { [SECRET]: true }],
    ['a short one as a whole value', ['42']],
  ])('objects to %s, and does not repeat it', (_what, inputs) => {
    const objection = guard.findInValue(inputs, 'inputs');
    expect(objection?.message).toMatch(
      /^inputs.* has the secret '(token|pin)'/,
    );
    expect(objection?.message).not.toContain(SECRET);
  });

  it('does not take part of an ordinary value for a short secret', () => {
    expect(
      guard.findInValue({ port: 4242, name: 'a42', nothing: '' }, 'inputs'),
    ).toBeUndefined();
  });

  describe('in files', () => {
    let directory: string;

    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'guard-'));
      await writeFile(join(directory, 'fine'), 'nothing here, 42');
    });

    afterEach(() => rm(directory, { recursive: true }));

    const find = async () =>
      guard.findInFiles(await listWorkspaceFiles(directory));

    it('finds nothing where there is nothing', async () => {
      await expect(find()).resolves.toBeUndefined();
    });

    it('names the file that has it', async () => {
      await writeFile(
        join(directory, 'binary'),
        Buffer.concat([Buffer.alloc(8), Buffer.from(SECRET)]),
      );
      expect((await find())?.message).toContain("The file 'binary' has");
    });

    it('looks at names and at targets of links', async () => {
      await symlink(SECRET, join(directory, 'link'));
      expect((await find())?.message).toContain("The file 'link' has");
      await writeFile(join(directory, SECRET), '');
      expect((await find())?.message).toMatch(/(name of a file|'link') has/);
    });
  });
});
