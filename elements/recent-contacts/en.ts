// The words of <connect-recent-contacts>, in English.
import type { Formats } from '../words/terms.js';
import type { RecentContactsTerms } from './terms.js';

export const enRecentContacts = ({ plural }: Formats): RecentContactsTerms => ({
  title: 'Recent contacts',
  empty: 'Nobody yet. Whoever you have been in touch with appears here.',
  missed: (count) => plural(count, { one: '# missed', other: '# missed' }),
  outcomes: {
    answered: 'Answered',
    missed: 'Missed',
    rejected: 'Rejected',
    transferred: 'Transferred',
    unanswered: 'Not answered',
    failed: 'Failed',
    live: 'Now',
  },
  directions: { inbound: 'Incoming', outbound: 'Outgoing' },
  callBack: 'Call back',
  callBackWho: (who) => `Call back ${who}`,
  unknown: 'Unknown',
  clear: 'Clear list',
  kept: {
    page: 'Kept on this page only, until it is closed or loaded again.',
    session: 'Names and numbers are stored in this browser tab until it is closed.',
    local: 'Names and numbers are stored in this browser until you clear the list.',
  },
});
