"use strict";
// The Plotly figure: started after the list can be used, drawn anew only when the window leaves what is laid out.
const Figure = (() => {
  const { $, el, foreign } = Dom;
  const ZOOM = 1.4; // change of scale that asks for a new layout
  const MISS = 8; // pixels by which a click may miss a mark
  const SLACK = 4; // pixels that a click may move
  const SLICE = 13 * 4096, LETTERS = 16 * 4096; // bytes unpacked at once, and as many letters of the packing

  /** ``size`` bytes of base 91: all visible letters of ASCII but "<>&", two of which hold 13 bits. */
  function base91(text, size) {
    const value = new Uint8Array(128);
    for (let code = 33, k = 0; code < 127; code++) if (!"<>&".includes(String.fromCharCode(code))) value[code] = k++;
    const bytes = new Uint8Array(size);
    let word = 0;
    let bits = 0;
    for (let at = 0, out = 0; out < size; at += 2) {
      word = (word << 13) | (value[text.charCodeAt(at)] * 91 + value[text.charCodeAt(at + 1)]);
      for (bits += 13; bits >= 8; bits -= 8) bytes[out++] = word >>> (bits - 8);
    }
    return bytes;
  }

  /** Undo the page's packing, base 91 of gzip to text, in slices between which the page answers. */
  async function unpack(block) {
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    const pause = Pace.pacer(8);
    const packed = block.textContent;
    const size = +block.dataset.bytes;
    const feed = async () => {
      for (let k = 0; k * SLICE < size; k++) {
        await writer.write(base91(packed.slice(k * LETTERS, (k + 1) * LETTERS), Math.min(SLICE, size - k * SLICE)));
        await pause();
      }
      await writer.close();
    };
    const [text] = await Promise.all([new Response(readable).text(), feed()]);
    return text;
  }

  /** Run the library; its hash stands in the page's security policy. */
  function run(text) {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
    script.remove();
    if (!window.Plotly) throw new Error("plotly.js did not start");
  }

  /** Days of a range as Plotly writes it: "2024-11-07", "2024-11-07 12:30", or milliseconds. */
  function readDay(value) {
    if (typeof value === "number") return value / Time.DAY;
    const [date, clock] = String(value).split(" ");
    const day = Time.fromIso(date);
    if (day === null) return null;
    const [h, m, s] = (clock || "0").split(":").map(Number);
    return day + ((h || 0) * 3600 + (m || 0) * 60 + (s || 0)) / 86400;
  }

  /** Pixels of a lane: roomy when there are few. */
  const laneHeight = (lanes, room) => Math.max(36, Math.min(92, Math.floor(room / Math.max(1, lanes))));

  function make(spec, gd, app) {
    const plot = $("plot");
    const ring = el("div", { class: "ring", hidden: true });
    const tip = $("tip");
    plot.append(ring);
    let laid = null;
    let look = null;
    let lanes = null;
    let shown = null;
    let view = null;
    let size = null;
    let chosen = -1;
    let drawn = false;
    let early = false; // drawn before all titles were there

    const state = () => ({ columns: app.store.columns, lanes, shown, view, width: size.width, height: size.height, title: app.title });

    function axis() {
      const { long: _, ...say } = app.speaker();
      const ticks = Time.ticks(laid.covered[0], laid.covered[1], size.width * 2, 100);
      return {
        tickmode: "array",
        tickvals: ticks.map(([day]) => day * Time.DAY),
        ticktext: ticks.map(([day, grain]) => (grain === "year" ? say.year(day) : grain === "month" ? say.month(day) : say.day(day))),
      };
    }

    function traces() {
      const { columns, meta } = app.store;
      const status = meta.statuses;
      return Traces.build(spec.data, laid, columns, {
        height: size.height,
        look,
        quadOf: (lane) => (app.lanesBy() === "type" && lanes.lanes[lane].key >= 0 ? meta.quads[lanes.lanes[lane].key] : null),
        planned: (i) => ["scheduled", "pledged"].includes(status[columns.status[i]]),
        unlikely: (i) => ["hypothetical", "negated", "cancelled", "attempted"].includes(status[columns.status[i]]),
        candidates: app.candidates,
      });
    }

    function plotlyLayout() {
      const bottom = spec.layout.margin.b;
      return {
        ...spec.layout,
        width: size.width,
        height: size.height * lanes.lanes.length + bottom,
        font: { family: look.font, size: 12, color: look.muted },
        xaxis: {
          ...spec.layout.xaxis, ...axis(), range: view.map((day) => day * Time.DAY), gridcolor: look.grid, tickcolor: look.grid, linecolor: look.grid,
          minallowed: app.domain[0] * Time.DAY, maxallowed: app.domain[1] * Time.DAY,
        },
        yaxis: { ...spec.layout.yaxis, range: [lanes.lanes.length, 0] },
      };
    }

    function measure() {
      const width = Math.max(200, Math.floor(plot.clientWidth));
      size = { width, height: laneHeight(lanes.lanes.length, app.room()) };
      plot.style.setProperty("--lane", size.height + "px");
      plot.style.setProperty("--lanes", lanes.lanes.length);
    }

    /** Lay out and draw everything anew. */
    async function draw() {
      if (!window.Plotly || !lanes || !lanes.lanes.length || !plot.clientWidth) return;
      look = app.look();
      measure();
      laid = Marks.layout(state());
      app.onLaid(laid, size);
      const call = drawn ? window.Plotly.react : window.Plotly.newPlot;
      await call(gd, traces(), plotlyLayout(), { ...spec.config });
      if (!drawn) listen();
      drawn = true;
      early = document.readyState === "loading";
      place();
    }

    const stale = () => {
      const ratio = (view[1] - view[0]) / laid.span;
      return ratio > ZOOM || ratio < 1 / ZOOM || view[0] < laid.covered[0] || view[1] > laid.covered[1];
    };

    const px = (day) => ((day - view[0]) / (view[1] - view[0])) * size.width;

    /** Put the ring around the chosen mark. */
    function place() {
      const mark = laid && laid.marks.find((m) => m.i === chosen);
      ring.hidden = !mark;
      if (!mark) return;
      const x = [px(mark.from), px(mark.to)];
      const y = mark.y * size.height;
      Object.assign(ring.style, { left: Math.max(-20, x[0]) - 5 + "px", width: Math.min(x[1], size.width + 20) - Math.max(-20, x[0]) + 10 + "px", top: y - 12 + "px", height: "24px" });
      ring.hidden = x[1] < 0 || x[0] > size.width;
    }

    let busy = false;
    let again = false;
    /** Follow the period: move the axis, and lay out anew where the marks do not suffice. */
    async function follow(next, moved) {
      view = next;
      if (!drawn) return;
      place();
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      try {
        // Plotly has just moved the axis; drawing anew in the same breath would make one long task of two.
        if (moved) await new Promise((resolve) => setTimeout(resolve));
        do {
          again = false;
          if (stale()) await draw();
          else if (!moved || again) await window.Plotly.relayout(gd, { "xaxis.range": view.map((day) => day * Time.DAY) });
          place();
        } while (again);
      } finally {
        busy = false;
      }
    }

    function listen() {
      const range = (change) => {
        const list = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
        const days = list[0] === undefined ? null : list.map(readDay);
        return days && days.every((day) => day !== null) ? days : null;
      };
      gd.on("plotly_relayouting", (change) => {
        const days = range(change);
        if (!days) return;
        tip.hidden = true;
        view = days;
        place();
        app.onPeriod(days, "moving");
      });
      gd.on("plotly_relayout", (change) => {
        const days = busy ? null : range(change);
        if (days) app.onPeriod(days, "moved");
      });
    }

    function at(event) {
      const box = plot.getBoundingClientRect();
      const x = event.clientX - box.left;
      const y = event.clientY - box.top;
      if (!laid || x < 0 || y < 0 || x > size.width || y > size.height * lanes.lanes.length) return null;
      const day = view[0] + (x / size.width) * (view[1] - view[0]);
      const found = Marks.hit(laid, day, y / size.height, [(MISS * (view[1] - view[0])) / size.width, (MISS + 3) / size.height]);
      return found && { ...found, x, y };
    }

    let press = null;
    plot.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      press = { x: event.clientX, y: event.clientY, view, touch: event.pointerType === "touch", moved: false };
      plot.focus({ preventScroll: true });
    }, true);
    window.addEventListener("pointermove", (event) => {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLACK) press.moved = true;
      if (press && press.touch && press.moved && drawn) {
        const days = ((press.x - event.clientX) / size.width) * (press.view[1] - press.view[0]);
        app.onPeriod([press.view[0] + days, press.view[1] + days], "panned");
      }
    });
    window.addEventListener("pointercancel", () => { press = null; });
    window.addEventListener("pointerup", (event) => {
      const still = press && !press.moved;
      press = null;
      // Plotly lays a cover over the page while a button is down, so the place counts and not the target.
      const found = still && at(event);
      if (!found) return;
      if (found.mark) app.onChoose(found.mark.i);
      else app.onBin(found.bin);
    }, true);
    // Plotly would keep a finger from scrolling the page; a finger pans sideways by the listener above.
    for (const name of ["touchstart", "touchmove", "touchend"]) plot.addEventListener(name, (event) => event.stopPropagation(), { capture: true, passive: true });
    // The wheel scrolls the page unless the figure was chosen before, or Ctrl says that zooming is meant.
    plot.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && document.activeElement !== plot) event.stopPropagation();
    }, { capture: true });

    let hover = 0;
    plot.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(hover);
      if (event.pointerType === "touch" || event.buttons) return;
      hover = requestAnimationFrame(() => {
        const found = at(event);
        plot.classList.toggle("over", !!found);
        tip.hidden = !found;
        if (!found) return;
        if (found.mark) {
          const brief = app.brief(found.mark.i);
          tip.replaceChildren(el("b", null, foreign(brief.title)), el("span", null, brief.words), el("span", null, brief.typeLabel, brief.status === "occurred" ? "" : " · " + brief.statusLabel));
        } else tip.replaceChildren(el("b", null, app.binWords(found.bin)), el("span", null, app.laneName(found.bin.lane)));
        const right = found.x > size.width * 0.6;
        Object.assign(tip.style, { left: right ? "" : found.x + 14 + "px", right: right ? plot.clientWidth - found.x + 14 + "px" : "", top: found.y + 16 + "px" });
      });
    });
    plot.addEventListener("pointerleave", () => {
      cancelAnimationFrame(hover);
      tip.hidden = true;
    });

    return {
      /** Take new filters or lanes. */
      set(nextLanes, nextShown) {
        lanes = nextLanes;
        shown = nextShown;
        return draw();
      },
      view(next) { view = next; },
      /** The page has arrived: what marks say of their events can be said. */
      complete() { if (early && laid.marks.length) draw(); },
      follow,
      draw,
      choose(i) {
        chosen = i;
        if (drawn) place();
      },
      /** The nearest event in the lane above (-1) or below (1) that has marks. */
      neighbour(i, step) {
        const here = laid && laid.marks.find((mark) => mark.i === i);
        if (!here) return null;
        for (let lane = here.lane + step; lane >= 0 && lane < lanes.lanes.length; lane += step) {
          const marks = laid.marks.filter((mark) => mark.lane === lane);
          if (marks.length) return marks.reduce((best, mark) => (Math.abs(mark.from - here.from) < Math.abs(best.from - here.from) ? mark : best)).i;
        }
        return null;
      },
      get drawn() { return drawn; },
      get laid() { return laid; },
      /** The figure in view as an image, with the names of its lanes. */
      image(format, names) {
        const layout = plotlyLayout();
        const left = 190;
        Object.assign(layout, { width: layout.width + left, height: layout.height + 20, paper_bgcolor: look.paper, margin: { ...layout.margin, l: left, t: 20 } });
        layout.yaxis = { ...layout.yaxis, visible: true, showgrid: false, tickmode: "array", tickvals: names.map((_, k) => k + 0.5), ticktext: names.map((name) => Traces.plain(Marks.clip(name))) };
        return window.Plotly.toImage({ data: traces(), layout, config: spec.config }, { format, width: layout.width, height: layout.height, scale: format === "png" ? 2 : 1 });
      },
    };
  }

  return { base91, unpack, run, readDay, laneHeight, make };
})();
