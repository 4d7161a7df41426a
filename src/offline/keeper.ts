/** The script of the frame that keeps the answers of all pages: see `link.ts`. Classic, in a file of its own. */
(() => {
  interface Attempt {
    id: string;
    at: number;
  }
  const name = 'atlas:answers';
  const read = (): { attempts: Attempt[]; clearedAt: number } =>
    JSON.parse(localStorage.getItem(name) ?? '{"attempts":[],"clearedAt":0}');

  const answer = (full = false) => {
    const mark = localStorage.getItem('atlas:shared');
    parent.postMessage({ kind: 'kept', mark, full, ...read() }, '*');
  };

  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const kept = read();
    const clearedAt: number = data.clearedAt ?? kept.clearedAt;
    const all = new Map(
      [...kept.attempts, ...((data.attempts ?? []) as Attempt[])]
        .filter(({ at }) => at >= clearedAt)
        .map((attempt) => [attempt.id, attempt]),
    );
    try {
      if (data.clearedAt !== undefined || data.attempts !== undefined)
        localStorage.setItem(name, JSON.stringify({ attempts: [...all.values()], clearedAt }));
      answer();
    } catch {
      answer(true);
    }
  });
  addEventListener('storage', ({ key }) => {
    if (key === name) parent.postMessage({ kind: 'changed' }, '*');
  });
  answer();
})();
