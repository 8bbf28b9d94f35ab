// Runs before anything is drawn: takes up the reader's choice of colours, and says that scripts run
// and whether a search is asked for, so that room is kept for what they will show.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  if (new URLSearchParams(location.search).get("q")) root.classList.add("asked");
  try {
    const chosen = localStorage.getItem("kuntakesu-scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch {
    // Storage is closed to us: the system's own colours stay.
  }
})();
