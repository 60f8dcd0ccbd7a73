"use strict";
// Marks become Plotly traces: the shape says how the date is known, the outline whether it happened, the colour the class.
const Traces = (() => {
  const DAY = 86400000;
  const SYMBOLS = ["circle", "diamond", "square", "cross", "hexagon"];
  const THICK = 11; // pixels of a bar
  const FLAT = 1e-6; // of a lane: no height
  const SPINE = 2.5; // of the line through one that is soft

  /** "#rrggbb" with an opacity. */
  function fade(colour, alpha) {
    const n = parseInt(colour.slice(1), 16);
    return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${alpha})`;
  }

  /** Plotly reads <b> and &amp; in its texts; article text must stay what it is, on one line and in one direction. */
  function plain(text) {
    return text
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;");
  }

  /** Filled step lines from ``low`` to ``high`` (part of a lane, by bin), one closed path for every run of bins that are not empty. */
  function steps(out, { first, width, counts }, low, high) {
    const day = (k) => (first + k * width) * DAY;
    const flat = (k) => low(k) - high(k) < FLAT;
    for (let k = 0; k < counts.length; k++) {
      if (flat(k)) continue;
      const begin = k;
      for (; k < counts.length && !flat(k); k++) {
        out.x.push(day(k), day(k + 1));
        out.y.push(high(k), high(k));
      }
      for (let j = k - 1; j >= begin; j--) {
        out.x.push(day(j + 1), day(j));
        out.y.push(low(j), low(j));
      }
      out.x.push(day(begin), null);
      out.y.push(high(begin), null);
    }
  }

  /** The counts of a lane; of several classes, conflict stands at the bottom, cooperation on it, and what is neither on top. */
  function profile(part, path, colours) {
    const base = part.lane + 0.94;
    const most = Math.max(1, ...part.counts); // of this lane: one scale for all would make flat lines of the quiet ones
    const top = (k) => base - part.tall * Math.sqrt(part.counts[k] / most);
    if (!part.sides) {
      steps(path(colours.all), part, () => base, top);
      return;
    }
    const [conflict, cooperation] = part.sides;
    const at = (k, n) => (part.counts[k] ? base - (base - top(k)) * Math.min(1, n / part.counts[k]) : base);
    steps(
      path(colours.conflict),
      part,
      () => base,
      (k) => at(k, conflict[k]),
    );
    steps(
      path(colours.cooperation),
      part,
      (k) => at(k, conflict[k]),
      (k) => at(k, conflict[k] + cooperation[k]),
    );
    steps(
      path(colours.all),
      part,
      (k) => at(k, conflict[k] + cooperation[k]),
      (k) => at(k, part.counts[k]),
    );
  }

  /**
   * Traces for a layout of Marks.  ``look``: colours of the classes, text and paper; ``planned`` and ``unlikely`` tell
   * of an event number.
   */
  function build(base, laid, columns, { height, look, quadOf, planned, unlikely }) {
    const copy = (name) => structuredClone(base.find((trace) => trace.name === name));
    const [bars, dashes, links, points, labels] = ["bars", "dashes", "links", "points", "labels"].map(copy);
    Object.assign(bars, { base: [], x: [], y: [], width: [] });
    Object.assign(bars.marker, { color: [], line: { color: [], width: [] } });
    for (const trace of [dashes, links, points, labels]) Object.assign(trace, { x: [], y: [] });
    Object.assign(points.marker, { symbol: [], color: [], size: [], line: { color: [], width: [] } });
    Object.assign(labels, { text: [], textposition: [] });
    labels.textfont.color = look.text;
    dashes.line.color = look.text;
    links.line.color = look.muted;

    let thickness = THICK;
    const bar = (from, to, y, fill, line, thick = thickness) => {
      bars.base.push(from * DAY);
      bars.x.push((to - from) * DAY);
      bars.y.push(y);
      bars.width.push(thick / height);
      bars.marker.color.push(fill);
      bars.marker.line.color.push(line || fill);
      bars.marker.line.width.push(line ? 1.5 : 0);
    };
    const point = (x, y, symbol, colour, size = thickness + 1, line = 0, rim = look.paper) => {
      points.x.push(x * DAY);
      points.y.push(y);
      points.marker.symbol.push(symbol);
      points.marker.color.push(colour);
      points.marker.size.push(size);
      points.marker.line.width.push(line);
      points.marker.line.color.push(rim);
    };
    const gap = 6 / laid.scale; // between a mark and its title
    const label = (x, y, text, left) => {
      labels.x.push((left ? x - gap : x + gap) * DAY);
      labels.y.push(y);
      labels.text.push(plain(text));
      labels.textposition.push(left ? "middle left" : "middle right");
    };
    const box = (from, to, y) => {
      const half = (thickness + 3) / 2 / height;
      dashes.x.push(from * DAY, to * DAY, to * DAY, from * DAY, from * DAY, null);
      dashes.y.push(y - half, y - half, y + half, y + half, y - half, null);
    };
    // Three steps of opacity: the ends are soft because the day is not known.
    const soft = (from, to, y, colour, line) => {
      const step = (to - from) / 6;
      bar(from, to, y, fade(colour, line ? 0.08 : 0.2), line);
      if (line) return;
      for (const k of [1, 2]) bar(from + step * k, to - step * k, y, fade(colour, 0.26));
      bar(from, to, y, colour, null, SPINE); // as far as it reaches, it can be seen
    };
    const arrow = (from, to, y, colour, towards, line) => {
      const step = (to - from) / 3;
      for (let k = 0; k < 3; k++) {
        const a = towards < 0 ? to - step * (k + 1) : from + step * k;
        bar(a, a + step, y, line ? fade(colour, 0.04) : fade(colour, [0.75, 0.45, 0.22][k]), null, thickness / 2);
      }
      const px = (to - from) / 46;
      bar(towards < 0 ? to - 3 * px : from, towards < 0 ? to : from + 3 * px, y, colour, null, thickness + 3);
      if (line) {
        links.x.push(from * DAY, to * DAY, null);
        links.y.push(y, y, null);
      }
      point(
        towards < 0 ? from + 3 * px : to - 3 * px,
        y,
        `triangle-${towards < 0 ? "left" : "right"}${line ? "-open" : ""}`,
        colour,
        Math.min(10, thickness + 1),
        line ? 1.6 : 0,
        colour,
      );
    };

    for (const mark of laid.marks) {
      const { i, from, to, y } = mark;
      thickness = Math.min(THICK, mark.size - 1);
      const colour = look.quads[columns.quad[i]];
      const ghost = unlikely(i);
      const line = planned(i) || ghost ? colour : null;
      const kind = columns.kind[i];
      const inferred = columns.flags[i] & Filter.INFERRED;
      const middle = (from + to) / 2;
      if (kind === Marks.POINT)
        point(
          middle,
          y,
          SYMBOLS[columns.quad[i]] + (inferred ? "-open-dot" : line ? "-open" : ""),
          colour,
          mark.size,
          line || inferred ? 2 : 1,
          line || inferred ? colour : look.paper,
        );
      else if (kind === Marks.INTERVAL) bar(from, to, y, line ? fade(colour, 0.06) : colour, line);
      else if (kind === Marks.WITHIN) soft(from, to, y, colour, line);
      else if (kind === Marks.BEFORE) arrow(from, to, y, colour, -1, line);
      else if (kind === Marks.AFTER) arrow(from, to, y, colour, 1, line);
      else {
        const [beginHigh, endLow] = columns.inner[i];
        soft(from, to, y, colour, line);
        if (beginHigh !== null && endLow !== null && beginHigh <= endLow)
          bar(beginHigh, endLow + 1, y, line ? fade(colour, 0.1) : colour, line);
      }
      if (inferred && kind !== Marks.POINT) box(from, to, y);
      if (ghost) point(middle, y, "x-thin-open", look.text, mark.size + 1, 1.8, look.text);
      let ends = [from, to];
      if (mark.clash && mark.clash.length > 1) {
        const days = mark.clash;
        ends = [Math.min(from, days[0]), Math.max(to, days[days.length - 1])];
        links.x.push(days[0] * DAY, days[days.length - 1] * DAY, null);
        links.y.push(y, y, null);
        for (const day of days) point(day, y, "line-ns-open", look.text, 12, 2, look.text);
      }
      const text = mark.text || (mark.clash ? Marks.CLASH : null);
      if (text) label(ends[mark.left ? 0 : 1], y, text, mark.left);
    }
    const profiles = [];
    const byColour = new Map();
    const path = (colour) => {
      if (!byColour.has(colour)) {
        const trace = Object.assign(copy("profile"), { x: [], y: [] });
        trace.line.color = colour;
        trace.line.width = 0;
        trace.fillcolor = fade(colour, 0.85);
        byColour.set(colour, trace);
        profiles.push(trace);
      }
      return byColour.get(colour);
    };
    for (const part of laid.profiles)
      profile(part, path, {
        all: part.sides ? look.quads[4] : quadOf(part.lane) === null ? look.accent : look.quads[quadOf(part.lane)],
        conflict: look.quads[2],
        cooperation: look.quads[0],
      });
    return [...profiles, ...[bars, dashes, links, points, labels].filter((trace) => trace.x.length)];
  }

  return Object.freeze({ fade, plain, profile, build });
})();
