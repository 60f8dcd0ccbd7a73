"use strict";
// The days that the figure can show, and those that it shows: the chosen window, the story, or all.
const Days = (() => {
  const NEARLY = 0.9; // of all dates: a window that has so many might as well have them all

  function make(columns, meta, state) {
    const domain = [0, 1]; // as far as the figure goes; told once the list stands on the screen
    let story = null; // the days on which it opens
    const kept = { masks: new Map(), stories: new Map(), extents: new Map() };
    const once = (map, key, make) => {
      if (!map.has(key)) map.set(key, make(key));
      return map.get(key);
    };

    /** Days as far as the axis goes. */
    /** @type {(days: number[]) => number[]} */
    const within = ([from, to]) => [Math.max(Filter.LIMITS[0], from), Math.min(Filter.LIMITS[1], to)];

    /** All events, with the minor ones or without. */
    const usual = (minor) =>
      once(kept.masks, minor, () =>
        Filter.mask(columns, meta, { ...Filter.none(), unlikely: true, minor }, null, null),
      );

    /** On which days the figure opens: the dense part of the events; of those that the filters leave, where none of these lie there. */
    function tell(passed) {
      const width = Room.width();
      story = once(kept.stories, state.filters.minor, (minor) => Story.fit(columns, usual(minor), width));
      if (story && story[1] - story[0] > NEARLY * (domain[1] - domain[0])) story = null;
      if (!story) return;
      const { earlier, later } = Story.outside(columns, passed, story);
      if (earlier.n + later.n === Filter.dated(columns, passed)) story = Story.fit(columns, passed, width) || story;
    }

    /** After other events or other days: from when to when there are some. */
    function respan(passed) {
      const width = Room.width();
      const all = Story.whole(columns, usual(state.filters.minor), width) || Story.whole(columns, usual(true), width);
      if (all) domain.splice(0, 2, ...within(all.map((day, k) => (k ? Math.ceil(day) : Math.floor(day)))));
      tell(passed);
    }

    return {
      domain,
      tell,
      respan,
      /** The days in the window: those that were chosen, else those of the story, and all where these are wanted. */
      period: () => within(state.period || (!state.wide && story) || domain),
      /** Whether a window has all days. */
      all: ([from, to]) => from <= domain[0] && to >= domain[1],
      /** First and last day of the events; null where none has a date. */
      extent: () =>
        once(kept.extents, state.filters.minor, (minor) => {
          const { earlier: all } = Story.outside(columns, usual(minor), [Infinity, Infinity]);
          return all.n ? [all.first, all.last] : null;
        }),
      /** A correction has brought other events. */
      forget: () => Object.values(kept).forEach((map) => map.clear()),
    };
  }

  return Object.freeze({ make });
})();
