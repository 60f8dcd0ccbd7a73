"use strict";
// What stands beside the pointer over the figure: never cut off by the figure's edge or the screen's.
const Tip = (() => {
  const { $, el, foreign } = Dom;
  const OFF = 14; // pixels from the pointer

  /** ``at(event)``: what lies under the pointer, null for nothing. */
  function make(plot, { brief, binWords, laneName }, at) {
    const tip = $("tip");
    let waits = 0;

    function words(found) {
      if (!found.mark) return [el("b", null, binWords(found.bin)), el("span", null, laneName(found.bin.lane))];
      const told = brief(found.mark.i);
      return [
        el("b", null, foreign(told.title)),
        el("span", null, told.words),
        el("span", null, told.typeLabel, told.status === "occurred" ? "" : " · " + told.statusLabel),
      ];
    }

    function put({ clientX: x, clientY: y }) {
      const { width, height } = tip.getBoundingClientRect();
      tip.style.left = Math.max(4, x + OFF + width > window.innerWidth ? x - OFF - width : x + OFF) + "px";
      tip.style.top = Math.max(4, y + OFF + height > window.innerHeight ? y - OFF - height : y + OFF) + "px";
    }

    plot.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(waits);
      if (event.pointerType === "touch" || event.buttons) return;
      waits = requestAnimationFrame(() => {
        const found = at(event);
        plot.classList.toggle("over", !!found);
        tip.hidden = !found;
        if (!found) return;
        tip.replaceChildren(...words(found));
        put(event);
      });
    });
    const hide = () => {
      cancelAnimationFrame(waits);
      tip.hidden = true;
    };
    plot.addEventListener("pointerleave", hide);
    return { hide };
  }

  return Object.freeze({ make });
})();
