// Stands for yarn: writes what the launcher expects of an installation.
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = process.env.GROUNDWORK_ROOT;
const write = (path, content) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

appendFileSync(join(root, 'calls.log'), 'yarn\n');
console.log('➤ YN0000: ┌ Fetch step');
if (process.env.STUB_YARN === 'killed') {
  write('node_modules/half/package.json', '{}');
  process.kill(process.pid, 'SIGKILL');
}
if (process.env.STUB_YARN === 'full') {
  console.log('➤ YN0001: │ Error: ENOSPC: no space left on device, write');
  process.exit(1);
}
if (process.env.STUB_YARN === 'broken') {
  console.log('➤ YN0001: │ Something that nobody has seen before');
  process.exit(1);
}
write('node_modules/one/package.json', '{}');
write('node_modules/.yarn-state.yml', '"one@npm:1":\n  locations:\n    - "node_modules/one"\n');
write('node_modules/@backstage/cli/config/nodeTransform.cjs', "require.extensions['.ts'] ??= require.extensions['.js'];\n");
write(
  'node_modules/@backstage/cli/bin/backstage-cli',
  `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync(${JSON.stringify(join(root, 'calls.log'))}, 'build\\n');
mkdirSync('dist', { recursive: true });
writeFileSync('dist/index.html', '');
if (process.env.STUB_BUILD === 'broken') {
  console.log('Module not found: ./page');
  process.exit(1);
}
`,
);
