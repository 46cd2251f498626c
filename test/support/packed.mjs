// The package as npm would publish it, unpacked where an application has it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Links a module of this repository into an application. */
function link(name, application) {
  const target = join(application, 'node_modules', name);
  mkdirSync(join(target, '..'), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), target, 'junction');
}

/**
 * Packs this repository and unpacks it in a new application.
 * @param {import('node:test').TestContext | {after(clean: () => void): void}} t removes the application in the end.
 * @param {string[]} modules further modules that the application has; every one of this repository if left out.
 * @returns {{application: string, folder: string, size: number, files: string[]}} `folder` is where the package is.
 */
export function installPacked(t, modules = modulesOf(join(root, 'node_modules'))) {
  const application = mkdtempSync(join(tmpdir(), 'connect-ccp-elements-'));
  t.after(() => rmSync(application, { recursive: true, force: true }));
  const packed = unpackInto(application);
  for (const name of modules) link(name, application);
  return { application, ...packed };
}

/**
 * Packs this repository and unpacks it among the packages of an application, in place of what is there.
 * @param {string} application the folder of the application.
 * @returns {{folder: string, size: number, files: string[]}} `folder` is where the package is.
 */
export function unpackInto(application) {
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', application], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, size, files }] = JSON.parse(output);
  const folder = join(application, 'node_modules/connect-ccp-elements');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', join(application, filename), '-C', folder, '--strip-components=1']);
  rmSync(join(application, filename));
  return { folder, size, files: files.map(({ path }) => path) };
}

/** The modules in a `node_modules`, those of a scope one by one. */
function modulesOf(folder) {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}
