// Runs before anything is drawn: takes up the reader's choice of colours, and says that scripts run.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("kuntakesu-scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch {
    // Storage is closed to us: the system's own colours stay.
  }
})();
