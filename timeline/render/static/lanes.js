"use strict";
// Which lanes of the figure an event stands in; with several actors it stands in several lanes.
const Lanes = (() => {
  const NOBODY = -1;
  const REST = -2;
  const WIDE = 65536; // a pair of actors a < b is the key a * WIDE + b
  const MOST_PAIRS = 30; // of one event: 200 actors at one summit are 19,900 pairs

  /** Lane keys of an event: numbers of types, actors, sources or pairs of actors. */
  function keys(columns, by, i) {
    if (by === "type") return [columns.type[i]];
    const { starts, items } = columns[by === "source" ? "source" : "actor"];
    const found = Array.from(items.subarray(starts[i], starts[i + 1]));
    if (by !== "pair") return found.length ? found : [NOBODY];
    const out = [];
    for (let a = 0; a < found.length; a++)
      for (let b = a + 1; b < found.length && out.length < MOST_PAIRS; b++)
        out.push(Math.min(found[a], found[b]) * WIDE + Math.max(found[a], found[b]));
    return out.length ? out : [NOBODY];
  }

  /**
   * The lanes of the figure, fullest first (types by class), at most ``most``; what is left shares the last lane.
   * ``starts`` and ``items`` give for each event the numbers of its lanes; ``total`` is how many lanes there would be.
   */
  function assign(columns, meta, by, shown, most) {
    const tally = new Map();
    for (let i = 0; i < columns.n; i++)
      if (shown[i]) for (const key of keys(columns, by, i)) tally.set(key, (tally.get(key) || 0) + 1);
    const order = [...tally.keys()].sort((a, b) => (a === NOBODY) - (b === NOBODY) || tally.get(b) - tally.get(a) || a - b);
    const folded = order.length > most;
    const kept = folded ? order.slice(0, most - 1) : order;
    if (by === "type") kept.sort((a, b) => meta.quads[a] - meta.quads[b] || tally.get(b) - tally.get(a) || a - b);
    const lanes = kept.map((key) => ({ key, count: tally.get(key), folded: 0 }));
    if (folded) lanes.push({ key: REST, count: 0, folded: order.length - kept.length });
    const place = new Map(kept.map((key, k) => [key, k]));
    const starts = new Uint32Array(columns.n + 1);
    const items = [];
    for (let i = 0; i < columns.n; i++) {
      if (shown[i]) {
        const own = new Set();
        for (const key of keys(columns, by, i)) own.add(place.has(key) ? place.get(key) : lanes.length - 1);
        for (const lane of own) items.push(lane);
        if (folded && own.has(lanes.length - 1)) lanes[lanes.length - 1].count++;
      }
      starts[i + 1] = items.length;
    }
    return { lanes, starts, items: Uint16Array.from(items), total: order.length };
  }

  /** The name of a lane. */
  function label(meta, by, lane, say) {
    if (lane.key === REST) return say("lanes.other", { n: lane.folded });
    if (lane.key === NOBODY) return say(by === "pair" ? "lanes.nopair" : "lanes.noactor");
    if (by === "type") return say.label("type", meta.types[lane.key]);
    if (by === "source") return meta.sources[lane.key];
    if (by === "actor") return meta.actors[lane.key];
    return `${meta.actors[Math.floor(lane.key / WIDE)]} – ${meta.actors[lane.key % WIDE]}`;
  }

  return { NOBODY, REST, keys, assign, label };
})();
