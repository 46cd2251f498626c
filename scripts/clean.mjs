// Removes what a build makes, so that nothing of an older one is left in it.
import { rmSync } from 'node:fs';

for (const folder of ['dist', 'cdn']) rmSync(folder, { recursive: true, force: true });
