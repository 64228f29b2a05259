// The filter: words and name:value pairs, all of which must hold; a minus in front negates one.

function parsedQuery(model, text) {
  const terms = text.trim().split(/\s+/).filter((term) => term);
  const tests = terms.map((term) => {
    const negated = term.length > 1 && term.startsWith("-");
    const test = testOf(model, negated ? term.slice(1) : term);
    return negated ? (event) => !test(event) : test;
  });
  return (event) => tests.every((test) => test(event));
}

function testOf(model, term) {
  const colon = term.indexOf(":");
  const field = colon > 0 ? FIELDS[term.slice(0, colon).toLowerCase()] : undefined;
  if (field) {
    const wanted = term.slice(colon + 1).toLowerCase();
    return (event) => field(model, event, wanted);
  }
  const flag = FLAGS[term.toLowerCase()];
  if (flag) return (event) => flag(model, event);
  const wanted = term.toLowerCase();
  return (event) => haystack(model, event).includes(wanted);
}

function haystack(model, event) {
  return [model.nameOf(event), model.whatOf(event), model.whoOf(event), model.statusInWords(event)]
    .join(" ")
    .toLowerCase();
}

const is = (kind) => (model, event) => model.events.kind[event] === kind;

const ofMessage = (test) => (model, event, wanted) =>
  model.events.kind[event] === MESSAGE && test(model, model.events.row[event], wanted);

const same = (value, wanted) => String(value).toLowerCase() === wanted;

const touched = (kind) => ofMessage((model, row) => model.touchedBy(row, kind));

const FIELDS = {
  type: ofMessage((m, row, wanted) => same(m.text(m.messages.type[row]), wanted)),
  from: ofMessage((m, row, wanted) => same(m.lane(m.messages.from[row]), wanted)),
  to: ofMessage((m, row, wanted) => same(m.lane(m.messages.to[row]), wanted)),
  fork: ofMessage((m, row, wanted) => same(m.messages.fork[row], wanted)),
  rule: ofMessage((m, row, wanted) =>
    `, ${m.text(m.messages.touches[row])}`.toLowerCase().includes(`, ${wanted} `)),
  view: (m, event, wanted) => same(placeOf(m, event)?.view, wanted),
  seq: (m, event, wanted) => same(placeOf(m, event)?.sequence, wanted),
  sequence: (m, event, wanted) => same(placeOf(m, event)?.sequence, wanted),
  id: (m, event, wanted) => same(m.nameOf(event), wanted),
  node: (m, event, wanted) => m.whoOf(event).toLowerCase().split(" → ").includes(wanted),
  fact: (m, event, wanted) =>
    m.events.kind[event] === MARK && same(m.text(m.marks.name[m.events.row[event]]), wanted),
  key: (m, event, wanted) =>
    m.events.kind[event] === OPERATION && same(m.text(m.operations.key[m.events.row[event]]), wanted),
};

function placeOf(model, event) {
  const row = model.events.row[event];
  const table = [undefined, model.messages, model.marks][model.events.kind[event]];
  return table && { view: table.view[row], sequence: table.sequence[row] };
}

const FLAGS = {
  op: is(OPERATION),
  message: is(MESSAGE),
  mark: is(MARK),
  fault: (m, event) => m.isFault(event),
  conflict: (m, event) => m.isConflict(event),
  forked: ofMessage((m, row) => m.messages.fork[row] > 0),
  lost: ofMessage((m, row) => m.statuses[row] === "lost"),
  dropped: ofMessage((m, row) => m.statuses[row] === "dropped"),
};
for (const kind of WORST_FIRST) FLAGS[kind] ??= touched(kind);
