// Puts the page together and listens to keys and pointer.

const byId = (id) => document.getElementById(id);

async function start() {
  if (typeof DecompressionStream === "undefined") {
    byId("notice").textContent =
      "This browser cannot unpack the run (it lacks DecompressionStream). What follows needs no scripts.";
    return;
  }
  const model = new Model(runFrom(await unpacked(byId("run").textContent.trim())));
  for (const id of ["stage", "legend", "table", "query", "copy"]) byId(id).hidden = false;
  byId("notice").remove();
  const view = new View(model);
  view.typeOrder = typesByCount(model);
  const parts = [
    new Picture(byId("axis"), view),
    new Overview(byId("overview"), view),
    new Detail(byId("detail"), view),
    new Rows(byId("table"), view),
  ];
  const [picture, overview] = parts;
  byId("detail").style.maxHeight = `${picture.height + overview.height + 8}px`;
  const paint = () => {
    parts.forEach((part) => part.draw());
    count(view, picture);
    legend(view);
  };
  const draw = scheduled(paint);
  view.onChange(draw);
  window.addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  window.addEventListener("hashchange", () => {
    view.read();
    query.value = view.query;
    draw();
  });
  const query = byId("query");
  query.value = view.query;
  query.addEventListener("input", () => view.filter(query.value));
  buttons(view);
  pointers(view, picture, overview);
  keys(view, query);
  byId("copy").addEventListener("click", copyReplay);
  if (view.selected < 0 && model.conflictTo > 0) selectCulprit(view);
  // At once: ready means drawn, also where no frame is asked for.
  paint();
  document.body.dataset.ready = "true";
}

// At first sight the lie that split the replicas, if it is in sight, or the first operation in conflict.
function selectCulprit(view) {
  const { model } = view;
  const { messages, events } = model;
  const isCulprit = (row, status) =>
    model.statuses[row] === status &&
    messages.sequence[row] === model.sequence &&
    messages.sent[row] >= view.from &&
    messages.sent[row] <= view.to;
  for (const status of ["altered", "injected"]) {
    const row = model.statuses.findIndex((_, i) => isCulprit(i, status));
    if (row >= 0) {
      view.selected = events.of[MESSAGE][row];
      return;
    }
  }
  view.selected = events.of[OPERATION][model.operations.conflict.indexOf(1)] ?? -1;
}

function scheduled(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}

function typesByCount(model) {
  const counts = new Map();
  for (const type of model.messages.type) counts.set(type, (counts.get(type) ?? 0) + 1);
  model.typeCounts = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return model.typeCounts.map(([type]) => model.text(type));
}

function count(view, picture) {
  const { rows, model } = view;
  const all = model.events.length.toLocaleString("en");
  const some = rows.length === model.events.length ? all : `${rows.length.toLocaleString("en")} of ${all}`;
  const dense = picture.isDense ? " · too dense for arrows: zoom in" : "";
  byId("count").textContent = `${some} events${dense}`;
}

function legend(view) {
  const key = JSON.stringify([...view.hidden, matchMedia("(prefers-color-scheme: dark)").matches]);
  if (legend.drawn === key) return;
  legend.drawn = key;
  const c = colours();
  const types = view.model.typeCounts.map(([type, number], i) => {
    const name = view.model.text(type);
    return make(
      "button",
      {
        type: "button",
        "aria-pressed": String(!view.hidden.has(name)),
        title: "Click to hide or show",
        onclick: () => view.toggle(name),
      },
      sample((pen) => {
        pen.strokeStyle = pen.fillStyle = c.types[i % c.types.length];
        pen.lineWidth = 2;
        line(pen, 3, 12, 26, 4);
        arrowHead(pen, 3, 12, 28, 3.5, 8);
      }),
      `${name} ${number.toLocaleString("en")}`,
    );
  });
  const used = WORST_FIRST.filter((kind) => view.model.statuses.includes(kind) && BADGES[kind]);
  const touches = used.map((kind) =>
    make(
      "button",
      { type: "button", title: "Click to see only these", onclick: () => setQuery(view, kind) },
      sample((pen) => {
        pen.strokeStyle = pen.fillStyle = c[kind];
        pen.backing = c.paper;
        pen.lineWidth = 2;
        pen.setLineDash(DASHES[kind] ?? []);
        line(pen, 2, 8, 28, 8);
        pen.setLineDash([]);
        pen.lineWidth = 1.5;
        BADGES[kind](pen, 15, 8, 4.5);
      }),
      kind,
    ),
  );
  byId("legend").replaceChildren(
    make("span", { class: "group" }, ...types),
    make("span", { class: "group" }, ...touches),
  );
}

function sample(paint) {
  const canvas = make("canvas", { class: "sample", "aria-hidden": "true" });
  canvas.style.width = "30px";
  paint(penFor(canvas, 30, 16));
  return canvas;
}

function setQuery(view, text) {
  byId("query").value = view.query === text ? "" : text;
  view.filter(byId("query").value);
}

function buttons(view) {
  const button = (label, title, onclick) => make("button", { type: "button", title, onclick }, label);
  const isViolation = (event) => view.model.isConflict(event);
  const isFault = (event) => view.model.isFault(event);
  byId("buttons").append(
    button("−", "Zoom out ( - )", () => view.zoom(1.6)),
    button("+", "Zoom in ( + )", () => view.zoom(1 / 1.6)),
    button("whole run", "0", () => view.range(view.model.shownFrom, view.model.shownTo)),
    ...(view.model.conflictTo > 0
      ? [
          button("violation", "Where it is ( v )", () => view.range(...view.home())),
          button("next ✖", "Next operation in conflict ( n )", () => view.step(1, isViolation)),
        ]
      : []),
    button("next fault", "f", () => view.step(1, isFault)),
    button("?", "Help", toggleHelp),
  );
}

const KEYS = {
  n: ["next operation in conflict", (view) => view.step(1, (e) => view.model.isConflict(e))],
  p: ["previous operation in conflict", (view) => view.step(-1, (e) => view.model.isConflict(e))],
  f: ["next fault", (view) => view.step(1, (e) => view.model.isFault(e))],
  F: ["previous fault", (view) => view.step(-1, (e) => view.model.isFault(e))],
  j: ["next event", (view) => view.step(1, () => true)],
  k: ["previous event", (view) => view.step(-1, () => true)],
  v: ["where the violation is", (view) => view.range(...view.home())],
  0: ["the whole run", (view) => view.range(view.model.shownFrom, view.model.shownTo)],
  "+": ["zoom in", (view) => view.zoom(1 / 1.6)],
  "-": ["zoom out", (view) => view.zoom(1.6)],
  ArrowLeft: ["earlier", (view) => view.pan(-0.2)],
  ArrowRight: ["later", (view) => view.pan(0.2)],
  "/": ["filter", () => byId("query").focus()],
  c: ["copy the command that runs it again", () => copyReplay()],
  "?": ["this help", () => toggleHelp()],
  Escape: ["close, select nothing", (view) => escape(view)],
};

function keys(view, query) {
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target === query) {
      if (e.key === "Escape" || e.key === "Enter") query.blur();
      return;
    }
    const action = KEYS[e.key];
    if (!action) return;
    e.preventDefault();
    action[1](view);
  });
}

function escape(view) {
  if (!byId("help").hidden) toggleHelp();
  else view.select(-1);
}

function toggleHelp() {
  const help = byId("help");
  help.hidden = !help.hidden;
  if (help.childElementCount) return;
  const list = make("dl");
  for (const [key, [words]] of Object.entries(KEYS)) {
    list.append(make("dt", {}, make("kbd", {}, key)), make("dd", {}, words));
  }
  help.append(
    make("h3", {}, "Keys"),
    list,
    make("h3", {}, "Pointer"),
    make("p", {}, "Drag to move, Ctrl and wheel to zoom, double click to zoom in, Shift and drag to choose a stretch."),
    make("h3", {}, "Filter"),
    make("p", {}, "All words must hold; a minus negates. "),
    make("code", {}, "type: from: to: node: rule: view: seq: id: key: fact: fork:"),
    make("p", {}, "and the words "),
    make("code", {}, "op message mark fault conflict forked dropped altered injected held delayed duplicated released matched lost"),
    make("p", {}, "Anything else is looked for in the text."),
  );
}

async function copyReplay() {
  const command = byId("replay").textContent;
  const copy = byId("copy");
  try {
    await navigator.clipboard.writeText(command);
    copy.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(byId("replay"));
    copy.textContent = "Selected: press Ctrl+C";
  }
}

function pointers(view, picture, overview) {
  const { canvas } = picture;
  let drag = null;
  canvas.addEventListener("pointerdown", (e) => {
    drag = { x: e.offsetX, from: view.from, to: view.to, moved: false, choose: e.shiftKey };
    canvas.setPointerCapture(e.pointerId);
  });
  canvas.addEventListener("pointermove", (e) => {
    if (!drag) {
      canvas.style.cursor = picture.eventAt(e.offsetX, e.offsetY) >= 0 ? "pointer" : "grab";
      return;
    }
    drag.moved ||= Math.abs(e.offsetX - drag.x) > 3;
    if (!drag.moved || drag.choose) return;
    const by = ((drag.x - e.offsetX) / (picture.width - GUTTER)) * (drag.to - drag.from);
    view.range(drag.from + by, drag.to + by);
  });
  canvas.addEventListener("pointerup", (e) => {
    if (drag?.moved && drag.choose) {
      const times = [picture.timeAt(drag.x), picture.timeAt(e.offsetX)].sort((a, b) => a - b);
      view.range(...times);
    } else if (drag && !drag.moved) {
      view.select(picture.eventAt(e.offsetX, e.offsetY), { reveal: false });
    }
    drag = null;
  });
  canvas.addEventListener("dblclick", (e) => view.zoom(0.4, picture.timeAt(e.offsetX)));
  canvas.addEventListener(
    "wheel",
    (e) => {
      if (!e.ctrlKey && !e.metaKey && !e.deltaX) return;
      e.preventDefault();
      if (e.deltaX) view.pan(e.deltaX / picture.width);
      else view.zoom(Math.exp(Math.max(-1, Math.min(1, e.deltaY / 300))), picture.timeAt(e.offsetX));
    },
    { passive: false },
  );
  brushing(view, overview);
}

function brushing(view, overview) {
  let from = null;
  overview.canvas.addEventListener("pointerdown", (e) => {
    from = e.offsetX;
    overview.canvas.setPointerCapture(e.pointerId);
  });
  overview.canvas.addEventListener("pointerup", (e) => {
    const times = [overview.timeAt(from), overview.timeAt(e.offsetX)].sort((a, b) => a - b);
    const half = (view.to - view.from) / 2;
    if (Math.abs(from - e.offsetX) > 4) view.range(...times);
    else view.range(times[0] - half, times[0] + half);
    from = null;
  });
}

start().catch((error) => {
  const notice = byId("notice") ?? document.body.appendChild(make("p"));
  notice.textContent = `The run could not be drawn: ${error.message}. The rest of the page stands.`;
});
