"use strict";
// Drawn over the figure when an event is chosen: lines to the events it hangs together with, and the days of its stages.
const Threads = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const BEND = 14; // pixels by which a line between two marks of one height bends
  const TICK = 9; // half the height of a stage's day

  const shape = (tag, attributes) => {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };

  function make(plot) {
    const svg = shape("svg", { class: "threads", "aria-hidden": "true" });
    plot.append(svg);

    const line = ([x0, y0], [x1, y1]) => {
      const middle = [(x0 + x1) / 2, (y0 + y1) / 2 - (Math.abs(y0 - y1) < BEND ? BEND * 1.6 : 0)];
      return shape("path", { d: `M${x0} ${y0}Q${middle[0]} ${middle[1]} ${x1} ${y1}` });
    };

    /** ``from``: the place of the chosen mark, null where the figure has none; ``others``: places of marks; ``days``: [x, whether it came to be]. */
    function draw(from, others, days) {
      svg.replaceChildren();
      if (!from) return;
      svg.append(...others.map((to) => line(from, to)));
      for (const [x, held] of days) {
        if (Math.abs(x - from[0]) > TICK)
          svg.append(shape("path", { class: "stage", d: `M${x} ${from[1] + TICK}H${from[0]}` }));
        svg.append(
          shape("path", { class: held ? "stage held" : "stage", d: `M${x} ${from[1] - TICK}V${from[1] + TICK}` }),
        );
      }
    }

    return { draw };
  }

  return Object.freeze({ make });
})();
