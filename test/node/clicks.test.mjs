// Every call for which browsers want a click is known here, and tested in test/clicks.test.ts: a new one comes in at one place.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);

/** By https://html.spec.whatwg.org/#activation-consuming-api and the documents of the other specifications. */
const NEEDS_A_CLICK = [
  /window\??\.open\(/,
  /clipboard\??\.(?:read|write)/,
  /requestFullscreen\(/,
  /requestPictureInPicture\(|documentPictureInPicture/,
  /Notification\??\.requestPermission\(/,
  /requestStorageAccess(?:For)?\(/,
  /requestPointerLock\(|keyboard\??\.lock\(/,
  /selectAudioOutput\(|getDisplayMedia\(/,
  /show(?:Open|Save|Directory)\w*Picker\(|\.showPicker\(/,
  /navigator\??\.share\(/,
  /new PaymentRequest\(|EyeDropper|IdleDetector/,
];

/** File and call, with the reason why the click still counts there. */
const KNOWN = {
  'elements/alerts/alerts.ts Notification.requestPermission(': 'in the listener of any click on the page',
  'elements/host/mini-window.ts documentPictureInPicture': 'by openMiniPanel(), in the listener of the click',
  'elements/host/mini-window.ts window.open(':
    'by the same; the click lasts for some seconds where the first way was refused',
  'elements/ccp/doctor-view.ts clipboard.write': 'in the listener of the click',
  'src/sign-in/popup-manager.ts window.open(': 'by open(), which a page calls in the listener of a click of its own',
  'src/sign-in/popup.ts window.open(': 'by login(), in the listener of the click',
  'src/simulator/page/storage-access-page.ts requestStorageAccess(':
    'in the listener of the click; without one only where the agent has allowed it before',
};

test('what needs a click is called where the click still counts', () => {
  const found = new Set();
  for (const folder of ['src', 'elements']) {
    for (const name of readdirSync(new URL(folder, ROOT), { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const code = readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
      for (const call of NEEDS_A_CLICK) {
        const match = call.exec(code);
        if (match) found.add(`${folder}/${name} ${match[0]}`);
      }
    }
  }
  assert.deepEqual([...found].sort(), Object.keys(KNOWN).sort());
});
