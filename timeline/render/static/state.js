"use strict";
// What the reader sees, as the part of the address after "#", so that a link opens the same view.
const State = (() => {
  const FACETS = ["type", "quad", "country", "actor", "source", "status", "evidence", "tag"];
  const MANY = ["country", "actor", "source", "tag"]; // of which an event can have several
  const STORY = -1;
  const KEYS = [0, 10, 30, 100, STORY]; // how many of the most important events are shown; 0: all, STORY: those that the reader chose
  const SORTS = ["time", "newest", "importance", "sources", "story"];
  const ASIDE = ["unlikely", "minor"]; // what is shown when asked for
  const VIEWS = ["timeline", "list", "table"];
  const LANES = ["type", "country", "dyad", "actor", "pair", "source"];

  /** The value names of a facet. */
  const names = (meta, facet) =>
    ({
      type: meta.types,
      quad: meta.quadNames,
      country: meta.countries,
      actor: meta.actors,
      source: meta.sources,
      status: meta.statuses,
      evidence: Filter.EVIDENCE,
      tag: meta.tags,
    })[facet];

  /** Write a state; what is as at first is left out. */
  function format(state, meta, toIso) {
    const out = new URLSearchParams();
    if (state.event) out.set("e", state.event);
    if (state.period) {
      out.set("from", toIso(Math.floor(state.period[0])));
      out.set("to", toIso(Math.ceil(state.period[1]) - 1));
    } else if (state.wide) out.set("dates", "all");
    if (state.lanes !== "type") out.set("lanes", state.lanes);
    if (state.bands) out.set("bands", "1");
    if (state.view) out.set("view", state.view);
    if (state.filters.query) out.set("q", state.filters.query);
    for (const facet of FACETS) for (const k of state.filters[facet]) out.append(facet, names(meta, facet)[k]);
    for (const facet of state.filters.together) out.append("together", facet);
    if (state.key) out.set("key", String(state.key));
    if (state.sort !== "time") out.set("sort", state.sort);
    for (const name of ASIDE) if (state.filters[name]) out.set(name, "1");
    if (state.language) out.set("lang", state.language);
    return out.toString();
  }

  /** What makes a step of the browser's history: all but the window. */
  const step = (state, meta) => format({ ...state, period: null, wide: false }, meta);

  /** Read a state; what the page does not know is left out. */
  function parse(hash, meta, fromIso, filters) {
    const read = new URLSearchParams(hash.replace(/^#/, ""));
    const pick = (key, known) => (known.includes(read.get(key)) ? read.get(key) : null);
    const from = fromIso(read.get("from"));
    const to = fromIso(read.get("to"));
    const state = {
      event: read.get("e"),
      period: from !== null && to !== null && from <= to ? [from, to + 1] : null,
      wide: read.get("dates") === "all",
      lanes: pick("lanes", LANES) || "type",
      bands: read.get("bands") === "1",
      view: pick("view", VIEWS),
      key: KEYS.includes(+read.get("key")) ? +read.get("key") : 0,
      sort: pick("sort", SORTS) || "time",
      language: read.get("lang"),
      filters: {
        ...filters,
        query: read.get("q") || "",
        together: MANY.filter((facet) => read.getAll("together").includes(facet)),
        ...Object.fromEntries(ASIDE.map((name) => [name, read.get(name) === "1"])),
      },
    };
    for (const facet of FACETS) {
      const known = names(meta, facet);
      state.filters[facet] = [
        ...new Set(
          read
            .getAll(facet)
            .map((name) => known.indexOf(name))
            .filter((k) => k >= 0),
        ),
      ];
    }
    return state;
  }

  /** Whether anything is looked for or left out by a facet. */
  const filtered = (filters) => !!filters.query || FACETS.some((facet) => filters[facet].length);

  return Object.freeze({ FACETS, STORY, MANY, ASIDE, VIEWS, LANES, KEYS, SORTS, names, format, step, parse, filtered });
})();
