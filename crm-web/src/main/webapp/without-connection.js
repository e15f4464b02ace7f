// Stands between a device that is used at the door and the server, and does nothing as long as the server answers. Without a connection
// a page of the product is answered by the one that says so and goes on reading codes; that page and what it looks like are all that is
// kept, and nothing of any person. Registered by check-in.js alone.
'use strict';

const KEPT = 'kring-door';
const PAGE = '/errors/no-connection.xhtml';

self.addEventListener('install', function () {
  self.skipWaiting();
});

self.addEventListener('activate', function (event) {
  event.waitUntil(self.clients.claim());
});

function orElse(request, kept) {
  return fetch(request).catch(function (gone) {
    return self.caches.open(KEPT).then(function (cache) {
      return cache.match(kept);
    }).then(function (found) {
      if (!found) {
        throw gone;
      }
      return found;
    });
  });
}

self.addEventListener('fetch', function (event) {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(orElse(request, PAGE));
  } else if (address.pathname.startsWith('/jakarta.faces.resource/') && address.search === '?ln=kring') {
    event.respondWith(orElse(request, request));
  }
});
