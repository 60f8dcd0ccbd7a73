"use strict";
// The list of events: only the rows on the screen are in the document, each with its place in the whole.
const Rows = (() => {
  const { el, glyph, foreign } = Dom;
  const AHEAD = 8; // rows above and below the screen
  const TALLEST = 15000000; // pixels: browsers cut an element off at 17 to 33 million

  /** One row; ``view``: what the page knows of the event, see Brief. */
  function row(view, attributes) {
    return el(
      "li",
      {
        class: `row q-${view.quad} s-${view.status}`,
        "aria-setsize": attributes.size,
        "aria-posinset": attributes.place + 1,
        role: "listitem",
      },
      el(
        "button",
        {
          type: "button",
          class: "row-line",
          "data-i": view.i,
          tabIndex: attributes.stop ? 0 : -1,
          "aria-current": attributes.chosen ? "true" : null,
        },
        el("span", { class: "row-when" }, view.short),
        glyph("q-" + view.quad, "glyph"),
        el(
          "span",
          { class: "row-what" },
          el("span", { class: "row-title" }, foreign(view.title)),
          view.snippet
            ? el(
                "span",
                { class: "row-meta snippet" },
                foreign(view.snippet[0]),
                el("mark", null, foreign(view.snippet[1])),
                foreign(view.snippet[2]),
              )
            : el(
                "span",
                { class: "row-meta" },
                view.typeLabel,
                view.status !== "occurred" ? [" · ", el("b", { class: "badge" }, view.statusLabel)] : null,
                view.minor ? [" · ", el("b", { class: "badge" }, view.minorLabel)] : null,
                view.tags.map((tag) => [" · ", el("b", { class: "badge tag" }, foreign(tag))]),
                view.actors.map((name) => [" · ", foreign(name)]),
                view.several ? " · " + view.severalLabel : view.mentions > 1 ? " · " + view.mentionsLabel : null,
                view.disputed ? [" · ", el("b", { class: "badge clash" }, "≠")] : null,
              ),
        ),
      ),
    );
  }

  /** A virtual list in ``list`` inside the scrolling ``box`` (null: the window scrolls). */
  function make(box, list, { brief, onChoose }) {
    let events = [];
    let chosen = -1;
    let stop = 0; // place of the row that the Tab key reaches
    let height = Room.row();
    let drawn = "";
    let inner = null;
    let waits = false; // a row on the screen had no title yet
    let pressed = false; // a row replaced between press and release would lose its click
    let owed = false; // a drawing that waits for the release
    let fresh = true; // nothing is laid out yet, and asking where it stands would make the browser do it now
    const fit = () => {
      inner = Room.still.matches ? box : null;
      height = Room.row();
    };
    fit();

    function frame() {
      const total = Math.min(events.length * height, TALLEST);
      const top = fresh ? 0 : inner ? inner.scrollTop : Math.max(0, -list.getBoundingClientRect().top);
      const screen = fresh ? window.innerHeight / 2 : inner ? inner.clientHeight : window.innerHeight;
      return {
        total,
        top,
        screen,
        stretch: events.length * height > TALLEST ? (events.length * height - screen) / (TALLEST - screen) : 1,
      };
    }

    function draw(force) {
      if (pressed) {
        owed = true;
        return;
      }
      const { total, top, screen, stretch } = frame();
      // A list that has just become short may still be scrolled to where its end was.
      const first = Math.max(
        0,
        Math.min(Math.floor((top * stretch) / height), events.length - Math.ceil(screen / height)) - AHEAD,
      );
      const last = Math.min(events.length, Math.ceil((top * stretch + screen) / height) + AHEAD);
      const key = `${first}:${last}:${chosen}:${stop}`;
      if (!force && key === drawn) return;
      drawn = key;
      const focused = list.contains(document.activeElement) ? document.activeElement.dataset.i : null;
      const shift = top - top * stretch; // rows stand where the stretched list has them
      const rows = [];
      waits = false;
      for (let place = first; place < last; place++) {
        const i = events[place];
        const view = brief(i);
        waits = waits || view.waits;
        rows.push(row(view, { place, size: events.length, chosen: i === chosen, stop: place === stop }));
      }
      list.style.height = total + "px";
      list.style.paddingTop = first * height + shift + "px";
      list.replaceChildren(...rows);
      if (focused !== null) {
        const again = list.querySelector(`[data-i="${CSS.escape(focused)}"]`);
        if (again) again.focus({ preventScroll: true });
      }
    }

    const placeOf = (i) => (i < 0 ? -1 : events.indexOf(i));

    function reveal(place) {
      const { top, screen, stretch } = frame();
      const y = (place * height) / stretch;
      if (inner) {
        if (y < top || y + height > top + screen) inner.scrollTop = y - screen / 3;
      } else {
        const offset = list.getBoundingClientRect().top + window.scrollY;
        if (y < top || y + height > top + screen - 80) window.scrollTo(0, offset + y - screen / 3);
      }
    }

    function focus(place) {
      if (!events.length) return;
      stop = Math.max(0, Math.min(events.length - 1, place));
      reveal(stop);
      draw(true);
      const button = list.querySelector(`[data-i="${events[stop]}"]`);
      if (button) button.focus({ preventScroll: true });
    }

    list.addEventListener("pointerdown", () => {
      pressed = true;
    });
    const release = () => {
      if (!pressed) return;
      pressed = false;
      // The click follows the release.
      setTimeout(() => {
        if (owed && !pressed) draw(true);
        owed = pressed && owed;
      });
    };
    window.addEventListener("pointerup", release);
    window.addEventListener("pointercancel", release);
    list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-i]");
      if (button) onChoose(+button.dataset.i, true);
    });
    list.addEventListener("keydown", (event) => {
      const button = event.target.closest("[data-i]");
      if (!button || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const place = placeOf(+button.dataset.i);
      const page = Math.max(1, Math.floor(frame().screen / height) - 1);
      const to = {
        ArrowDown: place + 1,
        ArrowUp: place - 1,
        Home: 0,
        End: events.length - 1,
        PageDown: place + page,
        PageUp: place - page,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      focus(to);
    });
    let waiting = false;
    const later = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        draw(false);
      });
    };
    if (box) box.addEventListener("scroll", later, { passive: true });
    window.addEventListener("scroll", later, { passive: true });
    window.addEventListener("resize", () => {
      fit();
      draw(true);
    });

    return {
      /** Show these events; the place in the list is kept where it can be. */
      set(next) {
        events = next;
        list.classList.remove("written");
        stop = Math.max(0, placeOf(chosen));
        draw(true);
        fresh = false;
      },
      choose(i, scroll) {
        chosen = i;
        const place = placeOf(i);
        if (place >= 0) {
          stop = place;
          if (scroll) reveal(place);
        }
        draw(true);
      },
      /** Draw anew; ``late``: only where a row had to wait for its title or the screen has room for more. */
      redraw(late) {
        draw(!late || waits);
      },
      focus: (i) => focus(Math.max(0, placeOf(i))),
      first: () => focus(0),
      get events() {
        return events;
      },
    };
  }

  return Object.freeze({ make, row });
})();
