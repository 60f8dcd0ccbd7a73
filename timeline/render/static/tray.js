"use strict";
// Below the figure: the events without a date, which stand nowhere in it.
const Tray = (() => {
  const { $, el } = Dom;
  const MOST = 30; // of them

  /** Show them; ``title`` may be one that has not arrived, so this is called again when the page has. */
  function show({ say }, { meta, columns }, { undated, choose, title }) {
    const box = $("tray");
    const chip = (i) => {
      const quad = "q-" + meta.quadNames[columns.quad[i]];
      return el(
        "button",
        { type: "button", class: "chip", onclick: () => choose(i, { reveal: true }) },
        Dom.glyph(quad, `glyph ${quad}`),
        Dom.foreign(Marks.clip(title(i))),
      );
    };
    box.hidden = !undated.length;
    box.replaceChildren(
      el("b", null, say("tray.title")),
      ...undated.slice(0, MOST).map(chip),
      undated.length > MOST ? say("count.more", { n: say.number(undated.length - MOST) }) : "",
    );
  }

  return Object.freeze({ show });
})();
