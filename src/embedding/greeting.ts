// What an embedding page says to a CCP that has answered for the first time. docs/protocol.md, section 2.5.
import { type WireConfigure } from '../conduit/wire.js';
import { sendable } from '../conduit/sendable.js';
import type { InitCcpOptions } from './options.js';

/** The data of `configure`, or null if there is nothing to configure. All its keys are always there. */
export function configureData(options: InitCcpOptions): WireConfigure | null {
  const { softphone, chat, task, email, ringtone, autoAcceptTone } = options;
  const { pageOptions, shouldAddNamespaceToLogs, disasterRecoveryOn } = options;
  const configure: WireConfigure = {
    softphone,
    chat,
    task,
    email,
    ringtone,
    autoAcceptTone,
    pageOptions,
    shouldAddNamespaceToLogs,
    showInactivityModal: pageOptions?.showInactivityModal,
    disasterRecoveryOn,
  };
  return Object.values(configure).some(Boolean) ? { ...configure, ...sendable(configure) } : null;
}
