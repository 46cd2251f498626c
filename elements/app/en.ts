// The words of <connect-app>, in English.
import type { AppTerms } from './terms.js';

export const enApp: AppTerms = {
  names: { customerprofiles: 'Customer profiles', wisdom: 'Suggested answers', customviews: 'Guide' },
  waiting: 'Appears when you are signed in.',
  loading: 'Loading…',
  noContact: 'Appears with its contact.',
  ended: 'This guide has ended with its contact.',
};
