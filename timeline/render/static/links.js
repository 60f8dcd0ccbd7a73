"use strict";
// How events hang together: whose date rests on another's, and what comes before and after between the same parties.
const Links = (() => {
  const { el, foreign, glyph } = Dom;
  const NONE = -1;
  const PARTIES = ["country", "actor"]; // by whom events are followed: by states where two are named, else by names
  const LISTED = 6; // events that rest on one, which the panel names

  const bearing = new WeakMap(); // of each table of what hangs on what, the other way round

  function inverse(hangs) {
    if (!bearing.has(hangs)) {
      const out = new Map();
      for (const [i, others] of Object.entries(hangs))
        for (const other of others) out.set(other, [...(out.get(other) || []), +i]);
      bearing.set(hangs, out);
    }
    return bearing.get(hangs);
  }

  /** The nearest event in a direction of time that passes the filters and names all of the wanted parties. */
  function next(columns, shown, facet, wanted, i, step) {
    for (let j = i + step; j >= 0 && j < columns.n; j += step) {
      if (!shown[j] || columns.kind[j] === Filter.UNDATED) continue;
      const own = Filter.values(columns, facet, j);
      if (wanted.every((k) => own.includes(k))) return j;
    }
    return NONE;
  }

  /** Numbers of the events that an event hangs together with: {rests, bears, before, after}; the last two are -1 for none, and where ``near`` asks for no search. */
  function of(columns, shown, i, near = true) {
    const known = (others) => (others || []).filter((other) => shown[other]);
    const facet = PARTIES.find((name) => Filter.values(columns, name, i).length > 1);
    const wanted = facet ? Array.from(Filter.values(columns, facet, i)) : [];
    const follow = (step) =>
      near && facet && columns.kind[i] !== Filter.UNDATED && !columns.moved
        ? next(columns, shown, facet, wanted, i, step)
        : NONE;
    return {
      rests: known(columns.hangs[i]),
      bears: known(inverse(columns.hangs).get(i)),
      before: follow(-1),
      after: follow(1),
    };
  }

  /** All of them, each once. */
  const all = ({ rests, bears, before, after }) =>
    [...new Set([...rests, ...bears, before, after])].filter((i) => i !== NONE);

  /** The part of the panel that names them; empty where there are none. */
  function section(links, { say, brief, onChoose }) {
    const row = (key) => (i) => {
      const view = brief(i);
      return el(
        "li",
        null,
        el("span", { class: "link-how" }, say("links." + key)),
        el(
          "button",
          { type: "button", onclick: () => onChoose(i) },
          glyph("q-" + view.quad, `glyph q-${view.quad}`),
          el("span", null, el("span", { class: "row-when" }, view.short), " ", foreign(view.title)),
        ),
      );
    };
    const rows = [
      ...links.rests.map(row("rests")),
      ...links.bears.slice(0, LISTED).map(row("bears")),
      ...[
        ["before", links.before],
        ["after", links.after],
      ]
        .filter(([, i]) => i !== NONE)
        .map(([key, i]) => row(key)(i)),
    ];
    return rows.length
      ? [el("section", { class: "links" }, el("h3", null, say("links.title")), el("ul", { class: "group" }, rows))]
      : [];
  }

  return Object.freeze({ NONE, of, all, section });
})();
