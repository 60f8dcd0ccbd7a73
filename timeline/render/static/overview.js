"use strict";
// All dates on one strip, with a brush for the period shown; every drag has a key as well.
const Overview = (() => {
  const { $, el } = Dom;
  const LEAST = 1; // days of the smallest period
  const APART = { day: 96, month: 84, year: 64 }; // pixels between two ticks
  const ROOM = { day: 88, month: 72, year: 40 }; // and from the last one to the end
  const WHOLE = 0.99; // of an event
  const THIN = 110; // pixels of the screen

  /** Counts of events a bar: those that pass the filters, and all but the minor ones that do not. */
  function histogram(columns, shown, domain, bars) {
    const width = (domain[1] - domain[0]) / bars;
    const [all, some] = [new Float64Array(bars), new Float64Array(bars)];
    for (let i = 0; i < columns.n; i++) {
      if (columns.kind[i] === Filter.UNDATED || (!shown[i] && columns.flags[i] & Filter.MINOR)) continue;
      Marks.add(all, columns, i, domain[0], width);
      if (shown[i]) Marks.add(some, columns, i, domain[0], width);
    }
    return { all, some };
  }

  /** Keep a period inside the domain, at least a day long.
   * @type {(period: number[], domain: number[]) => number[]} */
  const clamp = ([from, to], domain) => {
    const length = Math.min(Math.max(to - from, LEAST), domain[1] - domain[0]);
    const start = Math.min(Math.max(from, domain[0]), domain[1] - length);
    return [start, start + length];
  };

  function make(board, columns, domain, onPeriod) {
    const { state } = board;
    const canvas = $("overview-canvas");
    const brush = $("brush");
    const strip = $("overview");
    let period = domain;
    const x = (day) => ((day - domain[0]) / (domain[1] - domain[0])) * 100;
    const day = (clientX) => {
      const box = canvas.getBoundingClientRect();
      return domain[0] + ((clientX - box.left) / box.width) * (domain[1] - domain[0]);
    };

    function draw() {
      const { look, passed } = state;
      const box = canvas.getBoundingClientRect();
      if (!box.width) return;
      const ratio = window.devicePixelRatio || 1;
      canvas.width = Math.round(box.width * ratio);
      canvas.height = Math.round(box.height * ratio);
      const bars = Math.max(1, Math.floor(box.width / (columns.n < 200 ? 8 : 4)));
      const { all, some } = histogram(columns, passed, domain, bars);
      const most = Math.sqrt(all.reduce((a, b) => Math.max(a, b), 0.01));
      const paint = canvas.getContext("2d");
      const wide = canvas.width / bars;
      const tall = canvas.height - 4 * ratio;
      for (const [counts, colour] of [
        [all, look.faint],
        [some, look.accent],
      ]) {
        paint.fillStyle = colour;
        for (let k = 0; k < bars; k++) {
          if (!counts[k]) continue;
          // Parts of an event that is spread over many bars are no events: they do not grow to be seen.
          const h =
            counts[k] < WHOLE
              ? Math.max(ratio, (counts[k] / most) * tall)
              : Math.max(3 * ratio, (Math.sqrt(counts[k]) / most) * tall);
          paint.fillRect(Math.round(k * wide), canvas.height - h, Math.max(1, Math.round(wide) - ratio), h);
        }
      }
      const axis = $("overview-axis");
      axis.replaceChildren(
        ...Time.ticks(domain[0], domain[1], box.width, state.speaker.firstDay, APART)
          .filter(([at, grain]) => (x(at) / 100) * box.width < box.width - ROOM[grain])
          .map(([at, grain]) => {
            const tick = el(
              "span",
              null,
              grain === "year"
                ? state.speaker.year(at)
                : grain === "month"
                  ? state.speaker.month(at)
                  : state.speaker.day(at),
            );
            tick.style.left = x(at) + "%";
            return tick;
          }),
      );
    }

    function place() {
      brush.classList.toggle("whole", whole());
      brush.style.left = x(period[0]) + "%";
      brush.style.width = Math.max(0.4, x(period[1]) - x(period[0])) + "%";
      // Where the handles would cover each other they stand one above the other.
      brush.classList.toggle("thin", ((x(period[1]) - x(period[0])) / 100) * window.innerWidth < THIN);
      [
        ["brush-start", period[0], Math.floor(period[0])],
        ["brush-end", period[1], Math.ceil(period[1]) - 1],
      ].forEach(([id, value, shownDay]) => {
        const handle = $(id);
        handle.setAttribute("aria-valuemin", String(Math.floor(domain[0])));
        handle.setAttribute("aria-valuemax", String(Math.ceil(domain[1])));
        handle.setAttribute("aria-valuenow", String(Math.round(value)));
        handle.setAttribute("aria-valuetext", state.speaker.day(shownDay));
      });
    }

    let drag = null;
    strip.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const at = day(event.clientX);
      const grip =
        event.target.id === "brush-start"
          ? "start"
          : event.target.id === "brush-end"
            ? "end"
            : event.target === brush && !whole()
              ? "move"
              : "new";
      drag = { grip, at, from: period.slice(), x: event.clientX };
      strip.setPointerCapture(event.pointerId);
    });
    strip.addEventListener("pointermove", (event) => {
      if (!drag || Math.abs(event.clientX - drag.x) < 3) return;
      const at = day(event.clientX);
      const moved = at - drag.at;
      const [from, to] = drag.from;
      if (drag.grip === "start") send([Math.min(from + moved, to - LEAST), to]);
      else if (drag.grip === "end") send([from, Math.max(to + moved, from + LEAST)]);
      else if (drag.grip === "move") send([from + moved, to + moved]);
      else send(at < drag.at ? [at, drag.at] : [drag.at, at]);
    });
    strip.addEventListener("pointerup", (event) => {
      if (drag && Math.abs(event.clientX - drag.x) < 3 && drag.grip === "new" && !whole()) {
        const half = (period[1] - period[0]) / 2;
        send([drag.at - half, drag.at + half]);
      }
      drag = null;
    });
    strip.addEventListener("pointercancel", () => {
      drag = null;
    });
    strip.addEventListener("dblclick", () => send(domain));
    for (const side of [0, 1])
      $(["brush-start", "brush-end"][side]).addEventListener("keydown", (event) => {
        const step = Math.max(1, ((period[1] - period[0]) * (event.shiftKey ? 10 : 2)) / 100);
        const by = {
          ArrowLeft: -step,
          ArrowDown: -step,
          ArrowRight: step,
          ArrowUp: step,
          Home: -Infinity,
          End: Infinity,
        }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const next = period.slice();
        next[side] = Math.min(Math.max(next[side] + by, domain[0]), domain[1]);
        if (side === 0) next[0] = Math.min(next[0], period[1] - LEAST);
        else next[1] = Math.max(next[1], period[0] + LEAST);
        send(next);
      });
    /** Whether all dates are shown. */
    const whole = () => period[0] <= domain[0] && period[1] >= domain[1];
    const send = (next) => onPeriod(clamp(next, domain));

    // Where it was hidden it had no width.
    board.watch(["passed", "sized", "sheet", "say", "ready"], () => state.ready && draw());
    board.watch(["passed", "window", "say", "ready"], () => {
      if (!state.ready) return;
      period = state.window;
      place();
    });
  }

  return Object.freeze({ LEAST, histogram, clamp, make });
})();
