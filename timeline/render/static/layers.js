"use strict";
// What lies open over the page, from the bottom up: Esc and a click elsewhere close the uppermost only.
const Layers = (() => {
  const { $ } = Dom;

  const menu = () => document.querySelector("details.menu[open]");

  function make({ state }, closePanel) {
    function shut(open) {
      open.open = false;
      open.querySelector("summary").focus();
    }

    /** Close the uppermost layer; false where nothing lies open. A dialog closes itself. */
    function close() {
      if (document.querySelector("dialog[open]")) return true;
      const open = menu();
      if (open) {
        shut(open);
        return true;
      }
      if (!document.body.classList.contains("chosen")) return false;
      if (Edit.leave(state.say)) closePanel();
      return true;
    }

    document.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-shut]")) shut(menu());
      /** @type {NodeListOf<HTMLDetailsElement>} */
      const menus = document.querySelectorAll("details.menu[open]");
      for (const open of menus) if (!event.composedPath().includes(open)) open.open = false;
    });
    document.addEventListener(
      "keydown",
      (event) => {
        // Esc that ends the writing of a Japanese word is not meant for the page.
        if (event.key !== "Escape" || event.isComposing || event.keyCode === 229) return;
        if (event.target === $("query")) return; // the field empties itself, and nothing else goes
        if (!close()) return;
        event.stopPropagation();
        if (!document.querySelector("dialog[open]")) event.preventDefault();
      },
      true,
    );

    return { close };
  }

  return Object.freeze({ make });
})();
