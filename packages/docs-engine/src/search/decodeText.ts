/** The entities that the engine writes. */
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi;

/** Turns the entities in HTML of the engine into the characters that they stand for. */
export function decodeText(html: string): string {
  return html.includes('&')
    ? html.replace(ENTITY, (written, decimal, hexadecimal, name) => {
        const code = decimal
          ? Number(decimal)
          : hexadecimal && Number.parseInt(hexadecimal, 16);
        return code ? toCharacter(code, written) : NAMED[name] ?? written;
      })
    : html;
}

function toCharacter(code: number, written: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
