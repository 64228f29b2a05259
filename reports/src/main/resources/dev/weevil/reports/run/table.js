// The same events as rows, of which only those in sight exist.

const ROW = 25;
const TALLEST = 8e6;
const HEADINGS = ["time", "who", "what", "outcome"];

class Rows {
  constructor(box, view) {
    Object.assign(this, { box, view, model: view.model });
    this.body = make("div", { class: "body" });
    this.space = make("div", { class: "space" });
    this.scroller = make("div", { class: "scroller" }, this.space, this.body);
    const cells = HEADINGS.map((name) => make("span", { role: "columnheader" }, name));
    box.append(make("div", { class: "row head", role: "row" }, ...cells), this.scroller);
    this.scroller.addEventListener("scroll", () => this.fill());
    this.body.addEventListener("click", (e) => {
      const row = e.target.closest("[data-event]");
      if (row) view.select(Number(row.dataset.event));
    });
  }

  // Browsers limit how tall an element can be: a very long list scrolls in proportion.
  get scale() {
    return Math.max(1, (this.view.rows.length * ROW) / TALLEST);
  }

  draw() {
    this.box.setAttribute("aria-rowcount", this.view.rows.length);
    this.space.style.height = `${(this.view.rows.length * ROW) / this.scale}px`;
    if (this.view.selected !== this.shown) {
      this.shown = this.view.selected;
      this.showSelected();
    }
    this.fill();
  }

  showSelected() {
    if (this.view.selected < 0) return;
    const at = lowerBound(this.view.rows, this.view.selected);
    const top = (at * ROW) / this.scale;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop || top > scrollTop + clientHeight - 2 * ROW) {
      this.scroller.scrollTop = Math.max(0, top - clientHeight / 2);
    }
  }

  fill() {
    const { scrollTop, clientHeight } = this.scroller;
    const first = Math.max(0, Math.floor((scrollTop * this.scale) / ROW) - 2);
    const count = Math.ceil(clientHeight / ROW) + 4;
    const last = Math.min(this.view.rows.length, first + count);
    const rows = [];
    for (let i = first; i < last; i++) rows.push(this.row(this.view.rows[i], i));
    this.body.style.transform = `translateY(${this.scale > 1 ? scrollTop : first * ROW}px)`;
    this.body.replaceChildren(...rows);
  }

  row(event, index) {
    const { model } = this;
    const kind = ["operation", "message", "mark"][model.events.kind[event]];
    const status = kind === "message" ? model.statuses[model.events.row[event]] : "";
    const classes = ["row", kind, status, model.isConflict(event) ? "conflict" : ""].join(" ");
    const sign = model.isConflict(event) ? "✖ " : SIGNS[status] ?? "";
    const name = kind === "message" ? `${model.nameOf(event)} ` : "";
    return make(
      "div",
      {
        class: classes,
        role: "row",
        "aria-rowindex": index + 1,
        "aria-selected": event === this.view.selected,
        "data-event": event,
      },
      make("span", { role: "gridcell" }, timeText(model.events.time[event])),
      make("span", { role: "gridcell" }, model.whoOf(event)),
      make("span", { role: "gridcell" }, name + model.whatOf(event)),
      make("span", { role: "gridcell" }, sign + model.statusInWords(event)),
    );
  }
}

const SIGNS = {
  dropped: "✕ ", altered: "◆ ", injected: "▲ ", held: "■ ", delayed: "◷ ", duplicated: "‖ ", released: "■ ",
};
