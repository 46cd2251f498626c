// An additional script of a region: it notes whose `window.connect` it finds, and leaves something there.
/* global window, document */
(() => {
  (window.found ??= []).push(window.connect);
  window.connect = window.connect || {};
  window.connect.ownNumber = window.found.length;
  // The page's observers hear of this change as soon as the script has run.
  document.documentElement.dataset.scripts = window.found.length;
})();
