// What things look like: each state has a shape of its own besides its colour.

function colours() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = [
    "ink", "muted", "line", "paper", "panel", "lane", "hatch", "shade",
    "ok", "fail", "info", "conflict", "conflict-ink", "fact",
    "dropped", "altered", "injected", "held", "delayed", "duplicated",
  ];
  const found = Object.fromEntries(names.map((name) => [name, value(name)]));
  found.types = Array.from({ length: 8 }, (_, i) => value(`type${i}`));
  Object.assign(found, { released: found.held, matched: found.muted, lost: found.muted });
  return found;
}

function line(pen, x1, y1, x2, y2) {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

function arrowHead(pen, x1, y1, x2, y2, size) {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  pen.beginPath();
  pen.moveTo(x2, y2);
  pen.lineTo(x2 - size * Math.cos(angle - 0.4), y2 - size * Math.sin(angle - 0.4));
  pen.lineTo(x2 - size * Math.cos(angle + 0.4), y2 - size * Math.sin(angle + 0.4));
  pen.closePath();
  pen.fill();
}

function polygon(pen, points) {
  pen.beginPath();
  points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
}

// Badges that sit on a message, by what was done to it.
const BADGES = {
  dropped(pen, x, y, r) {
    pen.lineWidth = 2.5;
    line(pen, x - r, y - r, x + r, y + r);
    line(pen, x - r, y + r, x + r, y - r);
  },
  altered(pen, x, y, r) {
    polygon(pen, [[x, y - r - 1], [x + r + 1, y], [x, y + r + 1], [x - r - 1, y]]);
    pen.fill();
  },
  injected(pen, x, y, r) {
    polygon(pen, [[x, y - r], [x + r, y + r], [x - r, y + r]]);
    pen.fill();
  },
  held(pen, x, y, r) {
    pen.fillRect(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
  },
  delayed(pen, x, y, r) {
    pen.beginPath();
    pen.arc(x, y, r, 0, 7);
    pen.save();
    pen.fillStyle = pen.backing;
    pen.fill();
    pen.restore();
    pen.stroke();
    line(pen, x, y - r + 1, x, y);
    line(pen, x, y, x + r - 1.5, y);
  },
  duplicated(pen, x, y, r) {
    pen.lineWidth = 2;
    line(pen, x - 2, y - r, x - 2, y + r);
    line(pen, x + 2, y - r, x + 2, y + r);
  },
};
BADGES.released = BADGES.held;

const DASHES = { delayed: [6, 3], held: [2, 3], released: [2, 3], lost: [2, 4] };

function hatched(pen, colour) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const ink = tile.getContext("2d");
  ink.strokeStyle = colour;
  ink.lineWidth = 1.2;
  for (const shift of [-8, 0, 8]) line(ink, shift, 8, shift + 8, 0);
  return pen.createPattern(tile, "repeat");
}

// A canvas of that size in CSS pixels, sharp on any screen, empty.
function penFor(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.height = `${height}px`;
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.lineCap = "round";
  return pen;
}

function fitted(pen, text, width) {
  if (pen.measureText(text).width <= width) return text;
  let length = Math.floor((text.length * width) / pen.measureText(text).width);
  while (length > 0 && pen.measureText(`${text.slice(0, length)}…`).width > width) length--;
  return length > 1 ? `${text.slice(0, length)}…` : "";
}

function timeText(nanos, step = 1000) {
  const millis = nanos / 1e6;
  if (step >= 1e9) return `${(nanos / 1e9).toFixed(0)} s`;
  const digits = step >= 1e6 ? 0 : step >= 1e5 ? 1 : step >= 1e4 ? 2 : 3;
  return `${millis.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}
