// The door of a session. A scan goes into a queue that this browser keeps, and from there to the server as soon as it can be
// reached; the number of a scan makes sending it twice harmless. Without this script every button is a form of its own.
(function () {
  'use strict';

  var desk = document.getElementById('door-desk');
  if (!desk) {
    return;
  }
  var say = desk.dataset;
  if (!say.session) { // the page that stands in for every other one without a connection
    var door = window.location.pathname === '/attendance/check-in.xhtml';
    say.session = door && new URLSearchParams(window.location.search).get('id') || '';
    if (!say.session) {
      return;
    }
    desk.hidden = false;
  } else {
    keepShell();
  }
  var key = 'kring.scans.' + say.session;
  var said = document.getElementById('door-said');
  var waiting = document.getElementById('door-waiting');
  var list = document.getElementById('door-list');
  var code = document.getElementById('door:code');
  var sending = false;
  var stopped = false;
  var RETRY = 3000;

  // So that this address opens without a connection too: by a page that knows nobody. It is fetched anew each time that the door opens.
  function keepShell() {
    if (!navigator.serviceWorker || !window.caches) {
      return;
    }
    navigator.serviceWorker.register('/without-connection.js').then(function () {
      return window.caches.open('kring-door');
    }).then(function (cache) {
      return cache.addAll(['/errors/no-connection.xhtml'].concat(['theme.css', 'parts.css', 'check-in.js'].map(function (file) {
        return '/jakarta.faces.resource/' + file + '.xhtml?ln=kring';
      })));
    }).catch(function () {
      return null; // the door works all the same; it cannot be opened anew without a connection, that is all
    });
  }

  function number() {
    if (window.crypto.randomUUID) {
      return window.crypto.randomUUID();
    }
    var bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    var hex = Array.prototype.map.call(bytes, function (each) {
      return (each + 256).toString(16).slice(1);
    }).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  function device() {
    var known = window.localStorage.getItem('kring.device');
    if (!known) {
      known = number();
      window.localStorage.setItem('kring.device', known);
    }
    return known;
  }

  function queue() {
    try {
      return JSON.parse(window.localStorage.getItem(key)) || [];
    } catch (broken) {
      return [];
    }
  }

  function keep(scans) {
    window.localStorage.setItem(key, JSON.stringify(scans));
    waiting.hidden = !scans.length;
    waiting.textContent = scans.length ? say.waiting.replace('#', scans.length) : '';
  }

  function tell(text, kind) {
    said.hidden = false;
    said.className = 'k-note ' + kind;
    said.textContent = text;
  }

  function row(enrolment) {
    return list && enrolment ? list.querySelector('[data-enrolment="' + enrolment + '"]') : null;
  }

  // What a row says; the count follows from the rows.
  function mark(enrolment, kind, at) {
    var line = row(enrolment);
    if (!line) {
      return;
    }
    var isIn = kind === 'IN';
    line.dataset.isIn = String(isIn);
    var times = line.querySelector('[data-times]');
    times.textContent = isIn ? ' ' + at : times.textContent.split(' – ')[0] + ' – ' + at;
    var button = line.querySelector('[data-scan]');
    button.dataset.scan = isIn ? 'OUT' : 'IN';
    button.classList.toggle('k-quiet', isIn);
    var label = isIn ? say.out : say['in'];
    (button.querySelector('.ui-button-text') || button).textContent = label;
    button.setAttribute('aria-label', label + ': ' + button.dataset.name);
    document.getElementById('door-in').textContent = list.querySelectorAll('[data-is-in="true"]').length;
  }

  function heard(answer, scan) {
    var isIn = scan.kind === 'IN';
    if (answer.outcome === 'UNKNOWN') {
      tell(say.unknown, 'k-error');
    } else if (answer.outcome === 'OTHER_TIME') {
      tell(say.otherTime.replace('#', answer.name), 'k-error');
    } else {
      if (answer.outcome === 'TAKEN' || answer.outcome === 'REPEATED' && answer.at) {
        mark(answer.enrolment, scan.kind, answer.at);
      }
      var text = answer.outcome === 'ALREADY' ? isIn ? say.alreadyIn : say.alreadyOut : isIn ? say.saidIn : say.saidOut;
      tell(text.replace('#', answer.name + (answer.at ? ' (' + answer.at + ')' : '')), answer.outcome === 'ALREADY' ? 'k-info' : 'k-ok');
    }
  }

  function later() {
    sending = false;
    window.setTimeout(send, RETRY);
  }

  function send() {
    var scans = queue().slice(0, 200);
    if (sending || stopped || !scans.length) {
      return;
    }
    sending = true;
    window.fetch('/attendance/scans', {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ session: say.session, device: device(), sentAt: new Date().toISOString(), scans: scans })
    }).then(function (response) {
      if (response.type === 'opaqueredirect') {
        stopped = true;
        sending = false;
        tell(say.signedOut, 'k-error');
        return null;
      }
      return response.json().then(function (answers) {
        if (!response.ok) {
          stopped = true;
          sending = false;
          tell(answers.refused || say.kept, 'k-error');
          return;
        }
        var done = {};
        answers.forEach(function (answer, index) {
          done[answer.id] = true;
          heard(answer, scans[index]);
        });
        keep(queue().filter(function (scan) {
          return !done[scan.id];
        }));
        sending = false;
        send();
      });
    }).catch(later);
  }

  function scan(kind, enrolment, read) {
    var one = { id: number(), kind: kind, at: new Date().toISOString() };
    if (enrolment) {
      one.enrolment = enrolment;
      mark(enrolment, kind, new Date().toTimeString().slice(0, 5));
    } else {
      one.code = read;
    }
    keep(queue().concat([one]));
    tell(say.kept, 'k-info');
    stopped = false;
    send();
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-scan]');
    if (!button) {
      return;
    }
    var line = button.closest('[data-enrolment]');
    event.preventDefault();
    event.stopImmediatePropagation();
    if (line) {
      scan(button.dataset.scan, line.dataset.enrolment, null);
    } else if (code.value.trim()) {
      scan(button.dataset.scan, null, code.value.trim());
      code.value = '';
      code.focus();
    } else {
      code.focus();
    }
  }, true);

  code.addEventListener('keydown', function (event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      document.getElementById('door:in').click();
    }
  });

  var filter = document.getElementById('door-filter');
  if (filter) {
    filter.addEventListener('input', function () {
      var words = filter.value.toLowerCase().trim();
      Array.prototype.forEach.call(list.children, function (line) {
        line.hidden = line.textContent.toLowerCase().indexOf(words) < 0;
      });
    });
    filter.addEventListener('keydown', function (event) {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
    });
  }

  // The camera, where the browser can read codes itself; elsewhere the phone's own camera opens the address in the code. It lets
  // people in or out, as was chosen; a code that stays in its sight is read again after a while.
  var AGAIN = 5000;
  var cameras = document.querySelectorAll('[data-camera]');
  var view = document.getElementById('camera-view');
  var looksFor = null;
  var looks = 0;
  var last = { code: '', at: 0 };

  function look(detector, turn) {
    if (turn !== looks) {
      return;
    }
    detector.detect(view).then(function (found) {
      var read = found.length ? found[0].rawValue : '';
      if (turn === looks && read && (read !== last.code || Date.now() - last.at > AGAIN)) {
        last = { code: read, at: Date.now() };
        scan(looksFor, null, read);
      }
    }).catch(function () {
      return null;
    }).then(function () {
      window.setTimeout(look, 300, detector, turn);
    });
  }

  function lookFor(kind) {
    looksFor = kind;
    looks += 1;
    last = { code: '', at: 0 };
    view.hidden = !kind;
    Array.prototype.forEach.call(cameras, function (button) {
      var isOn = button.dataset.camera === kind;
      button.setAttribute('aria-pressed', String(isOn));
      button.classList.toggle('k-quiet', !isOn);
    });
    if (kind) {
      look(new window.BarcodeDetector({ formats: ['qr_code'] }), looks);
    }
  }

  function press(kind) {
    if (looksFor === kind) {
      view.srcObject.getTracks().forEach(function (track) {
        track.stop();
      });
      lookFor(null);
    } else if (looksFor) {
      lookFor(kind);
    } else {
      navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(function (stream) {
        view.srcObject = stream;
        view.hidden = false;
        view.play();
        lookFor(kind);
      }).catch(function () {
        tell(say.blind, 'k-error');
      });
    }
  }

  if ('BarcodeDetector' in window && navigator.mediaDevices) {
    Array.prototype.forEach.call(cameras, function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        press(button.dataset.camera);
      });
    });
  }

  window.addEventListener('online', send);
  keep(queue());
  send();
})();
