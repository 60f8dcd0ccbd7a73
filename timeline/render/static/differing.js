"use strict";
// On what the reports of an event contradict one another, and on what they only differ.
const Differing = (() => {
  const { el, foreign } = Dom;

  /** What a side tells, in words. */
  function told(field, value, { say, speaker }) {
    if (field === "status") return say.label("status", value);
    const day = field === "time" ? Time.fromIso(value) : null;
    return day === null ? foreign(Reasons.plain(value, speaker)) : speaker.day(day);
  }

  function part({ field, values, groups, disputed }, tools) {
    const { say } = tools;
    return el(
      "section",
      { class: disputed ? "conflict" : "differing" },
      el("h3", null, say(disputed ? "details.conflict" : "details.differ"), ": ", say("details.conflict." + field)),
      el(
        "ul",
        null,
        values.map((value, k) =>
          el(
            "li",
            null,
            el("b", null, told(field, value, tools)),
            " · ",
            say.count("count.mentions", groups[k].length),
          ),
        ),
      ),
    );
  }

  /** The parts of the panel: the disputes, or the small differences. */
  const sections = (event, disputed, tools) =>
    event.conflicts.filter((one) => one.disputed === disputed).map((one) => part(one, tools));

  return Object.freeze({ sections });
})();
