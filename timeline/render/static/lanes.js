"use strict";
// Which lanes of the figure an event stands in; with several actors it stands in several lanes.
const Lanes = (() => {
  const NOBODY = -1;
  const REST = -2;
  const WIDE = 65536; // a pair of actors a < b is the key a * WIDE + b
  const MOST_PAIRS = 30; // of one event: 200 actors at one summit are 19,900 pairs

  /** The pairs of actors of every event: numbers of ``codes``, the keys of the pairs. */
  function pairs({ n }, actor) {
    const numbers = new Map();
    const starts = new Uint32Array(n + 1);
    const items = [];
    for (let i = 0; i < n; i++) {
      const found = actor.items.subarray(actor.starts[i], actor.starts[i + 1]);
      let left = MOST_PAIRS;
      for (let a = 0; a < found.length; a++)
        for (let b = a + 1; b < found.length && left; b++, left--) {
          const key = Math.min(found[a], found[b]) * WIDE + Math.max(found[a], found[b]);
          if (!numbers.has(key)) numbers.set(key, numbers.size);
          items.push(numbers.get(key));
        }
      starts[i + 1] = items.length;
    }
    return { starts, items: Uint32Array.from(items), codes: [...numbers.keys()] };
  }

  /** What the lanes are made of, for all events as one list: numbers of types, actors, sources or pairs of actors. */
  function lists(columns, by) {
    if (by === "pair") return pairs(columns, columns.actor);
    if (by === "dyad") return pairs(columns, columns.country);
    if (by !== "type") return columns[by];
    const starts = new Uint32Array(columns.n + 1);
    for (let i = 0; i <= columns.n; i++) starts[i] = i;
    return { starts, items: columns.type };
  }

  /** How many events each lane has in a period. */
  function fullness(columns, { from, numbers, nobody }, shown, period) {
    const out = new Uint32Array(nobody + 1);
    for (let i = 0; i < columns.n; i++)
      if (shown[i] && Filter.touches(columns, i, period)) for (let k = from[i]; k < from[i + 1]; k++) out[numbers[k]]++;
    return out;
  }

  /**
   * The lanes of the figure, fullest first (types by class), at most ``most``; what is left shares the last lane.
   * ``period``: days whose events decide which are fullest, null for all.  ``starts`` and ``items`` give for each event the numbers of its lanes; ``total`` is how many lanes there would be.
   */
  function assign(columns, meta, by, shown, most, period = null) {
    const { starts: from, items: numbers, codes } = lists(columns, by);
    let nobody = 0; // one more than the largest number
    for (let k = 0; k < numbers.length; k++) if (numbers[k] >= nobody) nobody = numbers[k] + 1;
    const key = (number) => (number === nobody ? NOBODY : codes ? codes[number] : number);
    const tally = new Uint32Array(nobody + 1);
    for (let i = 0; i < columns.n; i++) {
      if (!shown[i]) continue;
      if (from[i] === from[i + 1]) tally[nobody]++;
      for (let k = from[i]; k < from[i + 1]; k++) tally[numbers[k]]++;
    }
    const full = period && by !== "type" ? fullness(columns, { from, numbers, nobody }, shown, period) : tally;
    const order = [];
    for (let number = 0; number <= nobody; number++) if (tally[number]) order.push(number);
    order.sort(
      (a, b) =>
        Number(a === nobody) - Number(b === nobody) || full[b] - full[a] || tally[b] - tally[a] || key(a) - key(b),
    );
    const folded = order.length > most;
    const kept = folded ? order.slice(0, most - 1) : order;
    if (by === "type") kept.sort((a, b) => meta.quads[a] - meta.quads[b] || tally[b] - tally[a] || a - b);
    const lanes = kept.map((number) => ({ key: key(number), count: tally[number], folded: 0 }));
    const rest = folded ? lanes.push({ key: REST, count: 0, folded: order.length - kept.length }) - 1 : -1;
    const place = new Int32Array(nobody + 1).fill(rest);
    kept.forEach((number, lane) => {
      place[number] = lane;
    });
    const starts = new Uint32Array(columns.n + 1);
    const items = new Uint16Array(numbers.length + columns.n);
    let size = 0;
    for (let i = 0; i < columns.n; i++) {
      if (shown[i]) {
        let others = 0; // several of an event's lanes can be the last one
        if (from[i] === from[i + 1]) items[size++] = place[nobody];
        else
          for (let k = from[i]; k < from[i + 1]; k++) {
            const lane = place[numbers[k]];
            if (lane !== rest || !others++) items[size++] = lane;
          }
        if (rest >= 0 && items[size - 1] === rest) others = 1;
        if (others) lanes[rest].count++;
      }
      starts[i + 1] = size;
    }
    return { lanes, starts, items: items.slice(0, size), total: order.length };
  }

  const PAIRED = { pair: "actor", dyad: "country" }; // what such a lane has two of
  const LACKING = {
    actor: "lanes.noactor",
    country: "lanes.nocountry",
    pair: "lanes.nopair",
    dyad: "lanes.nodyad",
    source: "lanes.nosource",
  };

  /** What a lane holds, as a facet and the numbers of its values; null for what is no such thing. */
  function values(by, { key }) {
    if (key < 0) return null;
    return PAIRED[by] ? [PAIRED[by], [Math.floor(key / WIDE), key % WIDE]] : [by, [key]];
  }

  /** The name of a lane. */
  function label(meta, by, lane, say) {
    if (lane.key === REST) return say("lanes.other", { n: lane.folded });
    if (lane.key === NOBODY) return say(LACKING[by]);
    const [facet, numbers] = values(by, lane);
    if (facet === "type") return say.label("type", meta.types[lane.key]);
    return numbers.map((k) => State.names(meta, facet)[k]).join(" – ");
  }

  return Object.freeze({ NOBODY, REST, assign, values, label });
})();
