/** What stands on a key, with the names that authors give it. */
const KEYS: Record<string, string> = {
  // Modifiers
  Alt: 'alt',
  AltGr: 'alt-graph altgr',
  Cmd: 'command cmd',
  Ctrl: 'control ctrl',
  Fn: 'function fn',
  Meta: 'meta',
  Option: 'option opt',
  Shift: 'shift',
  Super: 'super',
  Win: 'windows win',
  // Moving about
  Up: 'arrow-up up',
  Down: 'arrow-down down',
  Left: 'arrow-left left',
  Right: 'arrow-right right',
  Home: 'home',
  End: 'end',
  'Page Up': 'page-up pageup pg-up pgup prior',
  'Page Down': 'page-down pagedown page-dn pg-dn pgdn next',
  // Editing and acting
  Backspace: 'backspace back bksp',
  Break: 'break cancel',
  'Caps Lock': 'caps-lock capslock capital cplk',
  Clear: 'clear clr',
  Copy: 'copy',
  Del: 'delete del',
  Enter: 'enter return',
  Esc: 'escape esc',
  Help: 'help',
  Ins: 'insert ins',
  Menu: 'context-menu menu apps',
  'Num Lock': 'num-lock numlk numlock',
  Pause: 'pause media-pause',
  Power: 'power',
  'Print Screen': 'print-screen prt-sc prtsc snapshot',
  Reset: 'reset',
  'Scroll Lock': 'scroll-lock scroll',
  Space: 'space spacebar',
  Tab: 'tab tabulator',
  'Back Tab': 'backtab bktab',
  // Punctuation
  '\\': 'backslash',
  '|': 'bar pipe',
  '{': 'brace-left open-brace',
  '}': 'brace-right close-brace',
  '[': 'bracket-left open-bracket',
  ']': 'bracket-right close-bracket',
  ':': 'colon',
  ',': 'comma',
  '"': 'double-quote dblquote',
  '=': 'equal',
  '!': 'exclam exclamation',
  '`': 'grave grave-accent',
  '>': 'greater greater-than gt',
  '<': 'less less-than lt',
  '-': 'minus hyphen',
  '.': 'period',
  '+': 'plus',
  '?': 'question',
  ';': 'semicolon',
  "'": 'single-quote',
  '/': 'slash',
  '~': 'tilde',
  _: 'underscore',
  // Numeric keypad
  'Num *': 'num-asterisk multiply',
  'Num -': 'num-minus subtract',
  'Num +': 'num-plus add',
  'Num .': 'num-separator decimal separator',
  'Num /': 'num-slash divide',
  'Num Enter': 'num-enter',
  'Num Del': 'num-delete num-del',
  // Mouse
  'Left Button': 'left-button lbutton',
  'Middle Button': 'middle-button mbutton',
  'Right Button': 'right-button rbutton',
};

const SIDED = ['Alt', 'Cmd', 'Ctrl', 'Meta', 'Option', 'Shift', 'Super', 'Win'];

/** What stands on a key, by each of its names in lower case. */
export const KEY_NAMES: Record<string, string | undefined> = Object.fromEntries(
  [
    ...Object.entries(KEYS).flatMap(([label, names]) =>
      names.split(' ').map(name => [name, label]),
    ),
    ...SIDED.flatMap(label =>
      KEYS[label].split(' ').flatMap(name => [
        [`left-${name}`, `Left ${label}`],
        [`right-${name}`, `Right ${label}`],
        [`l${name}`, `Left ${label}`],
        [`r${name}`, `Right ${label}`],
      ]),
    ),
    ...[...'abcdefghijklmnopqrstuvwxyz0123456789'].map(key => [
      key,
      key.toUpperCase(),
    ]),
    ...Array.from({ length: 24 }, (_, index) => [
      `f${index + 1}`,
      `F${index + 1}`,
    ]),
    ...Array.from({ length: 10 }, (_, digit) => [
      `num${digit}`,
      `Num ${digit}`,
    ]),
  ],
);
