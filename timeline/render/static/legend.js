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
  const alone = (app, facet, keys, name, attributes, ...children) => {
    const on = app.isOnly(facet, keys);
    return el(
      "button",
      {
        type: "button",
        "aria-pressed": String(on),
        title: app.say()(on ? "lanes.all" : "lanes.only", { name }),
        onclick: () => app.only(facet, keys),
        ...attributes,
      },
      ...children,
    );
  };

  /** The classes of events, each a button that shows it alone. */
  const classes = (app) =>
    el(
      "ul",
      { class: "legend" },
      app.quads().map((name) => {
        const say = app.say();
        const number = app.store.meta.quadNames.indexOf(name);
        const told = say("quad." + name);
        const sign = glyph("q-" + name, `glyph q-${name}`);
        return el("li", null, alone(app, "quad", [number], told, { class: "linkish" }, sign, told));
      }),
    );

  const marks = (say) =>
    el(
      "ul",
      { class: "legend" },
      MARKS.map((name) => el("li", null, glyph("l-" + name, "sample"), say("legend." + name))),
    );

  return { alone, classes, marks };
})();
