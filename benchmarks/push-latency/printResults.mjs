/** Prints the seconds of each place. */
export function printGroundwork({ pushes, creations }) {
  print('From the end of git push until it is to be seen, in seconds', pushes);
  print('From the click on Create, in seconds', creations);
}

/** Prints the seconds of each place, and how many times those of Groundwork they are. */
export function printStock({ refreshed, waited }, { pushes }) {
  const own = summarize(pushes);
  const ratio = (place, { median }) => ({
    times: (median / own[place].median).toFixed(1),
  });
  print(
    'Stock, with a click on Refresh right after the push',
    refreshed,
    ratio,
  );
  print('Stock, without a click; the docs were just read', waited, ratio);
}

function print(title, rows, more = () => ({})) {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      Object.entries(summarize(rows)).map(([place, times]) => [
        place,
        { ...toSeconds(times), ...more(place, times) },
      ]),
    ),
  );
}

function summarize(rows) {
  return Object.fromEntries(
    Object.keys(rows[0] ?? {}).map(place => {
      const times = rows.map(row => row[place]).sort((a, b) => a - b);
      return [
        place,
        {
          min: times[0],
          median: times[Math.floor((times.length - 1) / 2)],
          max: times.at(-1),
        },
      ];
    }),
  );
}

function toSeconds(times) {
  return Object.fromEntries(
    Object.entries(times).map(([key, value]) => [
      key,
      (value / 1000).toFixed(2),
    ]),
  );
}
