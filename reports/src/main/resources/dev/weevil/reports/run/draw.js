// Draws the lanes and what passes between them, and remembers where, for the pointer.

const GUTTER = 116;
const RULER = 26;
const HEIGHTS = { client: 42, replica: 38, adversary: 30, environment: 24 };
const MOST_ARROWS = 500;
const MOST_TOUCHED = 1500;
const BAR = 20;

class Picture {
  constructor(canvas, view) {
    this.canvas = canvas;
    this.view = view;
    this.model = view.model;
    this.layOut();
  }

  layOut() {
    this.tops = [];
    let top = RULER;
    for (let lane = 0; lane < this.model.lanes.length; lane++) {
      this.tops.push(top);
      top += this.heightOf(lane);
    }
    this.height = top + 6;
  }

  role(lane) {
    return this.model.text(this.model.lanes.role[lane]);
  }

  heightOf(lane) {
    return HEIGHTS[this.role(lane)];
  }

  // Where messages of a lane leave and arrive; a client's operations lie above it.
  lineOf(lane) {
    const share = this.role(lane) === "client" ? 0.76 : 0.5;
    return this.tops[lane] + this.heightOf(lane) * share;
  }

  laneOfRole(role) {
    for (let lane = 0; lane < this.tops.length; lane++) if (this.role(lane) === role) return lane;
    return -1;
  }

  x(time) {
    const { from, to } = this.view;
    return GUTTER + ((time - from) / (to - from)) * (this.width - GUTTER);
  }

  timeAt(x) {
    const { from, to } = this.view;
    return from + ((x - GUTTER) / (this.width - GUTTER)) * (to - from);
  }

  draw() {
    this.width = this.canvas.clientWidth;
    this.colours = colours();
    const pen = (this.pen = penFor(this.canvas, this.width, this.height));
    pen.backing = this.colours.paper;
    pen.font = "12px system-ui, sans-serif";
    pen.textBaseline = "middle";
    this.hits = [];
    this.background();
    pen.save();
    pen.beginPath();
    pen.rect(GUTTER, 0, this.width - GUTTER, this.height);
    pen.clip();
    this.conflictShade();
    this.outages();
    this.messages();
    this.marks();
    this.operations();
    pen.restore();
    this.ruler();
    this.labels();
  }

  background() {
    const { pen, colours: c } = this;
    const hatch = hatched(pen, c.hatch);
    this.tops.forEach((top, lane) => {
      const height = this.heightOf(lane);
      if (lane % 2 === 0) {
        pen.fillStyle = c.lane;
        pen.fillRect(0, top, this.width, height);
      }
      if (this.model.lanes.corrupted[lane] && this.role(lane) !== "adversary") {
        pen.fillStyle = hatch;
        pen.fillRect(0, top, this.width, height);
      }
      pen.strokeStyle = c.line;
      pen.lineWidth = 1;
      const y = Math.round(this.lineOf(lane)) + 0.5;
      line(pen, GUTTER, y, this.width, y);
    });
  }

  labels() {
    const { pen, colours: c } = this;
    this.tops.forEach((top, lane) => {
      const middle = top + this.heightOf(lane) / 2;
      const corrupted = this.model.lanes.corrupted[lane] && this.role(lane) !== "adversary";
      pen.fillStyle = corrupted ? c.altered : c.ink;
      pen.font = "600 13px system-ui, sans-serif";
      pen.textAlign = "left";
      pen.fillText(fitted(pen, this.model.lane(lane), GUTTER - 14), 10, middle - (corrupted ? 7 : 0));
      pen.font = "11px system-ui, sans-serif";
      if (corrupted) pen.fillText("corrupted", 10, middle + 8);
    });
    pen.strokeStyle = c.line;
    line(pen, GUTTER + 0.5, 0, GUTTER + 0.5, this.height);
  }

  ruler() {
    const { pen, colours: c } = this;
    const { from, to } = this.view;
    const step = niceStep((to - from) / Math.max(2, (this.width - GUTTER) / 110));
    pen.font = "11px system-ui, sans-serif";
    pen.textAlign = "center";
    pen.lineWidth = 1;
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
      const x = Math.round(this.x(time)) + 0.5;
      pen.strokeStyle = c.line;
      line(pen, x, RULER - 5, x, RULER);
      pen.fillStyle = c.muted;
      if (x > GUTTER + 30 && x < this.width - 34) pen.fillText(timeText(time, step), x, RULER - 15);
    }
  }

  conflictShade() {
    const { conflictFrom, conflictTo } = this.model;
    if (conflictTo <= 0) return;
    const { pen, colours: c } = this;
    const left = this.x(conflictFrom);
    const width = Math.max(2, this.x(conflictTo) - left);
    pen.fillStyle = c.shade;
    pen.fillRect(left, RULER, width, this.height);
    pen.fillStyle = c.conflict;
    pen.fillRect(left, RULER - 3, width, 3);
  }

  // From a crash or pause to the restart or resumption.
  outages() {
    const { marks } = this.model;
    const since = new Map();
    const shade = (lane, from, to) => {
      this.pen.fillStyle = this.colours.hatch;
      const left = Math.max(GUTTER, this.x(from));
      this.pen.fillRect(left, this.tops[lane] + 3, this.x(to) - left, this.heightOf(lane) - 6);
    };
    for (let row = 0; row < marks.length; row++) {
      const lane = marks.target[row];
      const name = this.model.text(marks.name[row]);
      if (lane < 0) continue;
      if (name === "crash" || name === "pause") since.set(lane, marks.time[row]);
      if ((name === "restart" || name === "resume") && since.has(lane)) {
        shade(lane, since.get(lane), marks.time[row]);
        since.delete(lane);
      }
    }
    since.forEach((from, lane) => shade(lane, from, this.model.end));
  }

  visibleMessages() {
    const { messages, lastEnds, events } = this.model;
    const first = lowerBound(lastEnds, this.view.from);
    const plain = [];
    const touchedRows = [];
    for (let row = first; row < messages.length && messages.sent[row] <= this.view.to; row++) {
      if (messages.sent[row] + messages.took[row] < this.view.from) continue;
      if (!this.view.passing[events.of[MESSAGE][row]]) continue;
      (this.model.isBitten(row) ? touchedRows : plain).push(row);
    }
    return { plain, touchedRows };
  }

  messages() {
    const { plain, touchedRows } = this.visibleMessages();
    this.isDense = plain.length > MOST_ARROWS;
    if (this.isDense) this.density(plain);
    else plain.forEach((row) => this.plainArrow(row));
    this.adversaryTicks(touchedRows);
    // Where they are many, the lines step back and the shapes on them tell.
    const alpha = touchedRows.length > 150 ? 0.35 : 1;
    if (touchedRows.length <= MOST_TOUCHED) {
      touchedRows.forEach((row) => this.touchedArrow(row, { alpha }));
    }
    this.selectedArrow();
  }

  // How much each lane sent and received, as a band along its line.
  density(rows) {
    const { messages } = this.model;
    const cell = 2;
    const cells = Math.ceil((this.width - GUTTER) / cell) + 1;
    const counts = this.tops.map(() => new Float64Array(cells));
    const add = (lane, time) => {
      const at = Math.floor((this.x(time) - GUTTER) / cell);
      if (at >= 0 && at < cells) counts[lane][at]++;
    };
    for (const row of rows) {
      add(messages.from[row], messages.sent[row]);
      add(messages.to[row], messages.sent[row] + messages.took[row]);
    }
    const most = Math.max(1, ...counts.map((lane) => lane.reduce((a, b) => Math.max(a, b), 0)));
    this.pen.fillStyle = this.colours.fact;
    this.pen.globalAlpha = 0.5;
    counts.forEach((lane, i) => lane.forEach((count, at) => {
      if (!count) return;
      const height = 2 + Math.sqrt(count / most) * this.heightOf(i) * 0.36;
      this.pen.fillRect(GUTTER + at * cell, this.lineOf(i) - height / 2, cell, height);
    }));
    this.pen.globalAlpha = 1;
  }

  ends(row) {
    const { messages } = this.model;
    const x1 = this.x(messages.sent[row]);
    const y1 = this.lineOf(messages.from[row]);
    let x2 = this.x(messages.sent[row] + messages.took[row]);
    let y2 = this.lineOf(messages.to[row]);
    const fate = this.model.text(messages.fate[row]);
    if (fate === "dropped" || fate === "held") {
      // It never got there: it stops on its way.
      x2 = Math.max(x2, x1 + 14);
      y2 = y1 + (y2 - y1) * 0.6;
    }
    return [x1, y1, x2, y2];
  }

  typeColour(row) {
    const type = this.view.model.text(this.model.messages.type[row]);
    return this.colours.types[this.view.typeOrder.indexOf(type) % this.colours.types.length];
  }

  plainArrow(row, { width = 1, alpha = 0.6 } = {}) {
    if (this.model.messages.from[row] === this.model.messages.to[row]) return;
    const { pen } = this;
    const [x1, y1, x2, y2] = this.ends(row);
    const isLost = this.model.statuses[row] === "lost";
    pen.strokeStyle = pen.fillStyle = isLost ? this.colours.lost : this.typeColour(row);
    pen.globalAlpha = alpha;
    pen.lineWidth = width;
    pen.setLineDash(isLost ? DASHES.lost : []);
    line(pen, x1, y1, x2, y2);
    pen.setLineDash([]);
    arrowHead(pen, x1, y1, x2, y2, 6);
    pen.globalAlpha = 1;
    this.hit(MESSAGE, row, x1, y1, x2, y2);
  }

  touchedArrow(row, { width = 2, alpha = 1 } = {}) {
    const { pen } = this;
    const status = this.model.statuses[row];
    const [x1, y1, x2, y2] = this.ends(row);
    pen.strokeStyle = pen.fillStyle = this.colours[status];
    pen.lineWidth = width;
    pen.setLineDash(DASHES[status] ?? []);
    pen.globalAlpha = alpha;
    line(pen, x1, y1, x2, y2);
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    const never = status === "dropped" || this.model.text(this.model.messages.fate[row]) === "held";
    if (!never) arrowHead(pen, x1, y1, x2, y2, 8);
    pen.lineWidth = 1.5;
    const along = never ? 1 : 0.55;
    BADGES[status]?.(pen, x1 + (x2 - x1) * along, y1 + (y2 - y1) * along, 4.5);
    if (this.model.messages.fork[row]) this.forkFoot(x1, y1);
    this.hit(MESSAGE, row, x1, y1, x2, y2);
  }

  // Where one sending leaves with several contents.
  forkFoot(x, y) {
    const { pen, colours: c } = this;
    pen.fillStyle = c.paper;
    pen.strokeStyle = c.altered;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x, y, 4.5, 0, 7);
    pen.fill();
    pen.stroke();
  }

  // Every touch stands in the adversary's lane; where many meet, the worst is seen.
  adversaryTicks(rows) {
    const lane = this.laneOfRole("adversary");
    const y = this.lineOf(lane);
    const worst = new Map();
    for (const row of rows) {
      const at = Math.round(this.x(this.model.messages.sent[row]) / 9);
      const rank = WORST_FIRST.indexOf(this.model.statuses[row]);
      const known = worst.get(at);
      if (!known || rank < known.rank) worst.set(at, { rank, row });
    }
    for (const { row } of worst.values()) {
      const status = this.model.statuses[row];
      const x = this.x(this.model.messages.sent[row]);
      this.pen.strokeStyle = this.pen.fillStyle = this.colours[status];
      this.pen.lineWidth = 1.5;
      BADGES[status]?.(this.pen, x, y, 4);
      this.hit(MESSAGE, row, x - 5, y, x + 5, y);
    }
  }

  // The selected message, its other copies and the other branches of its fork.
  selectedArrow() {
    const { selected } = this.view;
    if (selected < 0 || this.model.events.kind[selected] !== MESSAGE) return;
    const row = this.model.events.row[selected];
    for (const other of siblings(this.model, row)) {
      const bitten = this.model.isBitten(other);
      if (bitten) this.touchedArrow(other, { width: other === row ? 4 : 2.5 });
      else this.plainArrow(other, { width: other === row ? 3.5 : 2, alpha: 1 });
    }
  }

  operations() {
    const { operations, lastReturns } = this.model;
    const first = lowerBound(lastReturns, this.view.from);
    const conflicting = [];
    for (let row = first; row < operations.length; row++) {
      if (operations.invoked[row] > this.view.to) break;
      if (!this.view.passing[this.model.events.of[OPERATION][row]]) continue;
      if (operations.conflict[row]) conflicting.push(row);
      else this.bar(row);
    }
    conflicting.forEach((row) => this.bar(row));
  }

  bar(row) {
    const { pen, colours: c } = this;
    const { operations } = this.model;
    const ending = this.model.text(operations.ending[row]);
    const isOpen = ending === "info" || ending === "open";
    const left = Math.max(GUTTER - 4, this.x(operations.invoked[row]));
    const end = isOpen
      ? this.width + 4
      : this.x(operations.invoked[row] + operations.took[row]);
    const width = Math.max(2, Math.min(this.width + 4, end) - left - 1);
    const top = this.tops[operations.lane[row]] + 6;
    const isConflict = operations.conflict[row] === 1;
    const colour = isConflict ? c.conflict : isOpen ? c.info : ending === "fail" ? c.fail : c.ok;
    pen.fillStyle = pen.strokeStyle = colour;
    pen.globalAlpha = isConflict ? 1 : isOpen ? 0.25 : ending === "fail" ? 0.16 : 0.3;
    pen.fillRect(left, top, width, BAR);
    pen.globalAlpha = 1;
    pen.lineWidth = 1;
    pen.setLineDash(ending === "fail" || isOpen ? [4, 3] : []);
    if (width > 4) pen.strokeRect(left + 0.5, top + 0.5, width - 1, BAR - 1);
    pen.setLineDash([]);
    this.barText(row, left, width, top, isConflict);
    const event = this.model.events.of[OPERATION][row];
    if (event === this.view.selected) {
      pen.strokeStyle = c.ink;
      pen.lineWidth = 2.5;
      pen.strokeRect(left - 1.5, top - 1.5, width + 3, BAR + 3);
    }
    this.hits.unshift({ event, box: [left, top, width, BAR] });
  }

  barText(row, left, width, top, isConflict) {
    if (width < 26) return;
    const { pen, colours: c } = this;
    pen.font = `${isConflict ? "600 " : ""}12px system-ui, sans-serif`;
    pen.textAlign = "left";
    pen.fillStyle = isConflict ? c["conflict-ink"] : c.ink;
    const words = (isConflict ? "✖ " : "") + this.model.text(this.model.operations.words[row]);
    pen.fillText(fitted(pen, words, width - 10), left + 5, top + BAR / 2 + 0.5);
  }

  marks() {
    const { marks, events } = this.model;
    const first = lowerBound(marks.time, this.view.from);
    const last = lowerBound(marks.time, this.view.to);
    const isDense = last - first > MOST_ARROWS * 2;
    for (let row = first; row < last; row++) {
      const event = events.of[MARK][row];
      if (!this.view.passing[event]) continue;
      const kind = this.model.text(marks.kind[row]);
      const name = this.model.text(marks.name[row]);
      const isLoud = LOUD.has(kind) || (kind === "fact" && LOUD_FACTS.has(name));
      if (!isDense || isLoud || event === this.view.selected) this.mark(row, kind, name, isLoud);
    }
  }

  mark(row, kind, name, isLoud) {
    const { pen, colours: c } = this;
    const { marks } = this.model;
    const x = this.x(marks.time[row]);
    const y = this.lineOf(marks.lane[row]);
    const event = this.model.events.of[MARK][row];
    const isSplit =
      name === "decided" &&
      marks.sequence[row] === this.model.sequence &&
      !this.model.lanes.corrupted[marks.lane[row]];
    pen.fillStyle = pen.strokeStyle = isSplit ? c.conflict : kind === "disturbance" ? c.dropped : isLoud ? c.info : c.fact;
    pen.lineWidth = 1.5;
    if (kind === "disturbance") this.disturbance(row, x, y, name);
    else if (isSplit) this.decision(row, x, y);
    else if (isLoud) BADGES.injected(pen, x, y, 4);
    else line(pen, x, y - 3, x, y + 3);
    if (event === this.view.selected) {
      pen.strokeStyle = c.ink;
      pen.lineWidth = 2;
      pen.strokeRect(x - 7, y - 7, 14, 14);
    }
    this.hits.unshift({ event, box: [x - 5, y - 6, 10, 12] });
  }

  disturbance(row, x, y, name) {
    const { pen } = this;
    const target = this.model.marks.target[row];
    BADGES.dropped(pen, x, y, 4.5);
    if (target >= 0) {
      pen.setLineDash([2, 3]);
      line(pen, x, y, x, this.lineOf(target));
      pen.setLineDash([]);
      BADGES.dropped(pen, x, this.lineOf(target), 5);
    }
    pen.font = "600 11px system-ui, sans-serif";
    pen.textAlign = "left";
    pen.fillText(name, x + 8, y);
  }

  // What was decided where the replicas differ.
  decision(row, x, y) {
    const { pen, colours: c } = this;
    const digest = this.model.text(this.model.marks.digest[row]);
    pen.font = "600 11px ui-monospace, monospace";
    pen.textAlign = "left";
    const width = pen.measureText(digest).width + 10;
    pen.fillStyle = c.paper;
    pen.fillRect(x, y - 9, width, 18);
    pen.strokeStyle = c.conflict;
    pen.strokeRect(x + 0.5, y - 8.5, width - 1, 17);
    pen.fillStyle = c.conflict;
    pen.fillText(digest, x + 5, y + 0.5);
  }

  hit(kind, row, x1, y1, x2, y2) {
    this.hits.unshift({ event: this.model.events.of[kind][row], segment: [x1, y1, x2, y2] });
  }

  // The event under the pointer: what is drawn last is found first.
  eventAt(x, y) {
    let best = { event: -1, distance: 7 };
    for (const { event, box, segment } of this.hits) {
      const distance = box ? distanceToBox(x, y, box) : distanceToSegment(x, y, segment);
      if (distance < best.distance) best = { event, distance };
      if (best.distance === 0) break;
    }
    return best.event;
  }
}

const LOUD = new Set(["disturbance", "process", "refused", "note"]);
const LOUD_FACTS = new Set(["refused", "accused", "rolled-back"]);

function siblings(model, row) {
  const { fork, id } = model.messages;
  const found = new Set(model.rowsById.get(id[row]));
  if (fork[row]) fork.forEach((other, i) => other === fork[row] && found.add(i));
  found.delete(row);
  return [...found, row];
}

function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return power * [1, 2, 5, 10].find((factor) => factor * power >= least);
}

function distanceToBox(x, y, [left, top, width, height]) {
  const dx = Math.max(left - x, 0, x - left - width);
  const dy = Math.max(top - y, 0, y - top - height);
  return Math.hypot(dx, dy);
}

function distanceToSegment(x, y, [x1, y1, x2, y2]) {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length ? ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length : 0;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1));
}

// The whole run in one strip: how much happened when, every fault, and what is looked at.
class Overview {
  constructor(canvas, view) {
    Object.assign(this, { canvas, view, model: view.model, height: 40 });
  }

  x(time) {
    return GUTTER + (time / this.model.end) * (this.width - GUTTER);
  }

  timeAt(x) {
    return ((x - GUTTER) / (this.width - GUTTER)) * this.model.end;
  }

  bins() {
    if (this.binned?.length === this.width) return this.binned;
    this.binned = new Float64Array(this.width);
    for (const sent of this.model.messages.sent) {
      this.binned[Math.min(this.width - 1, Math.floor(this.x(sent)))]++;
    }
    return this.binned;
  }

  draw() {
    this.width = this.canvas.clientWidth;
    const pen = penFor(this.canvas, this.width, this.height);
    const c = colours();
    const most = Math.log1p(this.bins().reduce((a, b) => Math.max(a, b), 1));
    pen.fillStyle = c.fact;
    pen.globalAlpha = 0.45;
    this.bins().forEach((count, x) => {
      const height = (Math.log1p(count) / most) * 20;
      if (count) pen.fillRect(x, 36 - height, 1, height);
    });
    pen.globalAlpha = 1;
    this.faults(pen, c);
    if (this.model.conflictTo > 0) {
      const left = this.x(this.model.conflictFrom);
      pen.fillStyle = c.conflict;
      pen.fillRect(left - 1, 10, Math.max(3, this.x(this.model.conflictTo) - left), 26);
    }
    this.brush(pen, c);
  }

  faults(pen, c) {
    const worst = new Map();
    this.model.statuses.forEach((status, row) => {
      const rank = WORST_FIRST.indexOf(status);
      const x = Math.floor(this.x(this.model.messages.sent[row]) / 2) * 2;
      if (this.model.isBitten(row) && !(worst.get(x) <= rank)) worst.set(x, rank);
    });
    worst.forEach((rank, x) => {
      pen.fillStyle = c[WORST_FIRST[rank]];
      pen.fillRect(x, 3, 2, 7);
    });
  }

  brush(pen, c) {
    const left = Math.max(GUTTER, this.x(this.view.from));
    const width = Math.max(4, this.x(this.view.to) - left);
    pen.strokeStyle = c.ink;
    pen.lineWidth = 1.5;
    pen.strokeRect(left - 1, 1, width + 2, this.height - 3);
    pen.font = "11px system-ui, sans-serif";
    pen.textBaseline = "middle";
    pen.fillStyle = c.muted;
    pen.fillText("whole run", 10, this.height / 2);
  }
}
