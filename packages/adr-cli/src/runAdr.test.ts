import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runAdr } from './runAdr';

const RECORD = `---
status: accepted
date: 2024-05-15
decision-makers: [Ada Berg]
---
# Keep it

## Context

See [the code](../../src/index.ts).

## Decision

We keep it.
`;

describe('adr', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'adr-'));
    mkdirSync(join(directory, '.git'));
    write('src/index.ts', '');
    write('docs/adr/0001-keep-it.md', RECORD);
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  function write(path: string, text: string) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }

  async function run(...args: string[]) {
    const printed: string[] = [];
    const complaints: string[] = [];
    const code = await runAdr(args, {
      directory,
      print: text => printed.push(text),
      complain: text => complaints.push(text),
    });
    return {
      code,
      output: printed.join('\n'),
      complaint: complaints.join('\n'),
    };
  }

  it('shows what is in a folder as JSON', async () => {
    write(
      'docs/adr/0002-keep-it-better.md',
      RECORD.replace('Keep it', 'Keep it better').replace(
        'date:',
        'supersedes: [0001]\ndate:',
      ),
    );

    const { code, output } = await run('show', 'docs/adr', '--json');

    const { decisions } = JSON.parse(output);
    expect(code).toBe(0);
    expect(decisions).toHaveLength(2);
    expect(decisions[0]).toMatchObject({
      path: '0001-keep-it.md',
      number: 1,
      title: 'Keep it',
      status: 'accepted',
      date: '2024-05-15',
      people: { decisionMakers: ['Ada Berg'] },
      links: [
        {
          type: 'superseded-by',
          path: '0002-keep-it-better.md',
          statedBy: 'other',
        },
      ],
      findings: [{ rule: 'supersession-one-sided', line: 2 }],
    });
  });

  it('shows one line for each record to people', async () => {
    const { output } = await run('show', 'docs/adr');
    expect(output).toBe('2024-05-15  accepted    0001-keep-it.md: Keep it');
  });

  it('checks every folder of decisions and ends well when there is nothing to mend', async () => {
    const { code, complaint } = await run('lint');
    expect(code).toBe(0);
    expect(complaint).toBe('0 findings in 1 folders');
  });

  it('names file, line, rule and remedy of a finding and fails', async () => {
    write(
      'services/orders/docs/adr/0001-a.md',
      RECORD.replace('2024-05-15', '2024-02-30'),
    );

    const { code, output } = await run('lint');

    expect(code).toBe(1);
    expect(output).toContain(
      "services/orders/docs/adr/0001-a.md:3: error: '2024-02-30' names no single day of the calendar [date-malformed]\n    Write the day as YYYY-MM-DD.",
    );
  });

  it('fails on warnings only where it is told to', async () => {
    write('docs/adr/0001-keep-it.md', RECORD.replace('index.ts', 'gone.ts'));
    expect((await run('lint')).code).toBe(0);
    expect((await run('lint', '--fail-on', 'warning')).code).toBe(1);
  });

  it('keeps to the settings of the folder and names what it does not understand in them', async () => {
    write('docs/adr/0001-keep-it.md', RECORD.replace('index.ts', 'gone.ts'));
    write('docs/adr/.adr.yaml', 'rules:\n  link-broken: off\n  nothing: off\n');

    const { output, complaint } = await run('lint');

    expect(output).toBe('');
    expect(complaint).toContain("names the rule 'nothing', which there is not");
  });

  it.each([
    [[], /adr show/],
    [['fly'], /no command 'fly'/],
    [['show', 'nowhere'], /no directory/],
    [['lint', '--loud'], /--loud/],
    [['lint', '--fail-on', 'never'], /it can be error, warning, info/],
    [['bundle'], /Name the file/],
  ])(
    'says how it is called when it is called with %j',
    async (args, message) => {
      const { code, output, complaint } = await run(...args);
      expect(code).toBe(2);
      expect(output + complaint).toMatch(message);
    },
  );

  it('becomes one file that reads the same day in every time zone', async () => {
    write('package.json', '{"type":"module"}');
    execFileSync(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'adr.ts'),
        'bundle',
        'tools/adr.cjs',
      ],
      { env: { PATH: process.env.PATH, INIT_CWD: directory } },
    );

    const days = [
      'UTC',
      'America/New_York',
      'Asia/Tokyo',
      'Pacific/Kiritimati',
    ].map(
      zone =>
        JSON.parse(
          execFileSync(
            process.execPath,
            [join(directory, 'tools/adr.cjs'), 'show', 'docs/adr', '--json'],
            { cwd: directory, env: { PATH: process.env.PATH, TZ: zone } },
          ).toString(),
        ).decisions[0].date,
    );

    expect(new Set(days)).toEqual(new Set(['2024-05-15']));
  });
});
