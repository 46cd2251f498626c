// Writes dist/migration.json, by which `migrate-check` tells what is here: the list that the comparison with
// amazon-connect-streams is held to, test/interop/exceptions.json.
import { copyFile } from 'node:fs/promises';

await copyFile(
  new URL('../test/interop/exceptions.json', import.meta.url),
  new URL('../dist/migration.json', import.meta.url),
);
