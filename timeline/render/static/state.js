"use strict";
// What the reader sees, as the part of the address after "#", so that a link opens the same view.
const State = (() => {
  const FACETS = ["type", "quad", "actor", "source", "status"];
  const ASIDE = ["unlikely", "minor"]; // what is shown when asked for
  const VIEWS = ["timeline", "list", "table"];
  const LANES = ["type", "actor", "pair", "source"];

  /** The value names of a facet. */
  const names = (meta, facet) =>
    ({ type: meta.types, quad: meta.quadNames, actor: meta.actors, source: meta.sources, status: meta.statuses })[facet];

  /** Write a state; what is as at first is left out. */
  function format(state, meta, toIso) {
    const out = new URLSearchParams();
    if (state.event) out.set("e", state.event);
    if (state.period) {
      out.set("from", toIso(Math.floor(state.period[0])));
      out.set("to", toIso(Math.ceil(state.period[1]) - 1));
    } else if (state.wide) out.set("dates", "all");
    if (state.lanes !== "type") out.set("lanes", state.lanes);
    if (state.view) out.set("view", state.view);
    if (state.filters.query) out.set("q", state.filters.query);
    for (const facet of FACETS) for (const k of state.filters[facet]) out.append(facet, names(meta, facet)[k]);
    for (const name of ASIDE) if (state.filters[name]) out.set(name, "1");
    if (state.language) out.set("lang", state.language);
    return out.toString();
  }

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
      view: pick("view", VIEWS),
      language: read.get("lang"),
      filters: { ...filters, query: read.get("q") || "", ...Object.fromEntries(ASIDE.map((name) => [name, read.get(name) === "1"])) },
    };
    for (const facet of FACETS) {
      const known = names(meta, facet);
      state.filters[facet] = [...new Set(read.getAll(facet).map((name) => known.indexOf(name)).filter((k) => k >= 0))];
    }
    return state;
  }

  return { FACETS, ASIDE, VIEWS, LANES, names, format, parse };
})();
