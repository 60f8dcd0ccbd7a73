"use strict";
// Why an event stands where it stands, in the reader's language; the builder's own sentence is English.
const Reasons = (() => {
  const { el } = Dom;
  const PLACE = / ?\[[\w.]+:\d+\]/g; // the row of a table, which tells the reader nothing
  const DAYS = /(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)/g;

  /** The builder's words as a sentence, without what only its programs need. */
  function plain(reason, speaker) {
    const text = reason.slice(0, 1).toUpperCase() + reason.slice(1);
    return text.replace(PLACE, "").replace(DAYS, (all, from, to) => {
      const [low, high] = [Time.fromIso(from), Time.fromIso(to)];
      return low === null || high === null ? all : speaker.range(low, high);
    });
  }

  /** In the reader's language by the rule that dated the event; null where the builder's sentence is in it, or the rule is not known. */
  function told(rule, words, say) {
    const key = "rule." + rule;
    if (say.language === "en" || !rule || !say.has(key)) return null;
    return say(key, { anchor: words ? say("rule.words", { text: words.replace(/\s+/g, " ") }) : say("rule.article") });
  }

  /** The paragraphs of a report that say why. ``words``: the expression behind its date; ``rule``: the name of what dated it. */
  function paragraphs(mention, rule, words, { say, speaker }) {
    const own = told(rule, words, say);
    const built = plain(mention.reason, speaker);
    return own
      ? [el("p", { class: "reason" }, own), el("p", { class: "note built", lang: "en" }, built)]
      : [el("p", { class: "reason", lang: "en" }, built)];
  }

  /** The report that dates an event: of those with its very days, or else with some of them, the first. */
  function dating({ time }, mentions) {
    const same = (one) => one.time.low === time.low && one.time.high === time.high;
    return mentions.find(same) || mentions.find((one) => Regroup.share(time, one.time)) || mentions[0];
  }

  /** Why an event has its date, in a line beside it; null where a reader gave it another one, or no report tells it. */
  function why(event, mentions, was, { say, speaker, rules, article }) {
    if (!mentions.length || event.corrected.includes("date") || (was && was.fields.includes("date"))) return null;
    const mention = dating(event, mentions);
    const from = mention.timex && article(mention.article);
    const own = told(rules[mention.rule], from && from.text.slice(...mention.timex.span), say);
    return el(
      "p",
      { class: "why" },
      el("b", null, say("details.why")),
      " ",
      el("span", { lang: own ? null : "en" }, own || plain(mention.reason, speaker)),
    );
  }

  return Object.freeze({ plain, paragraphs, why });
})();
