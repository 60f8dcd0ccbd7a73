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

  /** The classes of events, each a button that shows it alone. */
  const classes = (app) =>
    el(
      "ul",
      { class: "legend" },
      app.quads().map((name) => {
        const say = app.say();
        const number = app.store.meta.quadNames.indexOf(name);
        const on = app.isOnly("quad", [number]);
        return el(
          "li",
          null,
          el(
            "button",
            {
              type: "button",
              class: "linkish",
              "aria-pressed": String(on),
              title: say(on ? "lanes.all" : "lanes.only", { name: say("quad." + name) }),
              onclick: () => app.only("quad", [number]),
            },
            glyph("q-" + name, `glyph q-${name}`),
            say("quad." + name),
          ),
        );
      }),
    );

  const marks = (say) =>
    el(
      "ul",
      { class: "legend" },
      MARKS.map((name) => el("li", null, glyph("l-" + name, "sample"), say("legend." + name))),
    );

  return { classes, marks };
})();
