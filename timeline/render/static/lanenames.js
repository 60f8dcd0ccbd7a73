"use strict";
// The names of the lanes beside the figure: a click on one shows its events alone.
const LaneNames = (() => {
  const { $, el } = Dom;

  /** One name with how many of its events are in the window. */
  function item({ state, meta, laneName, filtering }, lane, k, inView, drawn) {
    const { say, lanes: by } = state;
    const name = laneName(k);
    const values = Lanes.values(by, lane);
    const on = values && filtering.isOnly(...values);
    const count = say("lanes.count", { shown: say.number(inView), all: say.number(lane.count) });
    return el(
      "li",
      {
        class: by === "type" && lane.key >= 0 ? `q-${meta.quadNames[meta.quads[lane.key]]}` : "",
        title: `${name}: ${count}`,
      },
      values
        ? el(
            "button",
            {
              type: "button",
              class: "lane-name",
              "aria-pressed": String(!!on),
              "aria-label": say(on ? "lanes.all" : "lanes.only", { name }),
              onclick: () => filtering.only(...values),
            },
            Dom.foreign(name),
          )
        : el("span", { class: "lane-name" }, Dom.foreign(name)),
      el(
        "span",
        { class: "lane-count" },
        say.number(inView),
        // Those that have no mark of their own beside the few that have.
        drawn && drawn < inView ? el("small", null, say("count.more", { n: say.number(inView - drawn) })) : null,
      ),
    );
  }

  /** Name the lanes of what is drawn, and the figure itself. */
  function make(board, { meta }, { laneName }, filtering) {
    const { state } = board;
    board.watch(["drawing"], show);

    function show() {
      const {
        say,
        speaker,
        drawing,
        window: [from, to],
        laid: { lanes },
      } = state;
      const drawn = new Uint32Array(lanes.length); // marks in the window
      for (const mark of drawing.marks) if (mark.from < to && mark.to > from) drawn[mark.lane]++;
      $("lane-names").replaceChildren(
        ...lanes.map((lane, k) => item({ state, meta, laneName, filtering }, lane, k, drawing.inView[k], drawn[k])),
      );
      $("plot").setAttribute(
        "aria-label",
        say("figure.label", {
          n: say.number(drawing.visible),
          from: speaker.day(Math.floor(from)),
          to: speaker.day(Math.ceil(to) - 1),
          lanes: say.number(lanes.length),
        }),
      );
    }
  }

  return Object.freeze({ make });
})();
