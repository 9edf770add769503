/** Each would set this on the window of whoever lets it run. */
const RUN = 'top.hasRun=1';

const ELEMENTS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y="20">svg link</text></a></svg>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<math><mtext><script>${RUN}</script></mtext></math>`,
  `<form action="javascript:${RUN}"><button>send</button></form>`,
  `<details open ontoggle="${RUN}"><summary>more</summary></details>`,
  `<input autofocus onfocus="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`,
  `<link rel="stylesheet" href="javascript:${RUN}">`,
  `<style onload="${RUN}">@import 'javascript:${RUN}';</style>`,
  `<a href="javascript:${RUN}">html link</a>`,
  `<a href="java&#10;script:${RUN}">broken link</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">data link</a>`,
  `<p style="background:url('javascript:${RUN}')" onclick="${RUN}">handler</p>`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
];

const MARKDOWN = [
  `[link](javascript:${RUN})`,
  `[vb](vbscript:${RUN})`,
  `![image](javascript:${RUN})`,
  `<javascript:${RUN}>`,
  `[attributes](a){ onclick="${RUN}" }`,
  `## Heading { onclick="${RUN}" }`,
  `!!! note "<img src=x onerror=${RUN}>"\n    text`,
  `=== "<img src=x onerror=${RUN}>"\n\n    text`,
  `\`\`\`js title="<img src=x onerror=${RUN}>"\ncode\n\`\`\``,
  `\`\`\`"><script>${RUN}</script>\ncode\n\`\`\``,
  `*[API]: "><img src=x onerror=${RUN}>\n\nAPI`,
];

const DIAGRAMS = [
  `graph LR\n  a["<img src=x onerror=${RUN}>"] --> b\n  click a "javascript:${RUN}"`,
  `graph LR\n  c --> d\n  click c call alert(1)`,
  `%%{init: {"securityLevel": "loose", "flowchart": {"htmlLabels": true}}}%%\ngraph LR\n  e["<script>${RUN}</script>"] --> f`,
].map(text => `\`\`\`mermaid\n${text}\n\`\`\``);

/** A page that tries to run something in every way that docs have been made to. */
export const HOSTILE_PAGE = [
  '# Hostile page',
  ...ELEMENTS,
  ...MARKDOWN,
  ...DIAGRAMS,
  'The end of the hostile page.',
].join('\n\n');
