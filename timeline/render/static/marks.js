"use strict";
// Which marks the figure draws and where: single events where they fit, counts where they do not.
const Marks = (() => {
  const POINT = 0, WITHIN = 1, INTERVAL = 2, FUZZY = 3, BEFORE = 4, AFTER = 5;
  const NONE = -2147483648;
  const BUDGET = 600; // single marks in view: SVG takes about 90 ms for 1,000
  const LABELLED = 40; // titles in view, above which they only cover one another
  const BINS = 180; // of a screen
  const ROWS = [[14, 11], [11, 9], [8, 7], [6, 6]]; // pixels of a row and of its marks: with titles, without, in a crowd, in a throng
  const WIDEST = [Infinity, 1, 0.3]; // windows: how wide the marks may be that are drawn in a crowded lane
  const TAIL = 46; // pixels of the arrow of an open side
  const HALF = 7; // half a point mark
  const LETTER = 6.3; // pixels, an average of the system fonts at 12 px
  const LONGEST = 36, LEAST = 10; // letters of a title in the figure

  /** Where a mark lies, in days; ``scale`` is pixels a day. */
  function shape(columns, i, scale) {
    const low = columns.low[i];
    const high = columns.high[i];
    const kind = columns.kind[i];
    const px = 1 / scale; // of the mark, whose size follows the row
    if (kind === POINT) return [low + 0.5 - HALF * px, low + 0.5 + HALF * px];
    if (kind === BEFORE) return [high + 1 - TAIL * px, high + 1];
    if (kind === AFTER) return [low, low + TAIL * px];
    const at = columns.at[i];
    const from = low === NONE ? (high === NONE ? at : Math.min(at, high)) - TAIL * px : low;
    const to = high === NONE ? Math.max(from, at) + TAIL * px : high + 1;
    const short = (kind === INTERVAL ? 8 : 14) * px - (to - from);
    return short > 0 ? [from - short / 2, to + short / 2] : [from, to];
  }

  const clip = (title, most = LONGEST) => (title.length > most ? title.slice(0, most - 1).trimEnd() + "…" : title);

  /** Put the events of a lane into rows that none covers another; null where the rows do not suffice. */
  function stack(columns, events, scale, rows, spread) {
    const ends = new Float64Array(rows).fill(-Infinity);
    const gap = 3 / scale;
    const out = [];
    for (const i of events) {
      const [from, to] = shape(columns, i, scale);
      let row = 0;
      // Titles need room, so marks that will have them take the row that has been free for longest.
      for (let k = 1; k < rows; k++) if (spread ? ends[k] < ends[row] : ends[row] > from && ends[k] <= from) row = k;
      if (ends[row] > from) return null;
      ends[row] = to + gap;
      out.push({ i, from, to, row, text: null, left: false });
    }
    return out;
  }

  /** Part events into those of marks up to ``widest`` days and those of wider ones. */
  function part(columns, events, scale, widest) {
    const out = [[], []];
    for (const i of events) {
      const [from, to] = widest === Infinity ? [0, 0] : shape(columns, i, scale);
      out[to - from > widest ? 1 : 0].push(i);
    }
    return out;
  }

  /** Give the marks of a lane their titles, to the right or else to the left, as long as the row has room. */
  function entitle(marks, scale, view, rows, title) {
    for (let row = 0; row < rows; row++) {
      const own = marks.filter((mark) => mark.row === row);
      let free = -Infinity; // where the last title or mark ends
      own.forEach((mark, k) => {
        const next = k + 1 < own.length ? own[k + 1].from : Infinity;
        const text = title(mark.i);
        const right = (Math.min(next, Math.max(view[1], mark.to)) - mark.to) * scale - 14;
        const left = (mark.from - Math.max(free, Math.min(view[0], mark.from))) * scale - 14;
        const size = wide(clip(text));
        for (const [room, towardsLeft] of [[right, false], [left, true]]) {
          const letters = size <= room ? LONGEST : Math.floor((room / size) * Math.min(text.length, LONGEST)) - 1;
          if (mark.text || letters < LEAST || (!towardsLeft && size > room && size <= left)) continue;
          mark.text = clip(text, Math.min(letters, LONGEST));
          mark.left = towardsLeft;
        }
        free = mark.to + (mark.text && !mark.left ? (wide(mark.text) + 14) / scale : 0);
      });
    }
  }

  const wide = (text) => {
    let width = 0;
    for (const letter of text) width += letter > "\u2e7f" ? 12 : LETTER;
    return width;
  };

  /**
   * How many events there are in bins of ``width`` days from ``from``.  An event of which only the month or year is
   * known is spread over its days: put on the first one, every January would look eventful.
   */
  function count(columns, events, from, width, bins) {
    const out = new Float64Array(bins);
    for (const i of events) add(out, columns, i, from, width);
    return out;
  }

  /** Add one event to such counts. */
  function add(out, { low, high, at }, i, from, width) {
    const known = low[i] !== NONE && high[i] !== NONE;
    const first = Math.floor(((known ? low[i] : at[i]) + 0.5 - from) / width);
    const last = known ? Math.floor((high[i] + 0.5 - from) / width) : first;
    const part = 1 / (last - first + 1);
    for (let bin = Math.max(0, first); bin <= last && bin < out.length; bin++) out[bin] += part;
  }

  /**
   * Lay out the figure.
   * ``lanes``: from Lanes.assign; ``shown``: mask; ``view``: days in the window; ``width``, ``height``: pixels of the plot
   * and of one lane; ``title``: event number to title.  Half a window is laid out on both sides, so that panning needs
   * no new layout.  Returns marks (y in lanes, from the top), profiles of the crowded lanes, and the days covered.
   */
  function layout({ columns, lanes, shown, view, width, height, title }) {
    const span = view[1] - view[0];
    const scale = width / span;
    const covered = [view[0] - span / 2, view[1] + span / 2];
    const members = lanes.lanes.map(() => []);
    const inView = new Uint32Array(lanes.lanes.length);
    const tail = TAIL / scale;
    let visible = 0;
    for (let i = 0; i < columns.n; i++) {
      if (!shown[i] || columns.kind[i] > AFTER) continue;
      const low = columns.low[i] === NONE ? columns.at[i] - tail : columns.low[i];
      const high = columns.high[i] === NONE ? columns.at[i] + tail : columns.high[i] + 1;
      if (high < covered[0] || low > covered[1]) continue;
      const seen = high >= view[0] && low <= view[1];
      for (let k = lanes.starts[i]; k < lanes.starts[i + 1]; k++) {
        members[lanes.items[k]].push(i);
        if (seen) inView[lanes.items[k]]++;
      }
      if (seen) visible++;
    }
    // The emptiest lanes first: as many lanes as possible show their single events.
    const single = new Set();
    const calm = new Set(); // where there is time to part the events
    let spent = 0;
    for (const lane of lanes.lanes.map((_, k) => k).sort((a, b) => members[a].length - members[b].length || a - b)) {
      spent += members[lane].length;
      if (spent > BUDGET * 2) break;
      single.add(lane);
      if (spent <= BUDGET) calm.add(lane);
    }
    const marks = [];
    const profiles = [];
    const labelled = visible <= LABELLED ? title : null;
    const binWidth = Math.max(1, span / BINS);
    const first = Math.floor(covered[0] / binWidth) * binWidth;
    const bins = Math.ceil((covered[1] - first) / binWidth);
    lanes.lanes.forEach((_, lane) => {
      const events = Filter.inOrder(columns, members[lane]);
      let rows = null;
      let pitch = 0;
      let size = 0;
      let counted = events;
      if (single.has(lane))
        for (const widest of calm.has(lane) ? WIDEST : WIDEST.slice(0, 1)) {
          if (rows) break;
          // Where they do not all fit, the shorter ones are drawn, and those that reach across the window are counted.
          const [short, wide] = part(columns, events, scale, widest * span);
          if (!short.length || (widest < Infinity && !wide.length)) continue;
          counted = wide;
          for (const [step, mark] of labelled ? ROWS : ROWS.slice(1)) {
            if (rows) break;
            [pitch, size] = [step, mark];
            rows = stack(columns, short, (scale * 12) / mark, Math.max(1, Math.floor((height - 4) / step)), labelled && step === ROWS[0][0]);
          }
        }
      if (rows && labelled && pitch === ROWS[0][0]) entitle(rows, scale, view, Math.max(1, Math.floor((height - 4) / pitch)), labelled);
      if (rows) {
        // Rows lie around the middle of the lane: below, above, below …
        const last = Math.max(0, ...rows.map((mark) => mark.row));
        const off = (last % 2) / 2;
        for (const mark of rows) {
          mark.lane = lane;
          mark.size = size;
          mark.y = lane + 0.5 + (((mark.row % 2 ? mark.row + 1 : -mark.row) / 2 - off) * pitch) / height;
          marks.push(mark);
        }
      } else counted = events;
      if (counted.length) profiles.push({ lane, first, width: binWidth, counts: count(columns, counted, first, binWidth, bins), beside: !!rows });
    });
    let most = 1;
    for (const { counts, beside } of profiles) if (!beside) for (const n of counts) if (n > most) most = n;
    return { marks, profiles, most, covered, span, scale, inView: Array.from(inView), visible };
  }

  /** The mark or bin at a place (days, lanes from the top); ``reach`` is how far a click may miss, in days and lanes. */
  function hit({ marks, profiles }, day, y, reach) {
    let best = null;
    let least = Infinity;
    for (const mark of marks) {
      const dx = Math.max(mark.from - day, day - mark.to, 0) / reach[0];
      const dy = Math.abs(mark.y - y) / reach[1];
      const away = dx * dx + dy * dy;
      if (dx <= 1 && dy <= 1 && away < least) {
        least = away;
        best = mark;
      }
    }
    if (best) return { mark: best };
    for (const { lane, first, width, counts } of profiles) {
      if (lane !== Math.floor(y)) continue;
      const bin = Math.floor((day - first) / width);
      for (const near of [bin, bin - 1, bin + 1])
        if (counts[near]) return { bin: { lane, low: Math.ceil(first + near * width), high: Math.ceil(first + (near + 1) * width) - 1 } };
    }
    return null;
  }

  return { POINT, WITHIN, INTERVAL, FUZZY, BEFORE, AFTER, BUDGET, LABELLED, shape, stack, entitle, count, add, layout, hit, clip };
})();
