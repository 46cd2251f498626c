// The words of <connect-mini-panel>, in English.
import type { MiniPanelTerms } from './terms.js';

export const enMiniPanel: MiniPanelTerms = {
  open: 'Open mini panel',
  close: 'Close mini panel',
  title: 'Contacts',
  blocked: 'Your browser has blocked the window. Allow pop-ups for this page, then try again.',
};
