// Where no edition was built to be installed (npm start, npm run dev) this takes the place of its worker:
// it removes what an earlier one has left in the browser. `npm run build` puts the real one here.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const prefix = `atlas:${new URL(registration.scope).pathname}:`;
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(prefix)) await caches.delete(name);
      await registration.unregister();
    })(),
  );
});
