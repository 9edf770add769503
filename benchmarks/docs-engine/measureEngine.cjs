// Builds a documentation tree in a process of its own, and prints what that took as JSON.
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { SiteBuilder } = require('@groundwork/docs-engine');

const [tree, page, changes] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'docs-engine-'));
let builds = 0;
const builder = SiteBuilder.create();

measure().finally(() => {
  rmSync(directory, { recursive: true, force: true });
});

async function measure() {
  const loaded = await time(() => build('examples/order-service'));
  const cold = await time(() => build(tree));
  const changed = [];
  for (let version = 2; version < 2 + Number(changes); version += 1) {
    changePage(version);
    changed.push(await time(() => build(tree)));
  }
  await builder.close();
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ loaded, cold, changed, peakMegabytes }));
}

/** TechDocs gives each build a directory of its own. */
function build(source) {
  builds += 1;
  return builder.build({
    inputDir: resolve(source),
    outputDir: join(directory, `site-${builds}`),
  });
}

async function time(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function changePage(version) {
  const file = join(tree, 'docs', page);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/version \d+/, `version ${version}`));
}
