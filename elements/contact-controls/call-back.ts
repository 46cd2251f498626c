// What to do about a call that was missed: it is cleared, and whoever called is called.
import { html, nothing } from 'lit';
import type { CcpController } from '../host/ccp-controller.js';
import { isVoice } from '../host/contact.js';
import type { ContactView } from '../host/state.js';
import { icon } from '../looks/icons.js';
import { ConnectClearRequestEvent, ConnectDialRequestEvent } from '../verbs/requests.js';
import type { ContactControlsTerms } from './terms.js';

/**
 * The control of a missed call whose number is known, for an agent who may call; nothing for all others.
 * @param contact the contact.
 * @param ccp the host.
 * @param terms the words.
 * @param enabled false while no command can be sent.
 */
export function renderCallBack(
  contact: ContactView,
  ccp: CcpController,
  terms: ContactControlsTerms,
  enabled: boolean,
) {
  if (contact.state.type !== 'missed' || !isVoice(contact) || !contact.phoneNumber) return nothing;
  if (!ccp.state.agent?.permissions.includes('outboundCall')) return nothing;
  const isUsable = enabled && contact.pending.length === 0;
  return html`<button
    class="control go"
    part="control control-call-back"
    type="button"
    data-verb="call-back"
    aria-disabled=${isUsable ? nothing : 'true'}
    @click=${() => isUsable && void callBack(contact, ccp)}
  >
    ${icon('callback')}<span>${terms.callBack}</span>
  </button>`;
}

/** Nobody can be called while a missed call is in the way: it is cleared first. */
async function callBack({ contactId, phoneNumber }: ContactView, ccp: CcpController): Promise<void> {
  const { host } = ccp;
  const clearing = new ConnectClearRequestEvent({ contactId });
  if (!host || !phoneNumber || !ccp.request(clearing)) return;
  const phase = await host.perform(clearing);
  if (phase === 'confirmed') ccp.request(new ConnectDialRequestEvent({ endpoint: phoneNumber }));
}
