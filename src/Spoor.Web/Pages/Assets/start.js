// Starts the page, and starts it again when its connection was lost: as it was where the server still has it, else anew from its URL.
"use strict";
(() => {
  const lost = document.getElementById("lost");
  Blazor.start({
    circuit: {
      reconnectionHandler: {
        onConnectionDown: () => {
          lost.hidden = false;
          retry(0);
        },
        onConnectionUp: () => { lost.hidden = true; },
      },
    },
  });

  async function retry(times) {
    await new Promise((done) => setTimeout(done, Math.min(500 * 2 ** times, 5000)));
    try {
      const known = await Blazor.reconnect();
      if (known) {
        lost.hidden = true;
      } else {
        location.reload();
      }
    } catch {
      retry(times + 1);
    }
  }
})();
