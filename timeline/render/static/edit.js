"use strict";
// The form in which a reader corrects an event, and the menu of all corrections.
const Edit = (() => {
  const { $, el, foreign } = Dom;

  const TEXTS = ["title", "date", "actors", "recipients"];
  const LISTS = ["actors", "recipients"];
  const OFFERED = 20; // known names offered at once
  const button = (label, onclick) =>
    el("button", { type: onclick ? "button" : "submit", class: onclick ? "plain" : "plain strong", onclick }, label);

  /** The inputs of an event; ``values`` reads them, null where the date is none. */
  function inputs(now, { say, types, statuses, names }) {
    const option = (group, chosen) => (code) =>
      el("option", { value: code, selected: code === chosen }, say.label(group, code));
    const input = {
      lasting: el("select", null, ["day", "days"].map(option("edit.lasting", now.lasting))),
      type: el(
        "select",
        { required: true },
        now.type ? null : el("option", { value: "" }, say("edit.type.none")),
        types.map(option("type", now.type)),
      ),
      status: el("select", null, statuses.map(option("status", now.status))),
      note: el("textarea", { rows: 2, value: now.note }),
    };
    for (const name of TEXTS)
      input[name] = el("input", {
        type: "text",
        value: now[name],
        maxLength: 500,
        required: name === "title",
        "aria-describedby": say.has(`edit.${name}.help`) ? `edit-${name}-help` : null,
      });
    // Names that are known are offered, so that a slip of the pen makes no new actor.
    const known = LISTS.map((name) => {
      const list = el("datalist", { id: `edit-${name}-known` });
      input[name].setAttribute("list", list.id);
      const offer = () => {
        const start = input[name].value.lastIndexOf(";") + 1;
        const before = input[name].value.slice(0, start);
        const begun = Search.fold(input[name].value.slice(start).trim());
        list.replaceChildren(
          ...names
            .filter((one) => Search.fold(one).includes(begun))
            .slice(0, OFFERED)
            .map((one) => el("option", { value: `${before}${before ? " " : ""}${one}` })),
        );
      };
      input[name].addEventListener("input", offer);
      input[name].addEventListener("focus", offer);
      return list;
    });
    const wrong = el("p", { class: "wrong", role: "alert", hidden: true }, say("edit.date.wrong"));
    const field = (name) => [
      el("label", { class: "field" }, el("span", null, say("edit." + name)), input[name]),
      say.has(`edit.${name}.help`)
        ? el("p", { class: "note", id: `edit-${name}-help` }, say(`edit.${name}.help`))
        : null,
      name === "date" ? wrong : null,
    ];
    function values() {
      const out = Object.fromEntries(Object.entries(input).map(([name, { value }]) => [name, value.trim()]));
      wrong.hidden = !out.date || Time.parseEdtf(out.date) !== null;
      if (wrong.hidden) return out;
      input.date.focus();
      return null;
    }
    return {
      box: [known, ["title", "date", "lasting", "type", "status", "actors", "recipients", "note"].map(field)],
      values,
    };
  }

  /** Whether the reader may go on: no form is half filled, or what stands in it may be lost. */
  function leave(say) {
    const box = document.querySelector("form.edit");
    if (!box || !box.dataset.touched || window.confirm(say("edit.leave"))) {
      if (box) delete box.dataset.touched;
      return true;
    }
    box.querySelector("input, select").focus();
    return false;
  }

  /** Put a form into the panel, in the place of another one. */
  function put(panel, title, onsubmit, ...children) {
    const box = el(
      "form",
      {
        class: "edit",
        onsubmit: (event) => {
          event.preventDefault();
          delete box.dataset.touched; // what is kept is not lost
          onsubmit();
          if (box.isConnected) box.dataset.touched = "1";
        },
        oninput: (event) => {
          event.currentTarget.dataset.touched = "1";
        },
      },
      el("h3", null, title),
      ...children,
    );
    for (const old of panel.querySelectorAll("form.edit")) old.remove();
    const heading = panel.querySelector("#details-title");
    if (heading) heading.after(box);
    else panel.append(box);
    box.scrollIntoView({ block: "nearest" });
    box.querySelector("input, select").focus();
  }

  /** What stands in the form is given up on purpose. */
  const cancel = (then) => () => {
    const box = document.querySelector("form.edit");
    if (box) delete box.dataset.touched;
    then();
  };

  /** A field as a correction holds it; null goes back to what was. */
  const asGiven = (name, value) =>
    name === "lasting"
      ? value === "days"
      : LISTS.includes(name)
        ? Corrections.unlisted(value)
        : value === ""
          ? null
          : value;

  /** Open the form in the panel; ``onSave`` gets the fields that differ from ``now``. */
  function form(panel, now, { say, types, statuses, names, onSave, onCancel }) {
    const { box, values } = inputs(now, { say, types, statuses, names });
    const hide = el("input", { type: "checkbox", checked: now.hide });
    const submit = () => {
      const next = values();
      if (!next) return;
      const fields = {};
      for (const name of Object.keys(next)) if (next[name] !== now[name]) fields[name] = asGiven(name, next[name]);
      if (hide.checked !== now.hide) fields.hide = hide.checked;
      onSave(fields);
    };
    put(
      panel,
      say("edit.title.form"),
      submit,
      ...box,
      el("label", { class: "choice" }, hide, say("edit.hide")),
      el("div", { class: "report-tools" }, button(say("edit.save")), button(say("edit.cancel"), cancel(onCancel))),
    );
  }

  /** The form for an event that no article tells. */
  function adding(panel, { say, types, statuses, names, onSave, onCancel }) {
    const { box, values } = inputs(
      { title: "", date: "", lasting: "day", type: "", status: "occurred", actors: "", recipients: "", note: "" },
      { say, types, statuses, names },
    );
    const submit = () => {
      const next = values();
      if (!next) return;
      onSave(
        Object.fromEntries(
          Object.entries(next)
            .filter(([, value]) => value)
            .map(([name, value]) => [name, asGiven(name, value)]),
        ),
      );
    };
    panel.replaceChildren();
    document.body.classList.add("chosen");
    put(
      panel,
      say("edit.add"),
      submit,
      ...box,
      el("div", { class: "report-tools" }, button(say("edit.save")), button(say("edit.cancel"), cancel(onCancel))),
    );
  }

  /** The form that says which event an event is the same as; ``near`` gives those that are offered for a query. */
  function merging(panel, near, { say, onSave, onCancel }) {
    const select = el("select", { size: 6, "aria-describedby": "edit-merge-help" });
    let asked = 0;
    async function offer() {
      const mine = ++asked;
      const views = await near(find.value, () => mine !== asked);
      if (mine === asked)
        select.replaceChildren(
          ...views.map((view, k) =>
            el("option", { value: view.i, selected: !k, title: view.title }, `${view.short} · ${view.title}`),
          ),
        );
    }
    const enter = (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // what is found is looked at before it is taken
      select.focus();
    };
    const find = el("input", {
      type: "search",
      oninput: offer,
      onkeydown: enter,
      "aria-label": say("search.label"),
      placeholder: say("search.placeholder"),
    });
    offer();
    put(
      panel,
      say("edit.merge"),
      () => select.value && onSave(+select.value),
      find,
      el("label", { class: "field" }, el("span", null, say("edit.same")), select),
      el("p", { class: "note", id: "edit-merge-help" }, say("edit.same.help")),
      el("div", { class: "report-tools" }, button(say("edit.save")), button(say("edit.cancel"), cancel(onCancel))),
    );
  }

  /** The menu in the head: what was changed, from what to what, and what to do with it. */
  function menu(
    log,
    { say, stored, chosen, onUndo, onRedo, onSave, onLoad, onClear, onChoose, onAdd, onBack, words, here },
  ) {
    const box = $("corrections-menu");
    const all = Corrections.result(log);
    const body = $("corrections-body");
    const focused = body.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const add = () => {
      box.open = false;
      onAdd();
    };
    $("corrections-count").hidden = !all.size;
    $("corrections-count").textContent = String(all.size);
    box.classList.toggle("on", !!all.size);
    const button = (key, onclick, disabled) =>
      el("button", { type: "button", class: "plain", "data-key": key, onclick, disabled }, say(key));
    const back = (id, key) =>
      el("button", { type: "button", class: "linkish back", onclick: () => onBack(id, key) }, say("edit.back"));
    const file = el("input", {
      type: "file",
      accept: ".json,application/json",
      hidden: true,
      onchange: async () => {
        wrong.hidden = !file.files.length || (await onLoad(await file.files[0].text()));
        file.value = "";
      },
    });
    const wrong = el("p", { class: "wrong", role: "alert", hidden: true }, say("edit.load.wrong"));
    body.replaceChildren(
      Dom.sheetTop(say("edit.label"), say("details.close")),
      button("edit.add", add),
      el(
        "div",
        { class: "report-tools" },
        button("edit.undo", onUndo, !log.done.length),
        button("edit.redo", onRedo, !log.undone.length),
      ),
      el(
        "ol",
        { class: "changes" },
        [...all].map(([id, { i, was, fields }]) =>
          el(
            "li",
            null,
            el("button", { type: "button", class: "linkish", onclick: () => onChoose(id, i) }, foreign(was)),
            here(id) ? null : el("p", { class: "wrong" }, say("edit.lost")),
            el(
              "ul",
              null,
              Object.entries(fields).map(([key, value]) =>
                el(
                  "li",
                  null,
                  say("edit." + key),
                  value === true || key === "mention" ? "" : [": ", foreign(words(key, value))],
                  " ",
                  back(id, key),
                ),
              ),
            ),
          ),
        ),
      ),
      el("p", { class: "note" }, say(stored ? "edit.file.note" : "edit.file.unkept")),
      button("edit.file", onSave, !all.size && !chosen),
      button("edit.load", () => file.click()),
      file,
      wrong,
      button("edit.clear", onClear, !log.done.length),
    );
    if (!focused) return;
    const again = body.querySelector(`[data-key="${focused}"]`);
    if (again && !again.disabled) again.focus();
    else box.querySelector("summary").focus();
  }

  return Object.freeze({ leave, form, adding, merging, menu });
})();
