// The few things that pages need beside what their components do. Without it every page still works.
(function () {
  'use strict';

  document.documentElement.classList.add('k-js');

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function closeMenus(except) {
    all('details.k-menu[open]').forEach(function (menu) {
      if (!except || !menu.contains(except)) {
        menu.removeAttribute('open');
      }
    });
  }

  function focusOn(id) {
    var found = document.getElementById(id);
    var input = found && (found.matches('input, select, textarea, button, a[href]')
      ? found : found.querySelector('input:not([type="hidden"]), select, textarea, button'));
    (input || found || document.body).focus();
  }

  // Says for each input which help and which message belong to it.
  function tieFields() {
    all('.k-field').forEach(function (field) {
      var input = field.querySelector('input:not([type="hidden"]), select, textarea');
      if (!input) {
        return;
      }
      var message = field.querySelector('.ui-message');
      var told = message && message.textContent.trim() ? message : null;
      var ids = [field.querySelector('.k-help'), told].filter(Boolean).map(function (text) {
        text.id = text.id || input.id + '-help';
        return text.id;
      });
      if (ids.length) {
        input.setAttribute('aria-describedby', ids.join(' '));
      }
      if (told && told.classList.contains('ui-message-error')) {
        input.setAttribute('aria-invalid', 'true');
      }
    });
  }

  function showProblems() {
    tieFields();
    var problems = document.getElementById('problems-list');
    if (problems && !problems.dataset.seen) {
      problems.dataset.seen = 'yes';
      problems.focus();
    }
  }

  // The session ends a time after the last request of any window: warn before, in the window that is open.
  function watchSession() {
    var mark = document.getElementById('session-end-watch');
    if (!mark) {
      return;
    }
    var wait = Number(mark.dataset.seconds) * 1000;
    var seen = function () {
      window.localStorage.setItem('kring.last-request', String(Date.now()));
    };
    var look = function () {
      var left = Number(window.localStorage.getItem('kring.last-request')) + wait - Date.now();
      if (left > 0) {
        window.setTimeout(look, left);
      } else {
        window.PF('sessionEnd').show();
        window.setTimeout(look, wait);
      }
    };
    seen();
    window.jQuery(document).on('ajaxComplete', seen);
    window.setTimeout(look, wait);
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey && event.key.toLowerCase() === 'k') {
      var search = document.getElementById('k-search');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (event.key === 'Escape') {
      var menu = event.target.closest && event.target.closest('details.k-menu[open]');
      if (menu) {
        menu.querySelector('summary').focus();
      }
      closeMenus();
    }
  });

  // The letter on a button is its key: alone within its part of the page and not while typing, with Alt everywhere.
  function pressKey(event) {
    if (event.repeat || event.ctrlKey || event.metaKey || leaving) {
      return;
    }
    var letter = event.altKey && event.code ? event.code.replace('Key', '') : event.key.toUpperCase();
    var button = document.querySelector('[data-key="' + window.CSS.escape(letter) + '"]');
    if (!button) {
      return;
    }
    var typing = event.target.matches('input:not([type="submit"]):not([type="button"]), select, textarea');
    if (event.altKey || !typing && button.closest('[data-keys]').contains(event.target)) {
      event.preventDefault();
      leaving = !button.target;
      button.click();
    }
  }

  var leaving = false;
  document.addEventListener('keydown', pressKey);

  document.addEventListener('click', function (event) {
    closeMenus(event.target);
    var toggle = event.target.closest('.k-nav-toggle');
    if (toggle) {
      toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true'));
    }
    var problem = event.target.closest('.k-problems a');
    if (problem) {
      event.preventDefault();
      focusOn(decodeURIComponent(problem.hash.slice(1)));
    }
    var copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim()).then(function () {
        copy.textContent = copy.dataset.copied;
      });
    }
  });

  // A button that does something with what is ticked says how many that are, and waits until there is one.
  function countTicked() {
    all('[data-count-of]').forEach(function (button) {
      var ticked = all('input[name="' + button.dataset.countOf + '"]:checked', button.form).length;
      button.dataset.plain = button.dataset.plain || button.value;
      button.value = ticked ? button.dataset.plain + ' (' + ticked + ')' : button.dataset.plain;
      button.disabled = !ticked;
    });
  }

  document.addEventListener('change', countTicked);

  // A day of the schedule is called what stands in it, not after its number alone; times have their minutes.
  window.kringSchedule = function () {
    var time = { hour: '2-digit', minute: '2-digit', hour12: false };
    this.cfg.options.eventTimeFormat = time;
    this.cfg.options.slotLabelFormat = time;
    this.cfg.options.dayCellDidMount = function (day) {
      day.el.removeAttribute('aria-labelledby');
    };
  };

  document.addEventListener('DOMContentLoaded', function () {
    countTicked();
    showProblems();
    var desk = document.querySelector('[data-keys]');
    if (desk && !document.getElementById('problems-list')) {
      desk.focus({ preventScroll: true });
    }
    if (window.jQuery) {
      window.jQuery(document).on('ajaxComplete', function () {
        window.setTimeout(showProblems, 0);
      });
      watchSession();
    }
  });
})();
