// The run as one list of events by time, each an operation, a message or a mark.

const OPERATION = 0;
const MESSAGE = 1;
const MARK = 2;

// What the adversary can have done to a message; of several the first in this list is shown.
const WORST_FIRST = [
  "dropped", "altered", "injected", "held", "delayed", "duplicated", "released", "matched",
];

class Model {
  constructor(run) {
    Object.assign(this, run);
    this.startsOfFrames = starts(run.frameLengths);
    this.statuses = Array.from({ length: run.messages.length }, (_, row) => this.statusOf(row));
    this.events = this.merged();
    this.lastEnds = runningMaximum(run.messages.sent, run.messages.took);
    this.lastReturns = runningMaximum(
      run.operations.invoked,
      run.operations.took.map((took) => (took < 0 ? Infinity : took)),
    );
    this.rowsById = new Map();
    run.messages.id.forEach((id, row) => {
      if (!this.rowsById.has(id)) this.rowsById.set(id, []);
      this.rowsById.get(id).push(row);
    });
  }

  text(number) {
    return this.texts[number];
  }

  lane(number) {
    return this.texts[this.lanes.name[number]];
  }

  merged() {
    const { operations, messages, marks } = this;
    const all = [];
    for (let i = 0; i < operations.length; i++) all.push([operations.invoked[i], OPERATION, i]);
    for (let i = 0; i < messages.length; i++) all.push([messages.sent[i], MESSAGE, i]);
    for (let i = 0; i < marks.length; i++) all.push([marks.time[i], MARK, i]);
    all.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const events = {
      length: all.length,
      time: Float64Array.from(all, (e) => e[0]),
      kind: Uint8Array.from(all, (e) => e[1]),
      row: Uint32Array.from(all, (e) => e[2]),
      of: [[], [], []],
    };
    all.forEach((e, i) => (events.of[e[1]][e[2]] = i));
    return events;
  }

  touchedBy(row, kind) {
    const bit = this.kinds.indexOf(kind);
    return Math.floor(this.messages.touched[row] / 2 ** bit) % 2 === 1;
  }

  statusOf(row) {
    const fate = this.text(this.messages.fate[row]);
    if (fate === "dropped") return "dropped";
    const found = WORST_FIRST.find((kind) => this.touchedBy(row, kind));
    return found ?? (fate === "under_way" ? "lost" : "plain");
  }

  isBitten(row) {
    return !["plain", "matched", "lost"].includes(this.statuses[row]);
  }

  isFault(event) {
    const row = this.events.row[event];
    if (this.events.kind[event] === MESSAGE) return this.isBitten(row);
    return this.events.kind[event] === MARK && this.text(this.marks.kind[row]) === "disturbance";
  }

  isConflict(event) {
    const row = this.events.row[event];
    return this.events.kind[event] === OPERATION && this.operations.conflict[row] === 1;
  }

  endOf(event) {
    const row = this.events.row[event];
    if (this.events.kind[event] === OPERATION) {
      const took = this.operations.took[row];
      return took < 0 ? this.end : this.operations.invoked[row] + took;
    }
    if (this.events.kind[event] === MESSAGE) return this.messages.sent[row] + this.messages.took[row];
    return this.events.time[event];
  }

  frame(number) {
    const fields = new Map();
    if (number < 0) return fields;
    const start = this.startsOfFrames[number];
    for (let i = start; i < start + this.frameLengths[number]; i += 2) {
      fields.set(this.text(this.frameTexts[i]), this.text(this.frameTexts[i + 1]));
    }
    return fields;
  }

  labelOf(row) {
    const { type, view, sequence, occurrence } = this.messages;
    const again = occurrence[row] ? `#${occurrence[row]}` : "";
    return `${this.text(type[row])}(${view[row]},${sequence[row]})${again}`;
  }

  nameOf(event) {
    const row = this.events.row[event];
    if (this.events.kind[event] === OPERATION) return `op${row}`;
    if (this.events.kind[event] === MESSAGE) {
      const copy = this.rowsById.get(this.messages.id[row]).indexOf(row);
      return `m${this.messages.id[row]}${copy ? `.${copy}` : ""}`;
    }
    return `e${row}`;
  }

  eventNamed(name) {
    const found = /^(op|m|e)(\d+)(?:\.(\d+))?$/.exec(name ?? "");
    if (!found) return -1;
    const number = Number(found[2]);
    if (found[1] === "op") return this.events.of[OPERATION][number] ?? -1;
    if (found[1] === "e") return this.events.of[MARK][number] ?? -1;
    const row = this.rowsById.get(number)?.[Number(found[3] ?? 0)];
    return row === undefined ? -1 : this.events.of[MESSAGE][row];
  }

  whatOf(event) {
    const row = this.events.row[event];
    if (this.events.kind[event] === OPERATION) return this.text(this.operations.words[row]);
    if (this.events.kind[event] === MESSAGE) return this.labelOf(row);
    const { name, sequence, digest, detail } = this.marks;
    const place = sequence[row] ? ` ${sequence[row]}` : "";
    return [this.text(name[row]) + place, this.text(digest[row]), this.text(detail[row])]
      .filter((part) => part)
      .join(" · ");
  }

  whoOf(event) {
    const row = this.events.row[event];
    if (this.events.kind[event] === OPERATION) return this.lane(this.operations.lane[row]);
    if (this.events.kind[event] === MARK) return this.lane(this.marks.lane[row]);
    return `${this.lane(this.messages.from[row])} → ${this.lane(this.messages.to[row])}`;
  }

  statusInWords(event) {
    const row = this.events.row[event];
    if (this.events.kind[event] === OPERATION) {
      const conflict = this.operations.conflict[row] ? " · in conflict" : "";
      return this.text(this.operations.ending[row]) + conflict;
    }
    if (this.events.kind[event] === MARK) return this.text(this.marks.kind[row]);
    const touches = this.text(this.messages.touches[row]);
    const fate = this.text(this.messages.fate[row]).replace("_", " ");
    return touches ? `${fate} · ${touches}` : fate;
  }
}

function starts(lengths) {
  const at = new Float64Array(lengths.length);
  for (let i = 1; i < lengths.length; i++) at[i] = at[i - 1] + lengths[i - 1];
  return at;
}

// For each row the latest end of it and all before it: what is visible begins where this is.
function runningMaximum(begin, took) {
  const latest = new Float64Array(begin.length);
  for (let i = 0; i < begin.length; i++) {
    latest[i] = Math.max(i ? latest[i - 1] : 0, begin[i] + took[i]);
  }
  return latest;
}

// The first index whose value is not below the given one.
function lowerBound(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
