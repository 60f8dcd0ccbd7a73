"use strict";
// The Plotly figure: started after the list can be used, drawn anew only when the window leaves what is laid out.
const Figure = (() => {
  const { $, el } = Dom;
  const ZOOM = 1.4; // change of scale that asks for a new layout
  const MISS = 8; // pixels by which a click may miss a mark
  const MANY = 20_000; // events whose layout takes long
  const STILL = 160; // ms without a move, after which titles are placed anew
  const LOWEST = 33,
    HIGHEST = 150; // pixels of a lane: roomy when there are few

  /** Days of a place on the axis, which counts milliseconds: an axis of dates would shift them by the reader's time zone. */
  const readDay = (value) => value / Time.DAY;

  const laneHeight = (lanes, room) => Math.max(LOWEST, Math.min(HIGHEST, Math.floor(room / Math.max(1, lanes))));

  function make(board, store, { spec, domain, go, aside, choose, onBin, brief }) {
    const { state } = board;
    const { columns, meta } = store;
    const gd = $("figure");
    const plot = $("plot");
    const ring = el("div", { class: "ring", hidden: true });
    const threads = Threads.make(plot);
    const bands = Bands.make(board, store, plot);
    plot.append(ring);
    let laid = null;
    let look = null;
    let lanes = null;
    let shown = null;
    let view = null;
    let size = null;
    let chosen = -1;
    let linked = []; // events that the chosen one hangs together with
    let stages = []; // of the chosen one, those whose days are known
    let drawn = false;
    let early = false; // drawn before all titles were there
    const axis = Axis.make(board, { span: () => view[1] - view[0], aside });
    const pointer = Pointer.make(plot, {
      view: () => view,
      width: () => size.width,
      onPan: (next) => drawn && go(next, "panned"),
      onPick(event) {
        const found = at(event);
        if (found && found.mark) choose(found.mark.i, { reveal: true });
        else if (found) onBin(found.bin);
      },
    });
    const tip = Tip.make(plot, brief, at);

    const layout = (size) => ({
      columns,
      lanes,
      shown,
      view,
      width: size.width,
      height: size.height,
      title: named,
      clash: (i) => (columns.flags[i] & Filter.DISPUTED ? brief.candidates(i) : null),
      mixed: state.lanes !== "type",
    });

    let unnamed = []; // events whose titles the last layout wanted and did not have
    /** A title as far as it is at hand: reading those of 100,000 events would hold the page up. */
    function named(i) {
      const title = brief.titleNow(i);
      if (title === null) unnamed.push(i);
      return title;
    }

    function traces(laid, look, height) {
      const status = meta.statuses;
      return Traces.build(spec.data, laid, columns, {
        height,
        look,
        quadOf: (lane) =>
          state.lanes === "type" && lanes.lanes[lane].key >= 0 ? meta.quads[lanes.lanes[lane].key] : null,
        planned: (i) => Filter.PLANNED.has(status[columns.status[i]]),
        unlikely: (i) => Filter.UNREAL.has(status[columns.status[i]]),
      });
    }

    function plotlyLayout(ticks, look, size) {
      return {
        ...spec.layout,
        width: size.width,
        height: size.height * lanes.lanes.length,
        font: { family: look.font, size: 12, color: look.muted },
        xaxis: {
          ...spec.layout.xaxis,
          range: view.map((day) => day * Time.DAY),
          gridcolor: look.grid,
          tickcolor: look.grid,
          linecolor: look.grid,
          tickmode: "array",
          tickvals: ticks.map(([day]) => day * Time.DAY),
          minallowed: Math.min(domain[0], view[0]) * Time.DAY,
          maxallowed: Math.max(domain[1], view[1]) * Time.DAY,
        },
        yaxis: { ...spec.layout.yaxis, range: [lanes.lanes.length, 0] },
      };
    }

    function measure() {
      const room = Room.height(lanes.lanes.length);
      const height = laneHeight(lanes.lanes.length, room);
      const stage = $("stage");
      stage.style.setProperty("--room", Math.max(room, height) + "px");
      stage.style.setProperty("--lane", height + "px");
      stage.style.setProperty("--lanes", lanes.lanes.length);
      size = { width: Math.max(200, Math.floor(plot.clientWidth)), height };
    }

    let ticks = [];
    let draws = 0;
    /** Lay out and draw everything anew. */
    async function draw() {
      if (!window.Plotly || !lanes || !lanes.lanes.length || !plot.clientWidth) return;
      look = state.look;
      measure();
      unnamed = [];
      laid = Marks.layout(layout(size));
      board.set({ drawing: laid });
      ticks = axis.write(laid.covered, size.width);
      axis.place(view, size.width);
      const mine = ++draws;
      // Laying out 100,000 events and drawing them would be one long task; paper does not wait.
      if (drawn && columns.n > MANY && !state.printing) {
        await Pace.breathe();
        if (mine !== draws) return;
      }
      const call = drawn ? window.Plotly.react : window.Plotly.newPlot;
      await call(gd, traces(laid, look, size.height), plotlyLayout(ticks, look, size), { ...spec.config });
      if (!drawn) listen();
      drawn = true;
      early = document.readyState === "loading";
      place();
      if (unnamed.length) settle();
    }

    const stale = () => {
      const ratio = (view[1] - view[0]) / laid.span;
      return ratio > ZOOM || ratio < 1 / ZOOM || view[0] < laid.covered[0] || view[1] > laid.covered[1];
    };

    const px = (day) => ((day - view[0]) / (view[1] - view[0])) * size.width;

    /** Put the ring around the chosen mark, and the dates where they are. */
    function place() {
      if (!laid) return;
      axis.place(view, size.width);
      bands.place(view, size.width);
      const mark = chosen < 0 ? undefined : laid.marks.find((m) => m.i === chosen);
      ring.hidden = !mark;
      bind(mark);
      if (!mark) return;
      const x = [px(mark.from), px(mark.to)];
      const y = mark.y * size.height;
      Object.assign(ring.style, {
        left: Math.max(-20, x[0]) - 5 + "px",
        width: Math.min(x[1], size.width + 20) - Math.max(-20, x[0]) + 10 + "px",
        top: y - 12 + "px",
        height: "24px",
      });
      ring.hidden = x[1] < 0 || x[0] > size.width;
    }

    /** Draw what the chosen event hangs together with. */
    function bind(mark) {
      const place = ({ from, to, y }) => [px((from + to) / 2), y * size.height];
      const others = mark && linked.length ? laid.marks.filter((other) => linked.includes(other.i)) : [];
      threads.draw(
        mark ? place(mark) : null,
        others.map(place),
        mark ? stages.map(({ low, high, stage }) => [px((low + high + 1) / 2), stage === "held"]) : [],
      );
    }

    let busy = false;
    let again = false;
    let settling = 0;
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
          else if (!moved || again)
            await window.Plotly.relayout(gd, { "xaxis.range": view.map((day) => day * Time.DAY) });
          place();
        } while (again);
      } finally {
        busy = false;
      }
      settle();
    }

    /** Once the window stands still: a title whose mark has left it goes, and marks that came have theirs. */
    function settle() {
      clearTimeout(settling);
      const mine = setTimeout(async () => {
        if (busy || !laid) return;
        const moved = laid.view[0] !== view[0] || laid.view[1] !== view[1];
        if (moved) await draw();
        const lacking = unnamed;
        if (
          settling === mine &&
          lacking.length &&
          document.readyState !== "loading" &&
          (await brief.readTitles(lacking, () => settling !== mine || busy)) &&
          unnamed === lacking
        )
          draw();
      }, STILL);
      settling = mine;
    }

    function listen() {
      const range = (change) => {
        const list = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
        return list[0] === undefined ? null : list.map(readDay);
      };
      gd.on("plotly_relayouting", (change) => {
        const days = range(change);
        if (!days) return;
        tip.hide();
        view = days;
        place();
        go(days, "moving");
      });
      gd.on("plotly_relayout", (change) => {
        const days = busy ? null : range(change);
        if (days) go(days, "moved");
      });
    }

    /** What lies at the place of a pointer: a mark or its title, else a bin of counts; null for nothing. */
    function at(event) {
      const box = plot.getBoundingClientRect();
      const x = event.clientX - box.left;
      const y = event.clientY - box.top;
      if (!laid || x < 0 || y < 0 || x > size.width || y > size.height * lanes.lanes.length) return null;
      const day = view[0] + (x / size.width) * (view[1] - view[0]);
      return Marks.hit(laid, day, y / size.height, [
        (MISS * (view[1] - view[0])) / size.width,
        (MISS + 3) / size.height,
      ]);
    }

    board.watch(["laid", "look", "say", "sheet", "printing", "window", "ready"], (changed) => {
      if (!state.ready) return;
      if (changed.size === 1 && changed.has("window")) {
        if (state.how !== "moving") follow(state.window, state.how === "moved");
        return;
      }
      view = state.window;
      if (state.sheet !== "timeline" && !state.printing) return;
      lanes = state.laid;
      shown = state.shown;
      draw();
    });
    board.watch(["bands"], place);
    /** Mark an event, the events it hangs together with and the days of its stages. */
    board.watch(["choice"], () => {
      const { i, others = [], history = [] } = state.choice;
      chosen = i;
      linked = others;
      stages = history.filter(({ low, high }) => low !== null && high !== null);
      if (drawn) place();
    });

    return {
      /** The page has arrived: what marks say of their events can be said. */
      complete() {
        if (early && laid.marks.length) draw();
      },
      draw,
      pointed: () => (size ? pointer.day() : null),
      /** The nearest event in the lane above (-1) or below (1) that has marks. */
      neighbour(i, step) {
        const here = laid && laid.marks.find((mark) => mark.i === i);
        if (!here) return null;
        for (let lane = here.lane + step; lane >= 0 && lane < lanes.lanes.length; lane += step) {
          const marks = laid.marks.filter((mark) => mark.lane === lane);
          if (marks.length)
            return marks.reduce((best, mark) =>
              Math.abs(mark.from - here.from) < Math.abs(best.from - here.from) ? mark : best,
            ).i;
        }
        return null;
      },
      get drawn() {
        return drawn;
      },
      get laid() {
        return laid;
      },
      /** The figure in view as a light image, so many pixels wide or, for 0, as on the screen; ``words``: what it says beside its marks. */
      image(format, words, pixels) {
        const look = Look.light(meta);
        const room = pixels ? { ...size, width: Picture.room(pixels) } : size;
        const wide = pixels ? Marks.layout(layout(room)) : laid;
        const dates = axis.ticks(wide.covered, room.width);
        return Picture.make(format, {
          words,
          look,
          size: room,
          spec,
          traces: traces(wide, look, room.height),
          layout: plotlyLayout(dates, look, room),
          ticks: dates,
          bands: bands.pictured(view, room.width),
          speaker: state.speaker,
        });
      },
    };
  }

  return Object.freeze({ readDay, laneHeight, make });
})();
