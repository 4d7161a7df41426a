/* Asks for the ends of the pyramids that the address names while the page is still being read: see ahead.ts. */
(() => {
  const pyramids = JSON.parse(document.currentScript.dataset.pyramids);
  const query = new URLSearchParams(location.search);
  const looks = query.getAll('look').map((look) => look.replace(/:[^:]*$/, ''));
  const asked = (query.get('panes')?.split(',') ?? looks).filter((view) => pyramids[view]);
  const views = asked.length > 0 ? asked.slice(0, 4) : Object.keys(pyramids).slice(0, 1);
  globalThis.atlasAhead = new Map(
    views.map((view) => {
      const answer = fetch(pyramids[view], { headers: { range: 'bytes=-65536' } });
      answer.catch(() => {});
      return [pyramids[view], answer];
    }),
  );
})();
