"use strict";
// The figure as an image that can go into a report: its title, period, lanes and dates, what its marks mean, and where it comes from.
const Picture = (() => {
  const LEFT = 190,
    TOP = 64,
    BOTTOM = 78,
    RIGHT = 16; // pixels around the plot
  const TINT = 0.4; // of a band behind the lanes
  const LETTER = 6.5; // pixels of one in a band
  const SCALE = 2; // pixels of a PNG for each of the layout
  const SYMBOLS = ["circle", "diamond", "square", "cross", "hexagon"];

  /** The width of the plot in an image of so many pixels. */
  const room = (pixels) => pixels / SCALE - LEFT - RIGHT;

  const note = (text, x, y, more) => ({
    text: Traces.plain(text),
    xref: "paper",
    yref: "paper",
    x,
    y,
    xanchor: "left",
    yanchor: "top",
    showarrow: false,
    align: "left",
    ...more,
  });

  /** The image's data as an address; ``words``: {title, period, source, lanes, classes: [[number, name]]}. */
  function make(format, { words, look, size, spec, traces, layout, ticks, bands, speaker }) {
    const above = bands ? Math.max(1, ...bands.bars.map(({ row }) => row + 1)) * Bands.ROW + 4 : 0;
    const [width, height] = [size.width + LEFT + RIGHT, layout.height + TOP + above + BOTTOM];
    let before;
    const text = ticks.map((tick) => {
      const label = Axis.label(speaker, tick, before);
      before = tick[0];
      return label;
    });
    const up = (pixels) => 1 + pixels / layout.height;
    const down = (pixels) => -pixels / layout.height;
    const ink = { color: look.text };
    let x = -LEFT + 14;
    const legend = words.classes.map(([quad, name]) => {
      const at = x;
      x += 26 + name.length * 6.6;
      return note(name, 0, down(30), { xshift: at + 18, font: { ...ink, size: 12 }, quad, at });
    });
    const marks = legend.map(({ quad, at }) => ({
      type: "path",
      layer: "above",
      xref: "paper",
      yref: "paper",
      xsizemode: "pixel",
      ysizemode: "pixel",
      xanchor: 0,
      yanchor: down(30),
      path: outline(SYMBOLS[quad], at + 8, -11),
      fillcolor: look.quads[quad],
      line: { width: 0 },
    }));
    const lines = words.lanes.map((_, k) => ({
      type: "line",
      layer: "below",
      xref: "paper",
      x0: 0,
      x1: 1,
      y0: k + 1,
      y1: k + 1,
      line: { color: look.grid, width: 1 },
    }));
    const behind = bands ? backdrop(bands, { size, look, up, above }) : { shapes: [], notes: [] };
    const figure = {
      data: traces,
      config: spec.config,
      layout: {
        ...layout,
        width,
        height,
        paper_bgcolor: look.paper,
        margin: { l: LEFT, r: RIGHT, t: TOP + above, b: BOTTOM },
        shapes: [...behind.shapes, ...lines, ...marks],
        xaxis: { ...layout.xaxis, ticktext: text, showticklabels: true, ticks: "outside" },
        yaxis: {
          ...layout.yaxis,
          visible: true,
          showgrid: false,
          tickmode: "array",
          tickvals: words.lanes.map((_, k) => k + 0.5),
          ticktext: words.lanes.map((name) => Traces.plain(Marks.clip(name, 26))),
        },
        annotations: [
          note(Marks.clip(words.title, Math.floor(width / 11)), 0, up(above + TOP - 8), {
            xshift: -LEFT + 14,
            font: { ...ink, size: 20 },
          }),
          note(words.period, 0, up(above + 26), { xshift: -LEFT + 14, font: { color: look.muted, size: 13 } }),
          ...behind.notes,
          ...legend.map(({ quad: _, at: __, ...one }) => one),
          note(Marks.clip(words.source, Math.floor(width / 6.5)), 0, down(54), {
            xshift: -LEFT + 14,
            font: { color: look.muted, size: 11 },
          }),
        ],
      },
    };
    return window.Plotly.toImage(figure, { format, width, height, scale: format === "png" ? SCALE : 1 });
  }

  /** Terms of office and named periods: bars above the lanes, and a tint behind these. */
  function backdrop({ note: told, bars }, { size, look, up, above }) {
    const x = (pixels) => pixels / size.width;
    const box = { type: "rect", layer: "below", xref: "paper", yref: "paper", line: { width: 0 } };
    const font = { color: look.text, size: 11 };
    const top = (row) => above - row * Bands.ROW;
    return {
      shapes: bars.flatMap(({ left, right, row }) => {
        const sides = { x0: x(left), x1: x(Math.max(right, left + 1)) };
        const bar = { ...box, ...sides, y0: up(top(row)), y1: up(top(row + 1) + 2), fillcolor: look.soft };
        // One that covers the whole window tells nothing apart.
        const tint = { ...box, ...sides, y0: 0, y1: 1, fillcolor: look.soft, opacity: TINT };
        return left <= 0 && right >= size.width ? [bar] : [tint, bar];
      }),
      notes: [
        note(told, 0, up(above), { xshift: -LEFT + 14, font: { ...font, color: look.muted } }),
        ...bars
          .filter(({ left, right }) => right - left >= Bands.NAMED)
          .map(({ name, left, right, row }) =>
            note(Marks.clip(name, Math.floor((right - left) / LETTER)), x(left), up(top(row)), { font }),
          ),
      ],
    };
  }

  /** A mark's outline as a path in pixels around a place, y upwards. */
  function outline(symbol, x, y) {
    const r = 6;
    const at = (points) => "M" + points.map(([a, b]) => `${x + a},${y + b}`).join("L") + "Z";
    if (symbol === "diamond")
      return at([
        [0, r],
        [r, 0],
        [0, -r],
        [-r, 0],
      ]);
    if (symbol === "square")
      return at([
        [-r + 1, r - 1],
        [r - 1, r - 1],
        [r - 1, -r + 1],
        [-r + 1, -r + 1],
      ]);
    if (symbol === "cross")
      return at([
        [-2, r],
        [2, r],
        [2, 2],
        [r, 2],
        [r, -2],
        [2, -2],
        [2, -r],
        [-2, -r],
        [-2, -2],
        [-r, -2],
        [-r, 2],
        [-2, 2],
      ]);
    const corners = symbol === "hexagon" ? 6 : 24;
    return at(
      Array.from({ length: corners }, (_, k) =>
        [r * Math.cos((2 * Math.PI * k) / corners), r * Math.sin((2 * Math.PI * k) / corners)].map(
          (n) => Math.round(n * 100) / 100,
        ),
      ),
    );
  }

  return Object.freeze({ room, make, outline });
})();
