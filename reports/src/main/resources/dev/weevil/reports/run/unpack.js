// The run as columns: what Encoding.java writes, read in the same order.

const LAYOUT = 1;

async function unpacked(base64) {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Columns(new Uint8Array(await new Response(plain).arrayBuffer()));
}

class Columns {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  // Multiplied, not shifted: shifting would cut at 32 bits.
  unsigned() {
    let value = 0;
    let place = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * place;
      if (byte < 0x80) return value;
      place *= 128;
    }
  }

  signed() {
    const value = this.unsigned();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  column() {
    const values = new Float64Array(this.unsigned());
    let before = 0;
    for (let i = 0; i < values.length; i++) values[i] = before += this.signed();
    return values;
  }

  columns(names) {
    const table = {};
    for (const name of names) table[name] = this.column();
    table.length = table[names[0]].length;
    return table;
  }

  texts() {
    const decoder = new TextDecoder();
    return Array.from({ length: this.unsigned() }, () => {
      const length = this.unsigned();
      this.at += length;
      return decoder.decode(this.bytes.subarray(this.at - length, this.at));
    });
  }
}

function runFrom(columns) {
  const layout = columns.unsigned();
  if (layout !== LAYOUT) throw new Error(`expected layout ${LAYOUT}, found ${layout}`);
  const run = { texts: columns.texts() };
  run.lanes = columns.columns(["name", "role", "corrupted"]);
  run.frameLengths = columns.column();
  run.frameTexts = columns.column();
  run.kinds = Array.from(columns.column(), (i) => run.texts[i]);
  run.messages = columns.columns([
    "id", "sent", "took", "from", "to", "type", "view", "sequence",
    "occurrence", "cause", "fate", "touched", "touches", "frame", "altered", "fork",
  ]);
  run.operations = columns.columns([
    "number", "lane", "invoked", "took", "ending", "conflict", "name", "key", "words", "note",
  ]);
  run.marks = columns.columns([
    "time", "kind", "lane", "target", "name", "view", "sequence", "digest", "detail",
  ]);
  const [end, shownFrom, shownTo, conflictFrom, conflictTo, sequence] = columns.column();
  return Object.assign(run, { end, shownFrom, shownTo, conflictFrom, conflictTo, sequence });
}
