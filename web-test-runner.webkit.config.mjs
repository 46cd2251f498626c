// The unit tests in WebKitGTK, the engine of Safari: `npm run test:webkit`.
import { webkitLauncher } from './test/support/webkit/launcher.mjs';
import everywhere from './web-test-runner.config.mjs';

export default { ...everywhere, browsers: [webkitLauncher()] };
