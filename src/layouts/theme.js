/* Runs before the first paint, so that a chosen light is there from the start; in the page itself, which would wait for a file. */
(() => {
  try {
    const theme = localStorage.getItem('atlas:theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to us: the light of the system holds.
  }
})();
