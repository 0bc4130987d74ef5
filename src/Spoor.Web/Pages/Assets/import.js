// Takes files by dropping or choosing, and sends them one after another; the page hears how far each is.
"use strict";

export function attach(zone, input, page) {
  const files = new Map();
  const waiting = [];
  const open = new Map();
  let sending = false;

  // The page may have lost its connection: what is being sent goes on, and its job is found again after a reload.
  const tell = (name, ...what) => page.invokeMethodAsync(name, ...what).catch(() => null);

  async function take(list) {
    for (const file of [...list]) {
      const id = await tell("ChosenAsync", file.name, file.size);
      if (id) {
        files.set(id, file);
        waiting.push(id);
      }
    }
    run();
  }

  async function run() {
    if (sending) {
      return;
    }
    sending = true;
    while (waiting.length > 0) {
      const id = waiting.shift();
      const url = await tell("Begin", id);
      if (url && files.has(id)) {
        await send(id, url);
      }
    }
    sending = false;
  }

  function send(id, url) {
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      let told = 0;
      open.set(id, request);
      request.open("POST", url);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-Spoor-Request", "1");
      request.upload.onprogress = (event) => {
        const now = performance.now();
        if (now - told > 150) {
          told = now;
          tell("Sent", id, event.loaded);
        }
      };
      request.onloadend = async () => {
        open.delete(id);
        await tell("EndedAsync", id, request.status, request.responseText.slice(0, 60000));
        done();
      };
      request.send(files.get(id));
    });
  }

  const stop = new AbortController();
  const dropping = { signal: stop.signal };
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  }, dropping);
  document.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      zone.classList.add("over");
    }
  }, dropping);
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      zone.classList.remove("over");
    }
  }, dropping);
  document.addEventListener("drop", (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      zone.classList.remove("over");
      take(event.dataTransfer.files);
    }
  }, dropping);

  // Files that were chosen before the script was there.
  zone.dataset.ready = "true";
  if (input.files.length > 0) {
    take(input.files);
    input.value = "";
  }

  return {
    again(id) {
      waiting.push(id);
      run();
    },
    cancel(id) {
      const place = waiting.indexOf(id);
      if (place >= 0) {
        waiting.splice(place, 1);
      }
      open.get(id)?.abort();
      files.delete(id);
    },
    detach() {
      stop.abort();
    },
  };
}
