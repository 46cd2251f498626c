// What an embedding page says to a CCP that has answered for the first time. Protocol section 2.5.
import type { WireConfigure } from '../conduit/wire.js';
import { LinkEventType } from '../events/event-names.js';
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
  return Object.values(configure).some(Boolean) ? configure : null;
}

/**
 * The broadcasts that tell how it went.
 * @param attempts number of frames that did not answer.
 * @param startedAt when the first frame was made, in epoch milliseconds.
 */
export function startMetrics(attempts: number, startedAt: number): readonly { event: string; data: unknown }[] {
  const metrics = {
    IframeRefreshAttempts: attempts,
    IframeInitializationSuccess: 1,
    IframeInitializationTime: Date.now() - startedAt,
  };
  return Object.entries(metrics).map(([name, count]) => ({
    event: LinkEventType.CLIENT_METRIC,
    data: { name, data: { count } },
  }));
}
