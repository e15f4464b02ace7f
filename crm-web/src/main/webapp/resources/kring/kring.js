// The few things that pages need beside what their components do.
(function () {
  'use strict';
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey && event.key.toLowerCase() === 'k') {
      var search = document.getElementById('k-search');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });
  document.addEventListener('click', function (event) {
    document.querySelectorAll('details.k-menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.removeAttribute('open');
      }
    });
  });
})();
