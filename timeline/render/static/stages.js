"use strict";
// What came of an event, and why its reports are one: the words of stages, sources and signs.
const Stages = (() => {
  const { el } = Dom;

  /** When a stage was to be or was, in words. */
  const when = ({ low, high }, speaker) => (low === null && high === null ? null : speaker.side(low, high));

  /** The words of a stage: what became of it, for when, and when that was first told. */
  function words(stage, { say, speaker }) {
    const day = when(stage, speaker);
    const what = day
      ? say("stage.when", { stage: say("stage." + stage.stage), when: day })
      : say("stage." + stage.stage);
    return stage.told === null ? what : say("stage.told", { what, day: speaker.long(stage.told) });
  }

  /** The part of the panel that tells an event's stages; empty where its reports tell of one alone. */
  const section = (event, tools) =>
    event.history.length
      ? [
          el(
            "section",
            { class: "stages" },
            el("h3", null, tools.say("stage.title")),
            el(
              "ol",
              null,
              event.history.map((stage) =>
                el(
                  "li",
                  { class: `stage-${stage.stage.replace(" ", "-")}` },
                  words(stage, tools),
                  " ",
                  el("small", null, tools.say.count("count.mentions", stage.reports.length)),
                ),
              ),
            ),
          ),
        ]
      : [];

  /** Why a report is of the event; ``place(k)``: under which number the report that it joined is shown. */
  function why({ joined: { mention: other, signs } }, place, say) {
    return say(signs.length ? "joined.signs" : "joined", {
      n: place(other),
      signs: signs.map((sign) => say("sign." + sign)).join(say("joined.comma")),
    });
  }

  /** The same as a part of the panel; null where no other report was joined. */
  function joined(mention, place, say) {
    return mention.joined ? el("p", { class: "joined" }, why(mention, place, say)) : null;
  }

  return Object.freeze({ words, section, why, joined });
})();
