"use strict";
// Which marks the figure draws and where: single events where they fit, counts where they do not.
const Marks = (() => {
  const POINT = 0,
    WITHIN = 1,
    INTERVAL = 2,
    FUZZY = 3,
    BEFORE = 4,
    AFTER = 5;
  const BUDGET = 600; // single marks in view: SVG takes about 90 ms for 1,000
  const LABELLED = 40; // titles in view, above which they only cover one another
  const TRIED = 160; // events, the most important ones, whose titles are tried
  const NAMED = 26; // letters for which there is to be room beside such an event
  const PICKED = 12; // events of a crowded lane, the most important ones, that are drawn above its counts
  const ABOVE = 0.62; // part of such a lane that they have
  const BINS = 180; // of a screen
  const ROWS = [
    [14, 11],
    [11, 9],
    [8, 7],
    [6, 6],
  ]; // pixels of a row and of its marks: with titles, without, in a crowd, in a throng
  const WIDEST = [Infinity, 1, 0.3]; // windows: how wide the marks may be that are drawn in a crowded lane
  const COOPERATION = [0, 1],
    CONFLICT = [2, 3]; // classes
  const TAIL = 46; // pixels of the arrow of an open side
  const HALF = 7; // half a point mark
  const LETTER = 6.5; // pixels, an average of the system fonts at 12 px
  const LONGEST = 36,
    LEAST = 10; // letters of a title in the figure
  const TALL = 13; // pixels of a title
  const GAP = 6; // pixels between a mark and its title
  const CLASH = "≠ "; // before the title of an event whose reports disagree
  const PROFILE = 0.84,
    BELOW = 0.3,
    BESIDE = 0.2; // heights of counts: alone, below the most important events, beside all shorter ones

  /** A mark as near to its place as the axis allows, which ends with the first and the last day that can be written.
   * @type {(days: number[]) => number[]} */
  const inside = ([from, to]) => {
    const off = Math.max(0, Filter.LIMITS[0] - from) - Math.max(0, to - Filter.LIMITS[1]);
    return [from + off, to + off];
  };

  /** Where a mark lies, in days; ``scale`` is pixels a day. */
  const shape = (columns, i, scale) => inside(extent(columns, i, scale));

  function extent(columns, i, scale) {
    const low = columns.low[i];
    const high = columns.high[i];
    const kind = columns.kind[i];
    const px = 1 / scale; // of the mark, whose size follows the row
    if (kind === POINT) return [low + 0.5 - HALF * px, low + 0.5 + HALF * px];
    if (kind === BEFORE) return [high + 1 - TAIL * px, high + 1];
    if (kind === AFTER) return [low, low + TAIL * px];
    const at = columns.at[i];
    const from = low === Store.NONE ? (high === Store.NONE ? at : Math.min(at, high)) - TAIL * px : low;
    const to =
      high === Store.NONE
        ? Math.max(from, Filter.last(columns, i) + (low === Store.NONE ? 1 : 0)) + TAIL * px
        : high + 1;
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

  /** Whether boxes [left, right, top, bottom] in pixels touch. */
  const touch = (a, b) => a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];

  /**
   * Give marks their titles, the most important events first, to the right or else to the left, where they cover
   * nothing.  Only a mark in the window has one, and it ends with the window: a title without its mark tells nothing.
   */
  function entitle(marks, { scale, view, height, title, weight, most }) {
    const px = (day) => (day - view[0]) * scale;
    /** A mark in pixels with the days on which its reports disagree, and the sign of that where it has no title. */
    const reach = ({ from, to, clash }, sign) => {
      if (!clash) return [px(from), px(to)];
      const [first, last] = clash.length > 1 ? [clash[0], clash[clash.length - 1]] : [from, to];
      return [Math.min(px(from), px(first) - 2), Math.max(px(to), px(last) + 2) + (sign ? GAP + wide(CLASH) : 0)];
    };
    const boxes = new Map(); // of each lane, what is taken
    const put = (lane, box) => (boxes.has(lane) ? boxes.get(lane).push(box) : boxes.set(lane, [box]));
    for (const mark of marks)
      put(mark.lane, [
        reach(mark)[0] - 2,
        reach(mark, true)[1] + 2,
        mark.y * height - mark.size / 2 - 1,
        mark.y * height + mark.size / 2 + 1,
      ]);
    const inside = marks.filter(({ from, to }) => (from + to) / 2 >= view[0] && (from + to) / 2 <= view[1]);
    const order = inside.sort((a, b) => weight(b.i) - weight(a.i) || a.from - b.from).slice(0, TRIED);
    const last = px(view[1]) - 4;
    let left = LABELLED;
    for (const mark of order) {
      if (!left) break;
      const [top, bottom] = [mark.y * height - TALL / 2, mark.y * height + TALL / 2];
      const name = title(mark.i);
      if (name === null) continue;
      const text = mark.clash ? CLASH + name : name;
      const [from, to] = reach(mark);
      const own = reach(mark, true)[1] + 2;
      // The room of its own sign is its title's.
      const taken = boxes
        .get(mark.lane)
        .filter((box) => box[2] < bottom && top < box[3] && !(box[0] === from - 2 && box[1] === own));
      const whole = clip(text, most);
      const room = [
        taken.reduce(
          (end, box) =>
            box[0] >= to ? Math.min(end, box[0]) : touch(box, [to + GAP, to + GAP + 1, top, bottom]) ? to : end,
          last,
        ) -
          to -
          GAP,
        from -
          GAP -
          taken.reduce(
            (end, box) =>
              box[1] <= from
                ? Math.max(end, box[1])
                : touch(box, [from - GAP - 1, from - GAP, top, bottom])
                  ? from
                  : end,
            4,
          ),
      ];
      const size = wide(whole);
      const side = room[0] >= size || (room[0] >= room[1] && room[1] < size) ? 0 : 1;
      const letters = size <= room[side] ? most : Math.floor((room[side] / size) * whole.length) - 1;
      if (letters < Math.min(LEAST, whole.length)) continue;
      mark.text = clip(text, Math.min(letters, most));
      mark.left = side === 1;
      mark.title = mark.left ? [from - GAP - wide(mark.text), from] : [to, to + GAP + wide(mark.text)];
      put(mark.lane, [mark.title[0] - 4, mark.title[1] + 4, top, bottom]);
      mark.title = mark.title.map((x) => view[0] + x / scale);
      left--;
    }
  }

  /** Put the most important events of a crowded lane into rows with room for their titles; those that find none are left to the counts. */
  function choose(columns, best, { scale, view, rows }) {
    const taken = Array.from({ length: rows }, () => []);
    const out = [];
    for (const i of best) {
      const [from, to] = shape(columns, i, scale);
      if (to - from > (view[1] - view[0]) * 0.3) continue;
      const name = (LETTER * NAMED + GAP + 8) / scale;
      const box = to + name <= view[1] ? [from, to + name] : [from - name, to];
      const row = taken.findIndex((boxes) => boxes.every((other) => box[1] < other[0] || other[1] < box[0]));
      if (row < 0) continue;
      taken[row].push(box);
      out.push({ i, from, to, row, text: null, left: false });
    }
    return out;
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

  /** The counts of the classes of conflict and of cooperation. */
  const sides = (columns, events, from, width, bins) =>
    [CONFLICT, COOPERATION].map((quads) =>
      count(
        columns,
        events.filter((i) => quads.includes(columns.quad[i])),
        from,
        width,
        bins,
      ),
    );

  /** Add one event to such counts. */
  function add(out, { low, high, at }, i, from, width) {
    const known = low[i] !== Store.NONE && high[i] !== Store.NONE;
    const first = Math.floor(((known ? low[i] : at[i]) + 0.5 - from) / width);
    const last = known ? Math.floor((high[i] + 0.5 - from) / width) : first;
    const part = 1 / (last - first + 1);
    for (let bin = Math.max(0, first); bin <= last && bin < out.length; bin++) out[bin] += part;
  }

  /** The events of each lane that lie in the days laid out, how many of them are in view, and how many are so in all. */
  function members({ columns, lanes, shown, view }, covered, scale) {
    const events = lanes.lanes.map(() => []);
    const inView = new Uint32Array(lanes.lanes.length);
    const tail = TAIL / scale;
    let visible = 0;
    for (let i = 0; i < columns.n; i++) {
      if (!shown[i] || columns.kind[i] > AFTER) continue;
      const low = columns.low[i] === Store.NONE ? columns.at[i] - tail : columns.low[i];
      const high = columns.high[i] === Store.NONE ? Filter.last(columns, i) + tail : columns.high[i] + 1;
      if (high < covered[0] || low > covered[1]) continue;
      const seen = high >= view[0] && low <= view[1];
      for (let k = lanes.starts[i]; k < lanes.starts[i + 1]; k++) {
        events[lanes.items[k]].push(i);
        if (seen) inView[lanes.items[k]]++;
      }
      if (seen) visible++;
    }
    return { events, inView, visible };
  }

  /** Which lanes may show single events, the emptiest first, and in which there is time to part the events. */
  function affordable(events) {
    const single = new Set();
    const calm = new Set();
    let spent = 0;
    for (const lane of events.map((_, k) => k).sort((a, b) => events[a].length - events[b].length || a - b)) {
      spent += events[lane].length;
      if (spent > BUDGET * 2) break;
      single.add(lane);
      if (spent <= BUDGET) calm.add(lane);
    }
    return { single, calm };
  }

  /** The single marks of a lane: all that fit, and what must be counted instead. */
  function singles(columns, events, { scale, span, height, labelled, calm }) {
    for (const widest of calm ? WIDEST : WIDEST.slice(0, 1)) {
      // Where they do not all fit, the shorter ones are drawn, and those that reach across the window are counted.
      const [short, wider] = part(columns, events, scale, widest * span);
      if (!short.length || (widest < Infinity && !wider.length)) continue;
      for (const [pitch, size] of labelled ? ROWS : ROWS.slice(1)) {
        const marks = stack(
          columns,
          short,
          (scale * 12) / size,
          Math.max(1, Math.floor((height - 4) / pitch)),
          labelled && pitch === ROWS[0][0],
        );
        if (marks) return { marks, pitch, size, counted: wider, tall: BESIDE };
      }
    }
    return null;
  }

  /** Put rows around the middle of the lane: below, above, below …; or from the top where counts stand below them. */
  function place(marks, lane, { pitch, size, height, top }) {
    const last = Math.max(0, ...marks.map((mark) => mark.row));
    const off = (last % 2) / 2;
    for (const mark of marks) {
      mark.lane = lane;
      mark.size = size;
      const row = (mark.row % 2 ? mark.row + 1 : -mark.row) / 2 - off;
      mark.y = top ? lane + ((mark.row + 0.5) * pitch + 2) / height : lane + 0.5 + (row * pitch) / height;
    }
  }

  /**
   * Lay out the figure.
   * ``lanes``: from Lanes.assign; ``shown``: mask; ``view``: days in the window; ``width``, ``height``: pixels of the plot
   * and of one lane; ``title``: event number to title, null where it is not at hand; ``clash``: to the days on which its reports disagree, null where they do not; ``mixed``: lanes hold several classes.  Half a window is laid out on both sides, so that panning needs
   * no new layout.  Returns marks (y in lanes, from the top), profiles of the crowded lanes, and the days covered.
   */
  function layout({ columns, lanes, shown, view, width, height, title, clash, mixed }) {
    const span = view[1] - view[0];
    const scale = width / span;
    const covered = [view[0] - span / 2, view[1] + span / 2];
    const weight = (i) => columns.importance[i];
    const most = Math.max(LONGEST, Math.floor((width * 0.3) / LETTER));
    const { events, inView, visible } = members({ columns, lanes, shown, view }, covered, scale);
    const { single, calm } = affordable(events);
    const labelled = visible <= LABELLED;
    const marks = [];
    const profiles = [];
    const wideBin = Math.max(1, span / BINS);
    const first = Math.floor(covered[0] / wideBin) * wideBin;
    const bins = Math.ceil((covered[1] - first) / wideBin);
    lanes.lanes.forEach((_, lane) => {
      const own = Filter.inOrder(columns, events[lane]);
      let drawn = single.has(lane)
        ? singles(columns, own, { scale, span, height, labelled, calm: calm.has(lane) })
        : null;
      if (drawn) place(drawn.marks, lane, { ...drawn, height, top: false });
      else {
        const [pitch, size] = ROWS[0];
        const rows = Math.floor((height * ABOVE) / pitch);
        const picked = rows
          ? choose(
              columns,
              Filter.best(
                columns,
                own.filter((i) => columns.at[i] >= view[0] && columns.at[i] <= view[1]),
                PICKED,
              ),
              { scale, view, rows },
            )
          : [];
        const named = new Set(picked.map((mark) => mark.i));
        drawn = {
          marks: picked,
          counted: named.size ? own.filter((i) => !named.has(i)) : own,
          tall: rows ? BELOW : PROFILE,
          pitch,
          size,
        };
        place(picked, lane, { pitch, size, height, top: true });
      }
      marks.push(...drawn.marks);
      if (drawn.counted.length)
        profiles.push({
          lane,
          first,
          width: wideBin,
          counts: count(columns, drawn.counted, first, wideBin, bins),
          tall: drawn.tall,
          sides: mixed ? sides(columns, drawn.counted, first, wideBin, bins) : null,
        });
    });
    for (const mark of marks) mark.clash = clash ? clash(mark.i) : null;
    entitle(marks, { scale, view, height, title, weight, most });
    return { marks, profiles, covered, view, span, scale, inView: Array.from(inView), visible };
  }

  /** The mark or bin at a place (days, lanes from the top); ``reach`` is how far a click may miss, in days and lanes. */
  function hit({ marks, profiles }, day, y, reach) {
    let best = null;
    let least = Infinity;
    for (const mark of marks) {
      const [from, to] = mark.title
        ? [Math.min(mark.from, mark.title[0]), Math.max(mark.to, mark.title[1])]
        : [mark.from, mark.to];
      const dx = Math.max(from - day, day - to, 0) / reach[0];
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
        if (counts[near])
          return {
            bin: { lane, low: Math.ceil(first + near * width), high: Math.ceil(first + (near + 1) * width) - 1 },
          };
    }
    return null;
  }

  return Object.freeze({
    POINT,
    WITHIN,
    INTERVAL,
    FUZZY,
    BEFORE,
    AFTER,
    BUDGET,
    LABELLED,
    TAIL,
    CLASH,
    shape,
    stack,
    entitle,
    count,
    add,
    layout,
    hit,
    clip,
  });
})();
