"use strict";
// Below the figure: the events without a date, which stand nowhere in it.
const Tray = (() => {
  const { $, el } = Dom;
  const MOST = 30; // of them

  /** Show them; ``title`` may be one that has not arrived, so this is called again when the page has. */
  function show(app, undated) {
    const { meta, columns } = app.store;
    const box = $("tray");
    const chip = (i) => {
      const quad = "q-" + meta.quadNames[columns.quad[i]];
      return el(
        "button",
        { type: "button", class: "chip", onclick: () => app.choose(i, { reveal: true }) },
        Dom.glyph(quad, `glyph ${quad}`),
        Dom.foreign(Marks.clip(app.title(i))),
      );
    };
    box.hidden = !undated.length;
    box.replaceChildren(
      el("b", null, app.say()("tray.title")),
      ...undated.slice(0, MOST).map(chip),
      undated.length > MOST ? app.say()("count.more", { n: app.say().number(undated.length - MOST) }) : "",
    );
  }

  return { show };
})();
