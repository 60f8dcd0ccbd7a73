"use strict";
// The colours and the font of the style sheets, for what is drawn by scripts.
const Look = (() => {
  function read(meta) {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    return {
      quads: meta.quadNames.map((name) => get("--q-" + name)),
      text: get("--ink"),
      muted: get("--ink-soft"),
      grid: get("--line"),
      paper: get("--paper"),
      accent: get("--accent"),
      faint: get("--faint"),
      soft: get("--accent-soft"),
      focus: get("--focus"),
      font: get("--sans"),
    };
  }

  /** As on paper, whatever the theme: no layout is made in between, so nothing is seen of it. */
  function light(meta) {
    const root = document.documentElement.classList;
    const on = root.contains("printing");
    root.add("printing");
    const look = read(meta);
    if (!on) root.remove("printing");
    return look;
  }

  return Object.freeze({ read, light });
})();
