import MarkdownIt from 'markdown-it';
import { full } from 'markdown-it-emoji';
import { createText, replaceInText } from './replaceInText';

/** Names of EmojiOne, which techdocs-core uses, for signs that GitHub names otherwise. */
const NAMES: Record<string, string | undefined> = {
  atom: '⚛️',
  blue_circle: '🔵',
  calendar_spiral: '🗓️',
  card_box: '🗃️',
  champagne_glass: '🥂',
  clock: '🕰️',
  cowboy: '🤠',
  cross: '✝️',
  desktop: '🖥️',
  eject: '⏏️',
  face_palm: '🤦',
  fingers_crossed: '🤞',
  first_place: '🥇',
  flame: '🔥',
  fox: '🦊',
  frame_photo: '🖼️',
  hammer_pick: '⚒️',
  hugging: '🤗',
  hugging_face: '🤗',
  key2: '🗝️',
  map: '🗺️',
  medal: '🏅',
  money_mouth: '🤑',
  nerd: '🤓',
  notepad_spiral: '🗒️',
  octagonal_sign: '🛑',
  peace: '☮️',
  pen_ballpoint: '🖊️',
  pen_fountain: '🖋️',
  play_pause: '⏯️',
  poo: '💩',
  radioactive_sign: '☢️',
  robot_face: '🤖',
  rolling_eyes: '🙄',
  scales: '⚖️',
  second_place: '🥈',
  shopping_bags: '🛍️',
  skull_crossbones: '☠️',
  slight_frown: '🙁',
  slight_smile: '🙂',
  spy: '🕵️',
  thinking_face: '🤔',
  third_place: '🥉',
  thumbdown: '👎',
  thumbup: '👍',
  timer: '⏲️',
  tools: '🛠️',
  track_next: '⏭️',
  track_previous: '⏮️',
  unicorn_face: '🦄',
  upside_down: '🙃',
  white_sun_cloud: '🌥️',
  zipper_mouth: '🤐',
};

const SHORT_CODE = /:([a-z0-9+-][a-z0-9_+-]{0,40}):/g;
const FLAG = /^flag_([a-z])([a-z])$/;
/** From a letter to the sign that makes flags, two of which are a country. */
const TO_INDICATOR = 0x1f1e6 - 'a'.charCodeAt(0);

/** Emoji by their short codes: `:tada:`. Icons of themes (`:material-…:`) stay text. */
export function emoji(md: MarkdownIt): void {
  const signs = new Map<string, string>();

  md.core.ruler.after('linkify', 'emoji', state => {
    replaceInText(state, {
      pattern: SHORT_CODE,
      replacement: ([written, name], TokenClass) => {
        const sign = signs.get(written) ?? findSign(written, name);
        signs.set(written, sign);
        return [createText(TokenClass, sign)];
      },
    });
  });
}

function findSign(written: string, name: string): string {
  return NAMES[name] ?? readFlag(name) ?? readGitHubSign(written);
}

let gitHub: MarkdownIt | undefined;

/** Asks the plugin word by word, because it tries its whole list at each place of a text. */
function readGitHubSign(written: string): string {
  gitHub ??= new MarkdownIt().use(full, { shortcuts: {} });
  return gitHub.renderInline(written);
}

function readFlag(name: string): string | undefined {
  const letters = FLAG.exec(name)?.slice(1);
  return letters
    ?.map(letter => String.fromCodePoint(letter.charCodeAt(0) + TO_INDICATOR))
    .join('');
}
