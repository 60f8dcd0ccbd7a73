"use strict";
// The form in which a reader corrects an event, and the menu of all corrections.
const Edit = (() => {
  const { $, el, foreign } = Dom;

  /** Open the form in the panel; ``onSave`` gets the fields that differ from ``now``. */
  function form(panel, now, { say, types, statuses, onSave, onCancel }) {
    const option = (group, chosen) => (code) => el("option", { value: code, selected: code === chosen }, say.label(group, code));
    const input = {
      title: el("input", { type: "text", value: now.title, maxLength: 500, required: true }),
      date: el("input", { type: "text", value: now.date, spellcheck: false, "aria-describedby": "edit-date-help" }),
      type: el("select", null, types.map(option("type", now.type))),
      status: el("select", null, statuses.map(option("status", now.status))),
      note: el("textarea", { rows: 2, value: now.note }),
      hide: el("input", { type: "checkbox", checked: now.hide }),
    };
    const wrong = el("p", { class: "wrong", role: "alert", hidden: true }, say("edit.date.wrong"));
    const field = (name, after) => el("label", { class: "field" }, el("span", null, say("edit." + name)), input[name], after);
    const submit = (event) => {
      event.preventDefault();
      const date = input.date.value.trim();
      wrong.hidden = !date || Time.parseEdtf(date) !== null;
      if (!wrong.hidden) return void input.date.focus();
      const next = { title: input.title.value.trim(), date, type: input.type.value, status: input.status.value, note: input.note.value.trim(), hide: input.hide.checked };
      const fields = {};
      for (const key of Object.keys(next)) if (next[key] !== now[key]) fields[key] = next[key] === "" ? null : next[key];
      onSave(fields);
    };
    const box = el("form", { class: "edit", onsubmit: submit },
      el("h3", null, say("edit.title.form")),
      field("title"), field("date"), el("p", { class: "note", id: "edit-date-help" }, say("edit.date.help")), wrong,
      field("type"), field("status"), field("note"),
      el("label", { class: "choice" }, input.hide, say("edit.hide")),
      el("div", { class: "report-tools" }, el("button", { type: "submit", class: "plain strong" }, say("edit.save")), el("button", { type: "button", class: "plain", onclick: onCancel }, say("edit.cancel"))));
    const old = panel.querySelector("form.edit");
    if (old) old.remove();
    panel.querySelector(".details-foot").before(box);
    input.title.focus();
    box.scrollIntoView({ block: "nearest" });
  }

  /** The menu in the head: what was changed, from what to what, and what to do with it. */
  function menu(log, { say, onUndo, onRedo, onSave, onClear, onChoose, words }) {
    const box = $("corrections-menu");
    const all = Corrections.result(log);
    box.hidden = !log.done.length && !log.undone.length;
    $("corrections-count").textContent = String(all.size);
    const button = (key, onclick, disabled) => el("button", { type: "button", class: "plain", onclick, disabled }, say(key));
    $("corrections-body").replaceChildren(
      el("div", { class: "report-tools" }, button("edit.undo", onUndo, !log.done.length), button("edit.redo", onRedo, !log.undone.length)),
      el("ol", { class: "changes" }, [...all].map(([id, { i, was, fields }]) => el("li", null,
        el("button", { type: "button", class: "linkish", onclick: () => onChoose(id, i) }, foreign(was)),
        el("ul", null, Object.entries(fields).map(([key, value]) => el("li", null, say("edit." + key), value === true ? "" : [": ", foreign(words(key, value))])))))),
      el("p", { class: "note" }, say("edit.file.note")),
      button("edit.file", onSave, !all.size), button("edit.clear", onClear, !log.done.length));
  }

  return { form, menu };
})();
if (typeof module !== "undefined") module.exports = Edit;
