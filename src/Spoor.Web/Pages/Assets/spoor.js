// What a page does without asking the server: theme, copying, local times, signing in and out.
"use strict";
window.spoor = (() => {
  const year = 31536000;

  function theme(name) {
    document.cookie = `spoor_theme=${name}; path=/; max-age=${year}; samesite=strict`;
    document.documentElement.dataset.theme = name;
  }

  async function signOut() {
    await fetch("/api/v1/session", { method: "DELETE", headers: { "X-Spoor-Request": "1" } });
    location.assign("/signin");
  }

  async function signIn(form) {
    const refusal = document.getElementById("refusal");
    refusal.textContent = "";
    const answer = await fetch("/api/v1/session", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Spoor-Request": "1" },
      body: JSON.stringify({ name: form.name.value, password: form.password.value }),
    });
    if (answer.ok) {
      location.assign(form.dataset.to);
    } else {
      const problem = await answer.json().catch(() => null);
      refusal.textContent = problem?.detail ?? "This did not work.";
    }
  }

  async function copy(button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1200);
  }

  // Saves a text that the page made, such as a figure.
  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  document.addEventListener("submit", (event) => {
    if (event.target.id === "signin") {
      event.preventDefault();
      signIn(event.target);
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) {
      event.preventDefault();
      copy(button);
    }
  });
  document.addEventListener("mouseover", (event) => {
    const time = event.target.closest?.("time[datetime]");
    if (time && !time.title) {
      const at = new Date(time.dateTime);
      time.title = `${at.toLocaleString()} (${Intl.DateTimeFormat().resolvedOptions().timeZone})`;
    }
  });
  return { theme, signOut, save };
})();
