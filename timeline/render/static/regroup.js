"use strict";
// Which reports are one event, by a reader's word: what they share of its time, as a later build will have it.
const Regroup = (() => {
  const most = (a, b) => (a === null ? b : b === null ? a : Math.max(a, b));
  const least = (a, b) => (a === null ? b : b === null ? a : Math.min(a, b));
  const crossed = (low, high) => low !== null && high !== null && low > high;

  /** The days that two times allow; null where they exclude each other. */
  function share(a, b) {
    const [low, high] = [most(a.low, b.low), least(a.high, b.high)];
    if (crossed(low, high)) return null;
    if (a.span !== b.span) return a;
    if (!a.span) return { span: false, low, high, inner: [high, low] };
    const inner = [least(a.inner[0], b.inner[0]), most(a.inner[1], b.inner[1])];
    return crossed(low, inner[0]) || crossed(inner[1], high) ? null : { span: true, low, high, inner };
  }

  /** EDTF of the days from the first to the last; null where nothing is known. */
  function edtf({ low, high }) {
    if (low === null && high === null) return null;
    const side = (day) => (day === null ? ".." : Time.toIso(day));
    return low === high ? side(low) : `${side(low)}/${side(high)}`;
  }

  const width = ({ low, high }) => (low === null || high === null ? Infinity : high - low);

  /** Whether a report's own sentence names its day. */
  const namesDay = ({ timex, sentence }) => !!timex && sentence[0] <= timex.span[0] && timex.span[0] < sentence[1];

  /** Whether reports of two articles name days, and none that they have in common: what render/disputes.py asks of all. */
  const dispute = (one, other) =>
    one.article !== other.article &&
    namesDay(one) &&
    namesDay(other) &&
    crossed(most(one.time.low, other.time.low), least(one.time.high, other.time.high));

  /** The tightest time that reports share, those with a date of their own first; and the conflict with the others. */
  function placed(mentions) {
    const order = mentions
      .map((_, k) => k)
      .sort(
        (a, b) =>
          Number(!mentions[a].timex) - Number(!mentions[b].timex) ||
          width(mentions[a].time) - width(mentions[b].time) ||
          a - b,
      );
    let time = mentions[order[0]].time;
    const agreeing = [];
    const against = [];
    for (const k of order) {
      const shared = share(time, mentions[k].time);
      if (shared) {
        time = shared;
        agreeing.push(k);
      } else against.push([mentions[k].time, k]);
    }
    if (!against.length) return { time, conflicts: [] };
    const values = [time, ...against.map(([other]) => other)].map(edtf);
    const groups = [agreeing, ...against.map(([, k]) => [k])];
    const disputed = groups.some((one, k) =>
      groups.slice(k + 1).some((other) => one.some((a) => other.some((b) => dispute(mentions[a], mentions[b])))),
    );
    return { time, conflicts: [{ field: "time", values, groups, disputed }] };
  }

  /** The event that an event goes into in the end; null where it goes round in a ring. */
  function root(id, into) {
    const seen = new Set();
    for (; into.has(id); id = into.get(id)) {
      if (seen.has(id)) return null;
      seen.add(id);
    }
    return id;
  }

  /** Where a place of a string is in characters, which the file of corrections counts as the articles do. */
  const characters = (text, place) => {
    let out = 0;
    for (const letter of text.slice(0, place)) out += letter ? 1 : 0;
    return out;
  };

  return Object.freeze({ share, edtf, placed, root, characters });
})();
