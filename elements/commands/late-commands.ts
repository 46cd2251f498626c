// The code of the commands: loaded with the first command, or with the first element whose view has controls.
import { LateModule } from '../page/late-module.js';

/** The module that turns requests into commands. */
export const commands = /*#__PURE__*/ new LateModule(() => import('./host-commands.js'));
