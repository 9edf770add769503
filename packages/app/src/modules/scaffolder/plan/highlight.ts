import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';

const LANGUAGES = {
  bash,
  dockerfile,
  ini,
  javascript,
  json,
  makefile,
  markdown,
  protobuf,
  python,
  sql,
  typescript,
  yaml,
};

for (const [name, language] of Object.entries(LANGUAGES)) {
  hljs.registerLanguage(name, language);
}

const BY_ENDING = new Map<string, keyof typeof LANGUAGES>([
  ['sh', 'bash'],
  ['toml', 'ini'],
  ['env', 'ini'],
  ['js', 'javascript'],
  ['mjs', 'javascript'],
  ['cjs', 'javascript'],
  ['json', 'json'],
  ['md', 'markdown'],
  ['proto', 'protobuf'],
  ['py', 'python'],
  ['sql', 'sql'],
  ['prisma', 'typescript'],
  ['ts', 'typescript'],
  ['tsx', 'typescript'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
]);

const BY_NAME = new Map<string, keyof typeof LANGUAGES>([
  ['Dockerfile', 'dockerfile'],
  ['Makefile', 'makefile'],
]);

function languageOf(path: string): keyof typeof LANGUAGES | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    BY_NAME.get(name) ?? BY_ENDING.get(name.slice(name.lastIndexOf('.') + 1))
  );
}

/** Colours a file as markup, every character of the file escaped; undefined for a language that is not known. */
export function highlight(path: string, text: string): string | undefined {
  const language = languageOf(path);
  return language && hljs.highlight(text, { language }).value;
}
