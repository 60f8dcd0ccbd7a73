"use strict";
// How much room the window gives the parts of the page, as screens.css and figure.css lay them out.
const Room = (() => {
  const query = (text) => window.matchMedia(text);
  const narrow = query("(max-width: 760px)"); // a phone: the list first, and the page itself scrolls
  const still = query("(min-width: 1000px) and (min-height: 700px)"); // a desktop: the list scrolls, not the page
  const low = query("(min-width: 1000px) and (max-height: 920px)"); // a desktop on which the list needs the room most
  const LOW = 920;
  const MOST_LANES = 12;
  const LANE = 34; // pixels of a lane that has little room
  const ROW = { narrow: 80, low: 54, usual: 62 }; // pixels of a row of the list

  /** Pixels of the lanes together; asking the browser would make it lay out the page now. */
  const lanes = () => Math.max(200, Math.min(620, window.innerHeight * 0.4 - (window.innerHeight < LOW ? 70 : 0)));

  return Object.freeze({
    narrow,
    still,
    row: () => (narrow.matches ? ROW.narrow : low.matches ? ROW.low : ROW.usual),
    /** Pixels of the figure from left to right. */
    width: () =>
      Math.max(
        200,
        narrow.matches
          ? window.innerWidth - 134
          : Math.min(window.innerWidth - 230, (window.innerWidth - 80) * 0.72 - 184),
      ),
    /** How many lanes stand in the figure at first: as many as it has room for. */
    firstLanes: () => (narrow.matches ? MOST_LANES : Math.max(6, Math.min(MOST_LANES, Math.floor(lanes() / LANE)))),
    /** Pixels of some lanes together; on a phone they can be as high as their crowds need. */
    height: (count) => (narrow.matches ? Math.max(window.innerHeight * 0.5, count * 54) : lanes()),
  });
})();
