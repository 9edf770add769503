export type { default as StateBlock } from 'markdown-it/lib/rules_block/state_block.mjs';
export type { default as StateCore } from 'markdown-it/lib/rules_core/state_core.mjs';
export type { default as StateInline } from 'markdown-it/lib/rules_inline/state_inline.mjs';
export type { default as Token } from 'markdown-it/lib/token.mjs';
