"use strict";
// Days since 1 January 1970 (proleptic Gregorian, no time zones) and how they are said.
const Time = (() => {
  const DAY = 86400000;

  function toIso(day) {
    const date = new Date(day * DAY);
    const pad = (n, width) => String(n).padStart(width, "0");
    return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
  }

  /** Days of an ISO date; null for what is no day of the years 1 to 9999. */
  function fromIso(text) {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text || "");
    if (!found) return null;
    const date = new Date(0);
    date.setUTCFullYear(+found[1], +found[2] - 1, +found[3]);
    const day = Math.round(date.getTime() / DAY);
    return +found[1] > 0 && toIso(day) === text ? day : null;
  }

  /** First and last day of an EDTF date as the package writes it, null for an open side; null for no such date. */
  function parseEdtf(text) {
    const one = (part) => {
      const found = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/.exec(part);
      if (!found) return null;
      const [, year, month, day] = found;
      if (year.includes("X") && month) return null;
      const first = year.replace(/X/g, "0");
      const last = year.replace(/X/g, "9");
      const low = fromIso(`${first === "0000" ? "0001" : first}-${month || "01"}-${day || "01"}`);
      if (low === null || day) return low === null ? null : [low, low];
      if (!month) return [low, fromIso(`${last}-12-31`)];
      const [y, m] = parts(low);
      const next = new Date(0);
      next.setUTCFullYear(y, m + 1, 1);
      return [low, Math.round(next.getTime() / DAY) - 1];
    };
    if (!text.includes("/")) return one(text);
    const [left, right, more] = text.split("/");
    const open = (part) => part === ".." || part === "";
    const [low, high] = [open(left) ? [null] : one(left), open(right) ? [null, null] : one(right)];
    if (more !== undefined || !low || !high || (open(left) && open(right))) return null;
    return low[0] !== null && high[1] !== null && low[0] > high[1] ? null : [low[0], high[1]];
  }

  const parts = (day) => {
    const date = new Date(day * DAY);
    return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  };

  /** The largest of "decade", "year" and "month" that the days begin and end with, and whether they are just one of it: [grain, one]; null for none. */
  function grain(low, high) {
    const [y0, m0, d0] = parts(low);
    const [y1, m1] = parts(high);
    const [, , next] = parts(high + 1);
    if (d0 !== 1 || next !== 1) return null;
    if (m0 === 0 && m1 === 11) return y0 % 10 === 0 && y1 === y0 + 9 ? ["decade", true] : ["year", y0 === y1];
    return ["month", y0 === y1 && m0 === m1];
  }

  const MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ];
  const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

  /** The English of render/when.py, which files are written in: browsers differ in theirs. */
  const fixed =
    ({ weekday, day, month, year }) =>
    (number) => {
      const [y, m, d] = parts(number);
      return [
        weekday && WEEKDAYS[(((number + 4) % 7) + 7) % 7],
        day && d,
        month && MONTHS[m].slice(0, month === "short" ? 3 : undefined),
        year && y,
      ]
        .filter(Boolean)
        .join(" ");
    };

  /** A speaker of dates for a locale, null for that of files; ``say`` gives the sentences around them. */
  function speaker(say, locale) {
    const format = (options) => {
      if (locale === null) return fixed(options);
      let intl = null; // made when needed: each takes a millisecond or two
      return (day) => {
        intl = intl || new Intl.DateTimeFormat(locale, { timeZone: "UTC", calendar: "gregory", ...options });
        return intl.format(new Date(day * DAY));
      };
    };
    const full = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
    const long = format({ day: "numeric", month: "long", year: "numeric" });
    const brief = format({ day: "numeric", month: "short", year: "numeric" });
    const month = format({ month: "long", year: "numeric" });
    const monthBrief = format({ month: "short", year: "numeric" });
    const year = format({ year: "numeric" });
    const monthAlone = format({ month: "short" });
    const dayAlone = format({ day: "numeric", month: "short" });
    const dayLong = format({ day: "numeric", month: "long" });
    const monthLong = format({ month: "long" });
    let order = null;
    /** Which of day, month and year the language writes first and last. */
    const ends = () => {
      if (order) return order;
      if (locale === null) return { first: "day", last: "year" };
      const kinds = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" })
        .formatToParts(0)
        .map((part) => part.type)
        .filter((type) => type !== "literal");
      order = { first: kinds[0], last: kinds[kinds.length - 1] };
      return order;
    };

    /** Two days of a stretch: what both share is said once, where the language lets it. */
    function pair(low, high, whole, part) {
      const [[y0, m0, d0], [y1, m1]] = [parts(low), parts(high)];
      const { first, last } = ends();
      if (y0 !== y1) return { from: whole(low), to: whole(high) };
      if (last !== "year") return { from: whole(low), to: first === "year" ? part(high) : whole(high) };
      return { from: m0 === m1 && first === "day" ? String(d0) : part(low), to: whole(high) };
    }
    const days = (low, high) => pair(low, high, long, dayLong);
    const briefly = (low, high) => pair(low, high, brief, dayAlone);

    function side(low, high) {
      if (low !== null && low === high) return say("time.side.on", { day: long(low) });
      if (low !== null && high !== null) return say("time.side.between", days(low, high));
      if (high !== null) return say("time.side.before", { day: long(high) });
      if (low !== null) return say("time.side.after", { day: long(low) });
      return say("time.side.unknown");
    }

    function end(low, high) {
      // Not known to have ended then: an event that goes on is known up to the last day that tells of it.
      if (low !== null && low === high) return say("time.seen", { day: long(low) });
      return say("time.ended", { when: side(low, high) });
    }

    /** What goes on when its day is told, by the days of which that is known: {kind: "since", "on", "between" or "least", from, to}; null for other spans. */
    function going(low, [begun, seen], high) {
      if (seen === null || begun === null || (high !== null && high !== seen)) return null;
      if (low !== null)
        return low === begun && low < seen && high === null ? { kind: "since", from: low, to: seen } : null;
      if (begun === seen) return { kind: "on", from: seen, to: seen };
      if (high !== null) return begun > seen ? { kind: "on", from: seen, to: seen } : null;
      return begun > seen ? { kind: "between", from: seen, to: begun } : { kind: "least", from: begun, to: seen };
    }

    /** A day of which a month, a year or more is known. */
    function within(low, high) {
      const [kind, one] = grain(low, high) || [];
      if (kind === "decade") return say("time.decade", { decade: year(low) });
      if (kind === "year")
        return one ? say("time.year", { year: year(low) }) : say("time.stretch", { from: year(low), to: year(high) });
      if (kind === "month")
        return one ? say("time.month", { month: month(low) }) : say("time.stretch", pair(low, high, month, monthLong));
      return say("time.between", days(low, high));
    }

    /** When, in a sentence's words; ``inner`` is [begin not after, end not before] of a fuzzy span. */
    function words(kind, low, high, inner) {
      if (kind === "undated") return say("time.undated");
      if (kind === "point") return say("time.point", { day: full(low) });
      if (kind === "before") return say("time.before", { day: full(high) });
      if (kind === "after") return say("time.after", { day: full(low) });
      if (kind === "within") return within(low, high);
      if (kind === "interval") return say("time.interval", days(low, high));
      const on = going(low, inner, high);
      if (on)
        return say(
          "time.going." + on.kind,
          on.kind === "between" ? days(on.from, on.to) : { from: long(on.from), to: long(on.to) },
        );
      return say("time.join", { first: say("time.began", { when: side(low, inner[0]) }), second: end(inner[1], high) });
    }

    /** When, in the few words that a list has room for. */
    function short(kind, low, high, inner) {
      const on = kind === "fuzzy" ? going(low, inner, high) : null;
      if (on && on.kind === "since") return say("short.since", { day: brief(low) });
      if (on) return say("short.going", { range: range(on.from, on.to) });
      if (low === null && high === null) {
        const known = (inner || []).filter((day) => day !== null);
        return known.length ? say("short.about", { range: brief(Math.min(...known)) }) : say("short.undated");
      }
      if (low === null) return say("short.before", { day: brief(high) });
      if (high === null) return say("short.after", { day: brief(low) });
      if (low === high) return brief(low);
      if (kind === "interval") return range(low, high);
      if (kind === "fuzzy") return say("short.about", { range: range(low, high) });
      const [size, one] = grain(low, high) || [];
      if (size === "decade") return say("short.decade", { decade: year(low) });
      if (size === "year") return one ? year(low) : say("short.between", { from: year(low), to: year(high) });
      if (size === "month")
        return one ? monthBrief(low) : say("short.between", pair(low, high, monthBrief, monthAlone));
      return say("short.between", briefly(low, high));
    }

    const range = (low, high) => (low === high ? brief(low) : say("short.range", briefly(low, high)));

    /** From which year to which. */
    const years = (low, high) =>
      year(low) === year(high) ? year(low) : say("short.range", { from: year(low), to: year(high) });

    /** Which day a week begins on: 1 Monday … 7 Sunday. */
    const firstDay = () => {
      const told = new Intl.Locale(locale);
      return (told.getWeekInfo ? told.getWeekInfo() : told.weekInfo || { firstDay: 1 }).firstDay;
    };

    return {
      words,
      short,
      range,
      years,
      day: brief,
      long,
      full,
      month: monthBrief,
      year,
      monthAlone,
      dayAlone,
      get firstDay() {
        return firstDay();
      },
      side,
    };
  }

  const APART = { day: 62, month: 58, year: 50 }; // pixels between two ticks

  /**
   * Ticks for an axis of ``width`` pixels: [day, grain] at round years, months or days.  Weeks begin on ``firstDay``
   * (1 Monday … 7 Sunday) and have their tick there.
   */
  function ticks(from, to, width, firstDay = 1, apart = APART) {
    const span = to - from;
    const fits = (days, grain) => span / days <= Math.max(1, Math.floor(width / apart[grain]));
    const out = [];
    const monday = firstDay - 4; // day 0 is a Thursday
    for (const [step, start] of [
      [1, 0],
      [2, 0],
      [3, 0],
      [7, monday],
      [14, monday],
    ]) {
      if (!fits(step, "day")) continue;
      for (let day = Math.ceil((from - start) / step) * step + start; day <= to; day += step) out.push([day, "day"]);
      return out;
    }
    const [year] = parts(Math.floor(from));
    for (const step of [1, 3, 6]) {
      if (!fits(30.44 * step, "month")) continue;
      for (let m = 0; ; m += step) {
        const day = firstOf(year, m);
        if (day > to) return out;
        if (day >= from) out.push([day, "month"]);
      }
    }
    let step = 1;
    for (let k = 0; !fits(365.25 * step, "year"); k++) step *= [2, 2.5, 2][k % 3];
    for (let y = Math.ceil(year / step) * step; ; y += step) {
      const day = firstOf(y, 0);
      if (day > to) return out;
      if (day >= from) out.push([day, "year"]);
    }
  }

  /** The first day of a month, counted from January of a year. */
  function firstOf(year, month) {
    const date = new Date(0);
    date.setUTCFullYear(year, month, 1);
    return Math.round(date.getTime() / DAY);
  }

  return Object.freeze({ DAY, toIso, fromIso, parseEdtf, grain, speaker, ticks });
})();
