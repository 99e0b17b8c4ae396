/* Keeps the attendance page at hand without the network. Holds pages and scripts only: no answer of the API is ever cached. */
const CACHE = 'capofila-pages-1';
const PAGE = '/presenze';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(PAGE)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The page says what it is made of, since it was loaded before this worker ran.
self.addEventListener('message', (event) => {
  const keep = (cache) =>
    Promise.all(
      event.data.keep.map((url) =>
        cache.match(url).then((held) => held || cache.add(url).catch(() => undefined)),
      ),
    );
  event.waitUntil(
    caches
      .open(CACHE)
      .then(keep)
      .then(() => event.ports[0]?.postMessage('kept')),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && url.pathname === PAGE) {
    event.respondWith(freshPage(event.request));
  } else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg') {
    event.respondWith(caches.match(event.request).then((held) => held || fetch(event.request)));
  }
});

async function freshPage(request) {
  try {
    const fresh = await fetch(request);
    // An error of the moment must not become the page that opens without the network.
    if (!fresh.ok) return (await caches.match(PAGE)) ?? fresh;
    const cache = await caches.open(CACHE);
    await cache.put(PAGE, fresh.clone());
    return fresh;
  } catch {
    return caches.match(PAGE);
  }
}
