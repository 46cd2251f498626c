// What several elements say, in English.
import type { SharedTerms } from './terms.js';

export const enShared: SharedTerms = {
  dir: 'ltr',
  status: {
    idle: { heading: 'No contact control panel yet', text: 'This element needs the address of one: set ccp-url.' },
    loading: { heading: 'Loading the contact control panel…', text: 'This takes a few seconds.' },
    'signed-out': {
      heading: 'Sign in to take contacts',
      text: 'Your contact control panel has not answered. Most likely you are not signed in.',
      action: 'Sign in',
    },
    'popup-open': {
      heading: 'Go on in the sign-in window',
      text: 'The panel loads by itself once you are signed in. Closed the window? Open it again.',
      action: 'Open the sign-in window again',
    },
    'popup-blocked': {
      heading: 'The sign-in window was blocked',
      text: 'Your browser did not let it open. Allow pop-ups for this page, then try again.',
      action: 'Open the sign-in window',
    },
    'storage-access-needed': {
      heading: 'One more permission',
      text: 'Your browser keeps the panel from its cookies. Allow them in the panel; if that is refused, sign in first.',
      action: 'Open the sign-in window',
    },
    stale: {
      heading: 'Connection lost',
      text: 'The panel has stopped answering. It goes on by itself when the connection is back.',
      action: 'Load it again',
    },
    expired: {
      heading: 'Your session has ended',
      text: 'Sign in again to go on taking contacts.',
      action: 'Sign in',
    },
    denied: {
      heading: 'No access',
      text: 'Your account may not use this contact control panel. Ask your administrator.',
      action: 'Try again',
    },
    unreachable: {
      heading: 'The panel cannot be reached',
      text: 'Its page does not load. Check the network and the address.',
      action: 'Try again',
    },
    duplicate: {
      heading: 'Already on this page',
      text: 'Another element shows the same contact control panel. This one starts when that one is gone.',
    },
    terminated: {
      heading: 'The contact control panel was ended',
      text: 'Start it again to take contacts.',
      action: 'Start again',
    },
  },
  // The errors themselves are in English.
  errors: {},
  hostErrors: {
    'no-ccp-url': () => 'This element needs the address of one: set ccp-url.',
    'bad-option': (message) => message,
    'microphone-denied': () =>
      'The microphone is blocked: calls cannot be answered here. Allow it for this page, by the icon in the address bar.',
    'microphone-missing': () => 'There is no microphone: calls cannot be answered here. Connect one.',
    'not-loaded': () => 'Chats cannot be shown here: a part of this page did not load. Tell whoever runs it.',
    'sound-blocked': () => 'The sound is blocked: you cannot hear contacts ring here.',
  },
};
