"use strict";
// What the marks mean; a class can be shown alone by it.
const Legend = (() => {
  const { el, glyph } = Dom;
  const MARKS = [
    "point",
    "interval",
    "within",
    "fuzzy",
    "before",
    "after",
    "planned",
    "inferred",
    "unlikely",
    "conflict",
    "links",
    "stages",
    "profile",
  ];

  /** A button that shows the events of one facet alone; ``attributes``: what else it has. */
  const alone = ({ state, filtering }, facet, keys, name, attributes, ...children) => {
    const on = filtering.isOnly(facet, keys);
    return el(
      "button",
      {
        type: "button",
        "aria-pressed": String(on),
        title: state.say(on ? "lanes.all" : "lanes.only", { name }),
        onclick: () => filtering.only(facet, keys),
        ...attributes,
      },
      ...children,
    );
  };

  /** The classes of events, each a button that shows it alone. */
  const classes = (shows, { meta }) =>
    el(
      "ul",
      { class: "legend" },
      meta.quadNames
        .filter((_, k) => meta.quads.includes(k))
        .map((name) => {
          const { say } = shows.state;
          const number = meta.quadNames.indexOf(name);
          const told = say("quad." + name);
          const sign = glyph("q-" + name, `glyph q-${name}`);
          return el("li", null, alone(shows, "quad", [number], told, { class: "linkish" }, sign, told));
        }),
    );

  const marks = (say) =>
    el(
      "ul",
      { class: "legend" },
      MARKS.map((name) => el("li", null, glyph("l-" + name, "sample"), say("legend." + name))),
    );

  return Object.freeze({ alone, classes, marks });
})();
