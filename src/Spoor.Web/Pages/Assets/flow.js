// The picture of a flow: moving, zooming, pointing, dragging and keys, all in the browser; only what changes the picture asks the server.
"use strict";
const stages = new WeakMap();
const smallest = 0.04, largest = 3, legible = 0.45;

export function attach(frame, server) {
  const world = frame.querySelector(".flow-world");
  const stage = { frame, world, server, x: 0, y: 0, scale: 1, fitted: false, boxes: [], tips: new Map(), tip: frame.querySelector(".flow-tip"), stop: new AbortController() };
  stages.set(frame, stage);
  const on = (target, kind, what, options) => target.addEventListener(kind, what, { signal: stage.stop.signal, ...options });
  on(frame, "wheel", (event) => wheel(stage, event), { passive: false });
  on(frame, "pointerdown", (event) => press(stage, event));
  on(frame, "pointermove", (event) => move(stage, event));
  on(frame, "pointerup", (event) => release(stage, event));
  on(frame, "pointercancel", () => { stage.held = null; });
  on(frame, "pointerover", (event) => over(stage, event.target));
  on(frame, "pointerleave", () => over(stage, null));
  on(frame, "keydown", (event) => key(stage, event));
  on(frame, "focusin", (event) => focused(stage, event.target));
  on(frame, "click", (event) => zoomButton(stage, event.target.closest?.("[data-zoom]")));
  // Told between the drawing and its painting: what is shown moves once.
  stage.watch = new MutationObserver(() => settle(stage));
  stage.watch.observe(frame, { attributeFilter: ["data-drawing"] });
  settle(stage);
  frame.dataset.ready = "true";
}

export function detach(frame) {
  stages.get(frame)?.stop.abort();
  stages.get(frame)?.watch.disconnect();
  stages.delete(frame);
}

// After every drawing: what stands where, one box for the Tab key, and then the address of the page.
function settle(stage) {
  const { frame } = stage;
  const before = stage.kept && stage.boxes.find((box) => box.key === stage.kept.key);
  read(stage);
  if (!stage.fitted) {
    stage.fitted = true;
    fit(stage, true);
  } else if (before) {
    // What was acted on stays where it was on the screen.
    const now = stage.boxes.find((box) => box.key === before.key);
    if (now) {
      stage.x += (before.x - now.x) * stage.scale;
      stage.y += (before.y - now.y) * stage.scale;
      show(stage);
    }
  }
  stage.tips.clear();
  rove(stage);
  // The address of the page can wait until the picture is painted.
  requestAnimationFrame(() => setTimeout(() => address(frame)));
}

function address(frame) {
  const { link } = frame.dataset;
  if (frame.isConnected && link && link !== location.pathname + location.search) {
    history.replaceState(history.state, "", link);
  }
}

export function jump(frame, key) {
  const stage = stages.get(frame);
  const box = stage?.boxes.find((one) => one.key === key);
  if (!box) { return; }
  stage.scale = Math.max(stage.scale, 0.8);
  stage.x = frame.clientWidth / 2 - (box.x + 95) * stage.scale;
  stage.y = frame.clientHeight / 2 - (box.y + box.height / 2) * stage.scale;
  show(stage);
  box.element.focus({ preventScroll: true });
}

// A canvas has limits of its own; a large picture is made smaller until it fits.
export async function png(name, svg) {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = url;
    await image.decode();
    const scale = Math.min(2, 16000 / image.width, 16000 / image.height, Math.sqrt(120e6 / (image.width * image.height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  } finally {
    URL.revokeObjectURL(url);
  }
}

// What a thin band is pointed at by lies over it.
function follow(hit) {
  const way = hit.previousElementSibling.getAttribute("d");
  if (hit.getAttribute("d") !== way) { hit.setAttribute("d", way); }
}

function read(stage) {
  stage.boxes = Array.from(stage.world.querySelectorAll(".box"), (element) => {
    const [x, y] = element.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
    return { element, key: element.dataset.key, x, y, height: Number(element.firstElementChild.getAttribute("height")) };
  });
  stage.bands = new Map();
  for (const band of stage.world.querySelectorAll("path[data-from]")) {
    if (band.classList.contains("hit")) { follow(band); }
    for (const end of [band.dataset.from, band.dataset.to]) {
      if (!stage.bands.has(end)) { stage.bands.set(end, []); }
      stage.bands.get(end).push(band);
    }
  }
}

function show(stage) {
  stage.world.style.transform = `translate(${stage.x}px, ${stage.y}px) scale(${stage.scale})`;
  stage.world.classList.toggle("far", stage.scale < legible);
}

function fit(stage, first) {
  const [width, height] = [Number(stage.world.dataset.width), Number(stage.world.dataset.height)];
  const whole = Math.min(stage.frame.clientWidth / width, stage.frame.clientHeight / height, 1);
  // At first all of it where that can be read, else its beginning.
  stage.scale = first && whole < legible ? Math.min(0.7, stage.frame.clientWidth / 560) : Math.max(whole, smallest);
  stage.x = Math.max(0, (stage.frame.clientWidth - width * stage.scale) / 2);
  stage.y = (stage.frame.clientHeight - height * stage.scale) / 2;
  if (first && height * stage.scale > stage.frame.clientHeight) {
    const victim = stage.boxes.find((box) => box.key === "victim");
    stage.y = victim ? stage.frame.clientHeight / 2 - (victim.y + victim.height / 2) * stage.scale : stage.y;
  }
  show(stage);
}

function zoom(stage, factor, atX, atY) {
  const scale = Math.min(largest, Math.max(smallest, stage.scale * factor));
  stage.x = atX - (atX - stage.x) * (scale / stage.scale);
  stage.y = atY - (atY - stage.y) * (scale / stage.scale);
  stage.scale = scale;
  show(stage);
}

function zoomButton(stage, button) {
  const { clientWidth: width, clientHeight: height } = stage.frame;
  if (button?.dataset.zoom === "fit") { fit(stage, false); }
  else if (button) { zoom(stage, button.dataset.zoom === "in" ? 1.4 : 1 / 1.4, width / 2, height / 2); }
}

function wheel(stage, event) {
  event.preventDefault();
  const edge = stage.frame.getBoundingClientRect();
  if (event.shiftKey) {
    stage.x -= event.deltaY + event.deltaX;
    show(stage);
  } else {
    zoom(stage, Math.exp(-Math.max(-300, Math.min(300, event.deltaY)) / 500), event.clientX - edge.left, event.clientY - edge.top);
  }
}

function boxOf(stage, target) {
  const element = target?.closest?.(".box");
  return element && stage.boxes.find((box) => box.element === element);
}

function press(stage, event) {
  if (event.button !== 0 || event.target.closest(".flow-zoom")) { return; }
  stage.held = { startX: event.clientX, startY: event.clientY, lastX: event.clientX, lastY: event.clientY, box: boxOf(stage, event.target), band: event.target.closest?.("path[data-from]"), moved: false };
}

function move(stage, event) {
  const held = stage.held;
  if (!held) {
    if (!stage.tip.hidden) { place(stage.tip, stage.frame, event); }
    return;
  }
  if (!held.moved && Math.hypot(event.clientX - held.startX, event.clientY - held.startY) < 4) { return; }
  if (!held.moved) {
    held.moved = true;
    stage.frame.setPointerCapture(event.pointerId);
    stage.frame.classList.add("moving");
    over(stage, null);
    for (const band of (held.box && stage.bands.get(held.box.key)) ?? []) { band.classList.add("loose"); }
  }
  const [dx, dy] = [event.clientX - held.lastX, event.clientY - held.lastY];
  [held.lastX, held.lastY] = [event.clientX, event.clientY];
  if (held.box && held.box.key !== "victim" && !held.box.element.classList.contains("many")) {
    held.box.x += dx / stage.scale;
    held.box.y += dy / stage.scale;
    held.box.element.setAttribute("transform", `translate(${held.box.x} ${held.box.y})`);
  } else {
    stage.x += dx;
    stage.y += dy;
    show(stage);
  }
}

function release(stage, event) {
  const held = stage.held;
  stage.held = null;
  stage.frame.classList.remove("moving");
  if (!held) { return; }
  if (held.moved) {
    for (const band of stage.world.querySelectorAll(".loose")) { band.classList.remove("loose"); }
    if (held.box && held.box.key !== "victim" && !held.box.element.classList.contains("many")) {
      act(stage, "pin", held.box.key, held.box);
    }
  } else if (held.box) {
    held.box.element.focus({ preventScroll: true });
    choose(stage, held.box, event.shiftKey || event.ctrlKey);
  } else if (held.band) {
    act(stage, "band", `${held.band.dataset.from}>${held.band.dataset.to}`);
  } else if (event.target.closest(".flow-world") || event.target === stage.frame) {
    act(stage, "clear", "");
  }
}

// Shown at once; the server hears of it and shows what is known.
function choose(stage, box, more) {
  if (box.key === "victim") { return; }
  if (!more) {
    for (const other of stage.world.querySelectorAll(".box[aria-pressed=true]")) { other.setAttribute("aria-pressed", "false"); }
  }
  box.element.setAttribute("aria-pressed", more && box.element.getAttribute("aria-pressed") === "true" ? "false" : "true");
  act(stage, more ? "add" : "select", box.key);
}

function act(stage, word, key, at) {
  stage.kept = key && word !== "pin" ? { key } : null;
  stage.server.invokeMethodAsync("ActAsync", word, key, Math.round(at?.x ?? 0), Math.round(at?.y ?? 0));
}

// What value came to a box by and went on by stands out; the rest fades.
function over(stage, target) {
  const box = boxOf(stage, target), band = target?.closest?.("path[data-from]");
  const hot = box ? stage.bands.get(box.key) ?? [] : band ? Array.from(stage.world.querySelectorAll(`path[data-from="${CSS.escape(band.dataset.from)}"][data-to="${CSS.escape(band.dataset.to)}"]`)) : [];
  if (stage.hot === (box?.key ?? band?.dataset.from + band?.dataset.to)) { return; }
  stage.hot = box?.key ?? (band ? band.dataset.from + band.dataset.to : undefined);
  for (const one of stage.world.querySelectorAll("[data-hot]")) { delete one.dataset.hot; }
  for (const one of hot) { one.dataset.hot = ""; }
  stage.world.classList.toggle("dim", hot.length > 0);
  stage.tip.hidden = true;
  if (band && !stage.held) { tip(stage, band); }
}

async function tip(stage, band) {
  const key = `${band.dataset.from}>${band.dataset.to}`, asked = stage.hot;
  if (!stage.tips.has(key)) {
    await new Promise((done) => setTimeout(done, 120));
    if (stage.hot !== asked) { return; }
    stage.tips.set(key, await stage.server.invokeMethodAsync("Tip", key));
  }
  const lines = stage.tips.get(key);
  if (stage.hot === asked && lines?.length) {
    stage.tip.textContent = lines.join("\n");
    stage.tip.hidden = false;
    place(stage.tip, stage.frame, null);
  }
}

let lastX = 0, lastY = 0;
addEventListener("pointermove", (event) => { [lastX, lastY] = [event.clientX, event.clientY]; }, { passive: true });

function place(element, frame, event) {
  const edge = frame.getBoundingClientRect();
  const [x, y] = [(event?.clientX ?? lastX) - edge.left, (event?.clientY ?? lastY) - edge.top];
  element.style.left = `${Math.max(4, Math.min(x + 14, edge.width - element.offsetWidth - 4))}px`;
  element.style.top = `${Math.max(4, Math.min(y + 14, edge.height - element.offsetHeight - 4))}px`;
}

// One box is in the order of the Tab key; arrows go on from it.
function rove(stage) {
  const active = document.activeElement?.closest?.(".box");
  const now = stage.boxes.find((box) => box.element === active) ?? stage.boxes.find((box) => box.key === stage.roved) ?? stage.boxes[0];
  for (const box of stage.world.querySelectorAll('.box[tabindex="0"]')) { box.setAttribute("tabindex", "-1"); }
  if (now) {
    now.element.setAttribute("tabindex", "0");
    // What had the focus is no longer drawn: its neighbour gets it.
    if (stage.refocus && document.activeElement === document.body) { now.element.focus({ preventScroll: true }); }
  }
}

function focused(stage, target) {
  const box = boxOf(stage, target);
  stage.refocus = Boolean(box);
  if (!box) { return; }
  stage.roved = box.key;
  for (const other of stage.world.querySelectorAll('.box[tabindex="0"]')) { other.setAttribute("tabindex", "-1"); }
  box.element.setAttribute("tabindex", "0");
  const left = box.x * stage.scale + stage.x, top = box.y * stage.scale + stage.y;
  const [width, height] = [190 * stage.scale, box.height * stage.scale];
  if (left < 0 || top < 0 || left + width > stage.frame.clientWidth || top + height > stage.frame.clientHeight) {
    stage.x += Math.max(20 - left, 0) || Math.min(stage.frame.clientWidth - 20 - left - width, 0);
    stage.y += Math.max(20 - top, 0) || Math.min(stage.frame.clientHeight - 20 - top - height, 0);
    show(stage);
  }
  // The browser may have scrolled the frame to what it focused; the picture has moved instead.
  stage.frame.scrollTo(0, 0);
}

function next(stage, from, way) {
  const dx = way === "ArrowRight" ? 1 : way === "ArrowLeft" ? -1 : 0, dy = way === "ArrowDown" ? 1 : way === "ArrowUp" ? -1 : 0;
  let best = null, least = Infinity;
  for (const box of stage.boxes) {
    const [x, y] = [box.x - from.x, box.y + box.height / 2 - from.y - from.height / 2];
    const along = dx ? x * dx : y * dy, beside = Math.abs(dx ? y : x);
    const far = along + beside * (dx ? 1 : 4);
    if (along > 1 && far < least) { [best, least] = [box, far]; }
  }
  return best;
}

const acts = { e: "expand", f: "fold", h: "hide", t: "through", s: "stop" };

function key(stage, event) {
  if (event.target.closest(".flow-zoom")) { return; }
  const box = boxOf(stage, event.target), letter = event.key.toLowerCase();
  const { clientWidth: width, clientHeight: height } = stage.frame;
  const goes = (box && event.key.startsWith("Arrow")) ? next(stage, box, event.key) : event.key === "Home" ? stage.boxes[0] : event.key === "End" ? stage.boxes[stage.boxes.length - 1] : null;
  if (event.ctrlKey || event.metaKey) {
    if (letter === "z" || letter === "y") { act(stage, letter === "y" || event.shiftKey ? "redo" : "undo", ""); } else { return; }
  } else if (event.altKey) { return; }
  else if (goes) { goes.element.focus({ preventScroll: true }); }
  else if (box && (event.key === "Enter" || event.key === " ")) { choose(stage, box, event.shiftKey); }
  else if (event.key === "Escape") { act(stage, "clear", ""); }
  else if (event.key === "+" || event.key === "=") { zoom(stage, 1.25, width / 2, height / 2); }
  else if (event.key === "-") { zoom(stage, 1 / 1.25, width / 2, height / 2); }
  else if (event.key === "0") { fit(stage, false); }
  else if (event.key === "/") { document.getElementById("flow-find")?.focus(); }
  else if (box && letter === "n") { choose(stage, box, false); goTo("flow-note", stage.frame); }
  else if (box && letter === "p") { act(stage, box.element.querySelector(".pin") ? "unpin" : "pin", box.key, box); }
  else if (box && acts[letter]) {
    if (letter === "h") { stage.roved = (next(stage, box, "ArrowLeft") ?? stage.boxes[0]).key; }
    act(stage, acts[letter], box.key);
  } else { return; }
  event.preventDefault();
}

// To a field that the page draws in a moment, unless somebody goes elsewhere meanwhile.
function goTo(id, from, times = 0) {
  const field = document.getElementById(id);
  if (field) { field.focus(); } else if (times < 600 && from.contains(document.activeElement)) { setTimeout(() => goTo(id, from, times + 1), 50); }
}
