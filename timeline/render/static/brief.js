"use strict";
// What rows, marks and headings say of an event.
const Brief = (() => {
  const MOST_KNOWN = 2000; // titles remembered
  const LATE = "…"; // the title of an event that has not arrived

  function make(board, store) {
    const { state } = board;
    const { meta, columns } = store;

    const time = (i) => [
      meta.kinds[columns.kind[i]],
      Store.open(columns.low[i]),
      Store.open(columns.high[i]),
      columns.inner[i],
    ];
    const names = (facet, i) => Array.from(Filter.values(columns, facet, i), (k) => State.names(meta, facet)[k]);

    function title(i) {
      try {
        return store.title(i);
      } catch {
        return LATE; // the page is still arriving; drawn again when it has
      }
    }

    const known = new Map(); // titles of events that stand far from each other in the page, read in slices

    /** The title where it can be said at once, else null. */
    const titleNow = (i) => (store.ready(i) || store.patches().has(i) ? title(i) : (known.get(i) ?? null));

    /** Read the titles of some events between which the page answers; true once all are known, false where no one waits any more. */
    async function readTitles(events, stale) {
      const pause = Pace.pacer(8);
      if (known.size > MOST_KNOWN) known.clear();
      for (const i of events) {
        const name = known.get(i) ?? title(i);
        if (name === LATE) return false; // asked again when the page has arrived
        known.set(i, name);
        await pause();
        if (stale()) return false;
      }
      return true;
    }

    /** What rows, marks and headings say of an event. */
    function brief(i) {
      const quad = meta.quadNames[columns.quad[i]];
      const status = meta.statuses[columns.status[i]];
      const actors = names("actor", i);
      const name = titleNow(i) ?? title(i);
      return {
        i,
        quad,
        status,
        title: name,
        waits: name === LATE,
        kind: meta.kinds[columns.kind[i]],
        typeLabel: state.say.label("type", meta.types[columns.type[i]]),
        statusLabel: state.say.label("status", status),
        short: state.speaker.short(...time(i)),
        get words() {
          return state.speaker.words(...time(i));
        },
        actors: actors.slice(0, 3),
        allActors: actors,
        papers: names("source", i),
        sources: columns.sources[i],
        tags: names("tag", i),
        mentions: columns.mentions[i],
        get mentionsLabel() {
          return state.say.count("count.mentions", columns.mentions[i]);
        },
        /** How many reports there are, and from how many sources that do not copy one another. */
        get sourcesLabel() {
          return state.say("details.sources", {
            reports: this.mentionsLabel,
            sources: state.say.count("count.sources", columns.sources[i]),
          });
        },
        several: columns.sources[i] > 1,
        get severalLabel() {
          return state.say.count("count.sources", columns.sources[i]);
        },
        inferred: !!(columns.flags[i] & Filter.INFERRED),
        disputed: !!(columns.flags[i] & Filter.DISPUTED),
        minor: !!(columns.flags[i] & Filter.MINOR),
        minorLabel: state.say("details.minor"),
        snippet: snippet(i),
      };
    }

    /** Around the first word found in a report, when the title does not show it. */
    function snippet(i) {
      const { query } = state.filters;
      if (!state.hits || !query) return null;
      const wanted = Search.terms(query);
      try {
        if (Search.locate(store.title(i), wanted)) return null;
        for (const mention of store.event(i).mentions.slice(0, 20)) {
          const text = store
            .article(mention.article)
            .text.slice(...mention.sentence)
            .replace(/\s+/g, " ");
          const found = Search.locate(text, wanted);
          if (!found) continue;
          const from = Math.max(0, found[0] - 40);
          return [
            (from ? "…" : "") + text.slice(from, found[0]),
            text.slice(...found),
            text.slice(found[1], found[1] + 120),
          ];
        }
      } catch {
        return null;
      }
      return null;
    }

    const laneName = (lane) => Lanes.label(meta, state.lanes, state.laid.lanes[lane], state.say);

    /** The events of a lane that can lie in the days of a bin. */
    function inBin(bin) {
      const found = [];
      const { laid, shown } = state;
      for (let i = 0; i < columns.n; i++) {
        if (!shown[i] || !Filter.touches(columns, i, [bin.low, bin.high + 1])) continue;
        for (let k = laid.starts[i]; k < laid.starts[i + 1]; k++) if (laid.items[k] === bin.lane) found.push(i);
      }
      return found;
    }

    const binWords = (bin) =>
      state.say("figure.bin", {
        n: state.say.number(inBin(bin).length),
        range: state.speaker.range(bin.low, bin.high),
      });

    /** The days that the reports of an event name, where they are disputed. */
    function candidates(i) {
      try {
        const { conflicts, mentions } = store.event(i);
        if (!conflicts.some(({ field, disputed }) => field === "time" && disputed)) return [];
        const told = mentions
          .filter(({ timex }) => timex)
          .flatMap(({ time: t }) => [t.low, t.high])
          .filter((day) => day !== null);
        return [...new Set(told)].sort((a, b) => a - b).map((day) => day + 0.5);
      } catch {
        return []; // the page is still arriving
      }
    }

    return { time, names, title, titleNow, readTitles, brief, laneName, inBin, binWords, candidates };
  }

  return Object.freeze({ make });
})();
