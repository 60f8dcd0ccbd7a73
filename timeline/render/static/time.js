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

  /** "month" or "year" where the days are exactly one, else null. */
  function grain(low, high) {
    const [y0, m0, d0] = parts(low);
    const [y1, m1] = parts(high);
    const [, , next] = parts(high + 1);
    if (d0 !== 1 || next !== 1 || y0 !== y1) return null;
    return m0 === m1 ? "month" : m0 === 0 && m1 === 11 ? "year" : null;
  }

  /** A speaker of dates for a locale; ``say`` gives the sentences around them. */
  function speaker(say, locale) {
    const format = (options) => {
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

    function side(low, high) {
      if (low !== null && low === high) return say("time.side.on", { day: long(low) });
      if (low !== null && high !== null) return say("time.side.between", { from: long(low), to: long(high) });
      if (high !== null) return say("time.side.before", { day: long(high) });
      if (low !== null) return say("time.side.after", { day: long(low) });
      return say("time.side.unknown");
    }

    function end(low, high) {
      // Not known to have ended then: an event that goes on is known up to the last day that tells of it.
      if (low !== null && low === high) return say("time.seen", { day: long(low) });
      return say("time.ended", { when: side(low, high) });
    }

    /** When, in a sentence's words; ``inner`` is [begin not after, end not before] of a fuzzy span. */
    function words(kind, low, high, inner) {
      if (kind === "undated") return say("time.undated");
      if (kind === "point") return say("time.point", { day: full(low) });
      if (kind === "before") return say("time.before", { day: full(high) });
      if (kind === "after") return say("time.after", { day: full(low) });
      if (kind === "fuzzy") {
        const first = say("time.began", { when: side(low, inner[0]) });
        return say("time.join", { first, second: end(inner[1], high) });
      }
      const exact = kind === "within" ? grain(low, high) : null;
      if (exact === "year") return say("time.year", { year: year(low) });
      if (exact === "month") return say("time.month", { month: month(low) });
      return say(kind === "interval" ? "time.interval" : "time.between", { from: long(low), to: long(high) });
    }

    /** When, in the few letters that a list has room for. */
    function short(kind, low, high, inner) {
      if (low === null && high === null) {
        const known = (inner || []).find((day) => day !== null);
        return known === undefined ? say("short.undated") : `~ ${brief(known)}`;
      }
      if (low === null) return say("short.before", { day: brief(high) });
      if (high === null) return say("short.after", { day: brief(low) });
      if (low === high) return brief(low);
      const exact = kind === "within" ? grain(low, high) : null;
      if (exact === "year") return year(low);
      if (exact === "month") return monthBrief(low);
      return say("short.range", { from: brief(low), to: brief(high) });
    }

    const range = (low, high) =>
      low === high ? brief(low) : say("short.range", { from: brief(low), to: brief(high) });

    /** From which year to which. */
    const years = (low, high) => (year(low) === year(high) ? year(low) : say("short.range", { from: year(low), to: year(high) }));

    /** Which day a week begins on: 1 Monday … 7 Sunday. */
    const firstDay = () => {
      const told = new Intl.Locale(locale);
      return (told.getWeekInfo ? told.getWeekInfo() : told.weekInfo || { firstDay: 1 }).firstDay;
    };

    return { words, short, range, years, day: brief, long, full, month: monthBrief, year, monthAlone, dayAlone, get firstDay() { return firstDay(); }, side };
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
    for (const [step, start] of [[1, 0], [2, 0], [7, monday], [14, monday]]) {
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

  return { DAY, toIso, fromIso, parseEdtf, grain, speaker, ticks };
})();
