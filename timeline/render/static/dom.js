"use strict";
// Elements made of text only: nothing of an article is ever read as markup.
const Dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  /** The element of an id, which tells what kind of element it is.
   * @type {(id: string) => any} */
  const $ = (id) => document.getElementById(id);

  /** Name the controls that would turn the letters around after them, so that a text shows what it holds. */
  const shown = (child) =>
    typeof child === "string"
      ? child.replace(/[\u202d\u202e]/g, (control) => (control === "\u202d" ? "⟦LRO⟧" : "⟦RLO⟧"))
      : child;

  /** Make an element: properties by name, "on…" listeners, "data-…"/"aria-…" attributes; children are elements or text. */
  function el(tag, props, ...children) {
    const out = document.createElement(tag);
    for (const [key, value] of Object.entries(props || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith("on")) out.addEventListener(key.slice(2), value);
      else if (key === "class") out.className = value;
      else if (key in out && !key.includes("-")) out[key] = value;
      else out.setAttribute(key, value === true ? "" : value);
    }
    out.append(
      ...children
        .flat(Infinity)
        .filter((child) => child !== null && child !== undefined && child !== false)
        .map(shown),
    );
    return out;
  }

  /** A drawing of templates/glyphs.html by its id. */
  function glyph(id, name) {
    const svg = document.createElementNS(SVG, "svg");
    const use = document.createElementNS(SVG, "use");
    svg.setAttribute("class", name);
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#" + id);
    svg.append(use);
    return svg;
  }

  /** Text of the articles, kept from turning the direction of what stands around it. */
  const foreign = (text) => el("bdi", null, text);

  /** The address where it is one of the web's, else null. */
  function web(url) {
    try {
      const parsed = new URL(url);
      return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
    } catch {
      return null;
    }
  }

  const link = (url, text) =>
    el("a", { href: url, rel: "noopener noreferrer nofollow external", target: "_blank" }, text);

  /** The title of a sheet that rises from below on a phone, and what closes it. */
  const sheetTop = (title, close) =>
    el(
      "div",
      { class: "sheet-top" },
      el("b", null, title),
      el(
        "button",
        { type: "button", class: "square", "data-shut": true, "aria-label": close },
        glyph("i-close", "icon"),
      ),
    );

  /** Once the whole page is there. */
  const arrived = () =>
    document.readyState === "loading"
      ? new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }))
      : Promise.resolve();

  /** Hand a file to the reader. */
  function save(name, type, content) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const anchor = el("a", { href: url, download: name });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  return Object.freeze({ $, el, glyph, foreign, web, link, sheetTop, arrived, save });
})();
