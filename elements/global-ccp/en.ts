// The words of <connect-global-ccp>, in English.
import type { GlobalCcpTerms } from './terms.js';
import type { Formats } from '../words/terms.js';

export const enGlobalCcp = ({ number }: Formats): GlobalCcpTerms => ({
  region: (region) => `Region: ${region}`,
  pending: (nextRegion) => `You move to ${nextRegion} when this call is over and cleared.`,
  complete: (activeRegion, isRoutable) =>
    `You have moved to ${activeRegion}.${isRoutable ? '' : ' Choose your state there to take contacts.'}`,
  needsTwo: (count) => `<connect-global-ccp> needs two <connect-ccp>, one for each region. It has ${number(count)}.`,
  noSuchHost: (id) => `for: there is no <connect-ccp id="${id}">.`,
  missing: (attribute) => `Each <connect-ccp> of a <connect-global-ccp> needs ${attribute}.`,
  same: (attribute) => `The two <connect-ccp> have the same ${attribute}.`,
});
