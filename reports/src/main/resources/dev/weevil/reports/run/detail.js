// The panel that tells everything about the selected event. Text from the run is only ever text.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

class Detail {
  constructor(panel, view) {
    Object.assign(this, { panel, view, model: view.model });
  }

  draw() {
    const { selected } = this.view;
    if (selected === this.shown) return;
    this.shown = selected;
    this.panel.replaceChildren(...(selected < 0 ? this.nothing() : this.event(selected)));
    this.panel.scrollTop = 0;
  }

  nothing() {
    return [
      make("h3", {}, "Nothing selected"),
      make("p", {}, "Click an operation or a message. "),
      make("p", { class: "small" }, "n next violation · f next fault · j k next, previous event · / filter · ? help"),
    ];
  }

  event(event) {
    const row = this.model.events.row[event];
    const show = [this.operation, this.message, this.mark][this.model.events.kind[event]];
    return show.call(this, row, event);
  }

  operation(row, event) {
    const { operations } = this.model;
    const took = operations.took[row];
    const note = this.model.text(operations.note[row]);
    return [
      make("h3", {}, this.model.text(operations.words[row])),
      operations.conflict[row]
        ? make("p", { class: "conflict" }, "✖ One of the operations in conflict")
        : "",
      this.facts({
        client: this.model.whoOf(event),
        outcome: this.model.text(operations.ending[row]) + (note ? ` — ${note}` : ""),
        from: timeText(operations.invoked[row]),
        to: took < 0 ? "never ended" : timeText(operations.invoked[row] + took),
        took: took < 0 ? "" : timeText(took),
      }),
    ];
  }

  message(row, event) {
    const { messages } = this.model;
    const isBitten = this.model.isBitten(row);
    return [
      make("h3", {}, `${this.model.nameOf(event)} ${this.model.text(messages.type[row])}`),
      isBitten ? make("p", { class: `touch ${this.model.statuses[row]}` }, this.touchWords(row)) : "",
      this.facts({
        route: this.model.whoOf(event),
        place: `view ${messages.view[row]}, sequence ${messages.sequence[row]}`,
        sent: timeText(messages.sent[row]),
        [this.model.text(messages.fate[row]).replace("_", " ")]: timeText(
          messages.sent[row] + messages.took[row],
        ),
      }),
      this.fields(row),
      this.relatives("because of", this.model.rowsById.get(messages.cause[row]) ?? []),
      this.relatives("led to", this.consequences(row)),
      this.relatives(
        messages.fork[row] ? "other branches of this fork" : "other copies",
        siblings(this.model, row).filter((other) => other !== row),
      ),
    ];
  }

  touchWords(row) {
    return this.model.text(this.model.messages.touches[row]) || "dropped";
  }

  consequences(row) {
    const { cause, id, from, to } = this.model.messages;
    const found = [];
    for (let i = row; i < cause.length && found.length < 12; i++) {
      if (cause[i] === id[row] && from[i] === to[row]) found.push(i);
    }
    return found;
  }

  // What was sent, and beside it what arrived where that is something else.
  fields(row) {
    const sent = this.model.frame(this.model.messages.frame[row]);
    const isAltered = this.model.messages.altered[row] >= 0;
    const arrived = isAltered ? this.model.frame(this.model.messages.altered[row]) : sent;
    const names = [...new Set([...sent.keys(), ...arrived.keys()])];
    if (isAltered) names.sort((a, b) => differs(b) - differs(a));
    function differs(name) {
      return sent.get(name) !== arrived.get(name) ? 1 : 0;
    }
    const head = make("tr", {}, make("th", {}, "field"), make("th", {}, "sent"));
    if (isAltered) head.append(make("th", {}, "arrived"));
    const table = make("table", { class: "fields" }, head);
    for (const name of names) {
      const changed = differs(name);
      const line = make("tr", { class: changed ? "changed" : "" });
      line.append(make("th", {}, ...breakable(name)), make("td", {}, sent.get(name) ?? "—"));
      if (isAltered) line.append(make("td", {}, changed ? `◆ ${arrived.get(name) ?? "—"}` : "same"));
      table.append(line);
    }
    return names.length ? table : "";
  }

  mark(row, event) {
    const { marks } = this.model;
    return [
      make("h3", {}, this.model.text(marks.name[row])),
      this.facts({
        at: timeText(marks.time[row]),
        where: this.model.whoOf(event),
        place: marks.sequence[row] ? `view ${marks.view[row]}, sequence ${marks.sequence[row]}` : "",
        digest: this.model.text(marks.digest[row]),
      }),
      make("p", {}, this.model.text(marks.detail[row])),
    ];
  }

  facts(values) {
    const list = make("dl");
    for (const [name, value] of Object.entries(values)) {
      if (value) list.append(make("dt", {}, name), make("dd", {}, value));
    }
    return list;
  }

  relatives(title, rows) {
    if (!rows.length) return "";
    const links = rows.slice(0, 12).map((row) => {
      const event = this.model.events.of[MESSAGE][row];
      const words = `${this.model.nameOf(event)} ${this.model.labelOf(row)} ${this.model.whoOf(event)}`;
      return make("li", {}, make("button", { type: "button", onclick: () => this.view.select(event) }, words));
    });
    return make("div", { class: "relatives" }, make("h4", {}, title), make("ul", {}, ...links));
  }
}

// A path may be broken behind its dots, and nowhere else.
function breakable(path) {
  return path.split(/(?<=\.)/).flatMap((part) => [part, make("wbr")]);
}
