// How commands are made: fetched with the first command, or with the first element whose view has controls.
import { LateModule } from './late-module.js';

/** What makes commands of requests. */
export const commands = /*#__PURE__*/ new LateModule(() => import('./host-commands.js'));
