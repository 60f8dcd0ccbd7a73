"use strict";
// The names of the lanes beside the figure: a click on one shows its events alone.
const LaneNames = (() => {
  const { $, el } = Dom;

  /** One name with how many of its events are in the window. */
  function item(app, lane, k, inView) {
    const { meta } = app.store;
    const say = app.say();
    const name = app.laneName(k);
    const by = app.lanesBy();
    const values = Lanes.values(by, lane);
    const on = values && app.isOnly(...values);
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
              onclick: () => app.only(...values),
            },
            Dom.foreign(name),
          )
        : el("span", { class: "lane-name" }, Dom.foreign(name)),
      el("span", { class: "lane-count" }, say.number(inView)),
    );
  }

  /** Name the lanes of a layout, and the figure itself. */
  function show(app, laid) {
    const lanes = app.lanes();
    const [say, speaker, [from, to]] = [app.say(), app.speaker(), app.period()];
    $("lane-names").replaceChildren(...lanes.map((lane, k) => item(app, lane, k, laid.inView[k])));
    $("plot").setAttribute(
      "aria-label",
      say("figure.label", {
        n: say.number(laid.visible),
        from: speaker.day(Math.floor(from)),
        to: speaker.day(Math.ceil(to) - 1),
        lanes: say.number(lanes.length),
      }),
    );
  }

  return { show };
})();
