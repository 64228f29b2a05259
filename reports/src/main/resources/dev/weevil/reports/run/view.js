// What is looked at: a stretch of time, a filter, a selection, hidden types. It lives in the URL.

class View {
  constructor(model) {
    this.model = model;
    this.listeners = [];
    this.read();
  }

  // The whole run, or where the violation is.
  home() {
    const { conflictFrom, conflictTo, end } = this.model;
    if (conflictTo <= 0) return [this.model.shownFrom, this.model.shownTo];
    const margin = Math.max((conflictTo - conflictFrom) * 0.25, end / 2000, 1000);
    return [Math.max(0, conflictFrom - margin), Math.min(end + margin, conflictTo + margin)];
  }

  read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const range = /^(-?[\d.]+)-([\d.]+)$/.exec(given.get("t") ?? "");
    if (range) [this.from, this.to] = [Number(range[1]) * 1e3, Number(range[2]) * 1e3];
    else if (this.from === undefined) [this.from, this.to] = this.home();
    if (!(this.to > this.from)) [this.from, this.to] = this.home();
    this.query = given.get("q") ?? "";
    this.hidden = new Set((given.get("hide") ?? "").split(",").filter((type) => type));
    this.selected = this.model.eventNamed(given.get("s"));
    if (!range && this.selected >= 0) this.reveal(this.selected);
    this.apply();
  }

  write() {
    const parts = new URLSearchParams();
    parts.set("t", `${(this.from / 1e3).toFixed(3)}-${(this.to / 1e3).toFixed(3)}`);
    if (this.query) parts.set("q", this.query);
    if (this.hidden.size) parts.set("hide", [...this.hidden].join(","));
    if (this.selected >= 0) parts.set("s", this.model.nameOf(this.selected));
    history.replaceState(null, "", `#${parts}`);
  }

  // Which events pass the filter and are of no hidden type.
  apply() {
    const { events, messages } = this.model;
    const passes = parsedQuery(this.model, this.query);
    const hidden = new Set([...this.hidden].map((type) => this.model.texts.indexOf(type)));
    this.passing = new Uint8Array(events.length);
    this.rows = [];
    for (let event = 0; event < events.length; event++) {
      const isHidden =
        events.kind[event] === MESSAGE && hidden.has(messages.type[events.row[event]]);
      if (!isHidden && passes(event)) {
        this.passing[event] = 1;
        this.rows.push(event);
      }
    }
  }

  changed() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.write(), 200);
    for (const listener of this.listeners) listener();
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  range(from, to) {
    const least = 200;
    const middle = (from + to) / 2;
    const half = Math.max(least, to - from) / 2;
    const slack = this.model.end * 0.05 + 1000;
    this.from = Math.max(-slack, middle - half);
    this.to = Math.min(this.model.end + slack, Math.max(middle + half, this.from + least));
    this.changed();
  }

  zoom(factor, around = (this.from + this.to) / 2) {
    this.range(around - (around - this.from) * factor, around + (this.to - around) * factor);
  }

  pan(share) {
    const by = (this.to - this.from) * share;
    const bounded = Math.max(-this.from, Math.min(this.model.end - this.to, by));
    const step = Math.sign(bounded) === Math.sign(by) ? bounded : 0;
    this.range(this.from + step, this.to + step);
  }

  filter(query) {
    this.query = query;
    this.apply();
    this.changed();
  }

  toggle(type) {
    if (!this.hidden.delete(type)) this.hidden.add(type);
    this.apply();
    this.changed();
  }

  select(event, { reveal = true } = {}) {
    this.selected = event;
    if (reveal && event >= 0) this.reveal(event);
    this.changed();
  }

  // Moves as little as it must, so that the eye can follow.
  reveal(event) {
    const begin = this.model.events.time[event];
    const end = Math.min(this.model.endOf(event), begin + (this.to - this.from));
    const width = this.to - this.from;
    if (begin >= this.from && end <= this.to) return;
    this.from = Math.max(0, (begin + end) / 2 - width / 2);
    this.to = this.from + width;
  }

  // The next event after the selected one, or before it, for which the test holds.
  step(direction, test) {
    const { rows } = this;
    let at = this.selected >= 0 ? lowerBound(rows, this.selected) : direction > 0 ? -1 : rows.length;
    if (this.selected >= 0 && direction > 0 && rows[at] !== this.selected) at--;
    for (let i = at + direction; i >= 0 && i < rows.length; i += direction) {
      if (test(rows[i])) return this.select(rows[i]);
    }
    return undefined;
  }
}
