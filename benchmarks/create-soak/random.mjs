/** Random numbers that a seed repeats: mulberry32, which is short and good enough to choose faults. */
export function createRandom(seed) {
  let state = Math.trunc(seed);
  const next = () => {
    state = Math.trunc(state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = limit => Math.floor(next() * limit);
  return { below, of: list => list[below(list.length)] };
}
