// The demo's server stands on a developer's machine: it gives the demo's files to browsers of that machine, and nothing else
// to anybody. Asked by bare sockets, since clients mend addresses before they send them.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveDemo } from '../../demo/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** How far up the file system's root is, and further. */
const UP = '../'.repeat(30);

let demo;
let ports;

before(async () => {
  demo = await serveDemo({ port: 8960 });
  ports = { 'the pages': new URL(demo.url).port, 'the simulator': new URL(demo.simulatorUrl).port };
});

after(() => demo?.close());

/** What comes back for a request as it is written; empty where nobody listens. */
const answer = (port, request, host = '127.0.0.1') =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(port, host, () => socket.write(request));
    socket.setEncoding('latin1').on('data', (data) => (text += data));
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });

const ask = (port, target, host = `localhost:${port}`) =>
  answer(port, `GET ${target} HTTP/1.1\r\n${host === null ? '' : `Host: ${host}\r\n`}Connection: close\r\n\r\n`);

const statusOf = (text) => Number(text.split(' ', 2)[1]);

/** Files outside, each by the words that give it away. */
const PASSWD = /root:x:0:0/;
const PACKAGE = /"devDependencies"/;
const GIT = /gitdir:|\[core\]/;

/** Ways out of the folders, as they stand in the first line of a request. */
const WAYS_OUT = [
  ['the prefix of the server behind', '/__wds-outside-root__/9/etc/passwd', PASSWD],
  ['that prefix with letters encoded', '/%5f%5fwds-outside-root%5f%5f/9/etc/passwd', PASSWD],
  ['that prefix encoded twice', '/%255f%255fwds-outside-root__/9/etc/passwd', PASSWD],
  ['that prefix behind a folder', '/demo/../__wds-outside-root__/9/etc/passwd', PASSWD],
  ['that prefix behind two slashes', '//__wds-outside-root__/9/etc/passwd', PASSWD],
  ['that prefix, and a parameter', '/__wds-outside-root__/9/etc/passwd?x=/demo/', PASSWD],
  ['that prefix in an absolute address', 'http://localhost/__wds-outside-root__/9/etc/passwd', PASSWD],
  ['a file of the repository', '/package.json', PACKAGE],
  ['a hidden file of the repository', '/.git', GIT],
  ['a folder of the repository', '/src/README.md', /map/],
  ['a file in an absolute address', 'http://localhost/package.json', PACKAGE],
  ['a file in an absolute address of elsewhere', 'http://evil.example/package.json', PACKAGE],
  ['a file in the address of another host', '//evil.example/package.json', PACKAGE],
  ['upwards', '/demo/../package.json', PACKAGE],
  ['upwards, far', `/demo/${UP}etc/passwd`, PASSWD],
  ['upwards, dots encoded', '/demo/%2e%2e/package.json', PACKAGE],
  ['upwards, one dot encoded', '/demo/.%2E/package.json', PACKAGE],
  ['upwards, slashes encoded', '/demo%2f..%2fpackage.json', PACKAGE],
  ['upwards, far, all encoded', `/demo/${encodeURIComponent(UP)}etc%2fpasswd`, PASSWD],
  ['upwards, encoded twice', '/demo/%252e%252e/package.json', PACKAGE],
  ['upwards, encoded three times', '/demo/%25252e%25252e/package.json', PACKAGE],
  ['upwards, by backslashes', '/demo/..\\package.json', PACKAGE],
  ['upwards, by encoded backslashes', '/demo/..%5cpackage.json', PACKAGE],
  ['upwards, by overlong bytes', '/demo/%c0%ae%c0%ae/package.json', PACKAGE],
  ['upwards, behind a zero', '/demo/%00/../../package.json', PACKAGE],
  ['upwards, out of the packages', '/node_modules/../package.json', PACKAGE],
  ['upwards, out of the packages, encoded', '/node_modules/%2e%2e/package.json', PACKAGE],
  ['upwards, behind a parameter', '/demo/?/../../package.json', PACKAGE],
  ['from the root of the file system', '/demo//etc/passwd', PASSWD],
  ['from the root, encoded', '/demo/%2fetc%2fpasswd', PASSWD],
  ['by the address of a file', 'file:///etc/passwd', PASSWD],
  ['by a drive', '/C:/package.json', PACKAGE],
  ['without a slash', 'package.json', PACKAGE],
  ['a star', '*', PACKAGE],
];

const OTHER_HOSTS = [
  'evil.example',
  'evil.example:8000',
  'localhost.evil.example',
  'evil.example.localhost.',
  'localhost@evil.example',
  '127.0.0.1.evil.example',
  '127.0.0.2',
  '0.0.0.0',
  '[::]',
  '192.168.0.1:8000',
  'localhost:8000,evil.example',
  'localhost/evil',
  '',
  null, // none at all
];

const LOCAL_HOSTS = ['localhost', 'LOCALHOST:8000', '127.0.0.1', '127.0.0.1:8000', '[::1]', '[::1]:8000'];

for (const name of ['the pages', 'the simulator']) {
  describe(`the port of ${name}`, () => {
    test('gives the demo, the simulator, the bundles and the packages', async () => {
      const files = ['/demo/', '/demo/demo.css', '/demo/index.html?state=Offline', '/dist/simulator/ccp.html'];
      for (const path of [...files, '/cdn/connect-ccp.min.js', '/node_modules/lit/index.js']) {
        assert.equal(statusOf(await ask(ports[name], path)), 200, path);
      }
    });

    for (const [way, target, secret] of WAYS_OUT) {
      test(`gives nothing outside its folders: ${way}`, async () => {
        const text = await ask(ports[name], target);
        assert.doesNotMatch(text, secret);
        assert.ok([400, 404].includes(statusOf(text)) || target.includes('?'), text.slice(0, 200));
      });
    }

    test('gives nothing where a link in its folders leads to', async (t) => {
      const folder = `${root}demo/trial-of-links-${process.pid}-${ports[name]}`;
      t.after(() => rmSync(folder, { recursive: true }));
      mkdirSync(folder);
      symlinkSync('/etc/passwd', `${folder}/file`);
      symlinkSync('/etc', `${folder}/folder`);
      writeFileSync(`${folder}/own`, 'a file of its own');
      const path = folder.slice(root.length - 1);
      for (const end of ['file', 'folder/passwd', 'folder/']) {
        const text = await ask(ports[name], `${path}/${end}`);
        assert.equal(statusOf(text), 404, text);
        assert.doesNotMatch(text, PASSWD);
      }
      assert.match(await ask(ports[name], `${path}/own`), /a file of its own/);
    });

    for (const host of OTHER_HOSTS) {
      test(`answers not to the name ${host === null ? 'of nobody' : JSON.stringify(host)}`, async () => {
        for (const target of [
          '/demo/',
          '/dist/simulator/ccp.html',
          '/sso?to=http://localhost/',
          '/logout',
          '/package.json',
        ]) {
          const text = await ask(ports[name], target, host);
          assert.ok([400, 403].includes(statusOf(text)), `${target}: ${text.slice(0, 200)}`);
        }
      });
    }

    for (const host of LOCAL_HOSTS) {
      test(`answers to ${host}`, async () => assert.equal(statusOf(await ask(ports[name], '/demo/', host)), 200));
    }

    test('listens to this machine alone', async () => {
      const outside = Object.values(networkInterfaces()).flat();
      const addresses = outside
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address);
      // On Linux every address of the loopback leads to whoever listens to all.
      for (const address of [...addresses, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])]) {
        assert.equal(
          await answer(ports[name], 'GET /demo/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', address),
          '',
        );
      }
    });
  });
}

describe('a sign-in page of somebody else', () => {
  const LEADS_ON = ['http://localhost:8001/a?b=c&d="e"', 'https://127.0.0.1/', 'http://[::1]:8001/'];
  const REFUSED = [
    'javascript://localhost/%0aalert(1)',
    'JavaScript://localhost/%0aalert(1)',
    ' javascript://localhost/%0aalert(1)',
    'java\tscript://localhost/%0aalert(1)',
    'data://localhost/,<script>alert(1)</script>',
    'vbscript://localhost/',
    'file://localhost/etc/passwd',
    'ftp://localhost/',
    'view-source:http://localhost/',
    'blob:http://localhost/1',
    'http://evil.example/',
    'http://localhost@evil.example/',
    'http://evil.example#@localhost/',
    'http://evil.example\\@localhost/',
    'http://localhost.evil.example/',
    '//evil.example/',
    '//localhost/',
    '/demo/',
    '',
  ];

  for (const more of ['', '&at-once']) {
    const sso = (to) => ask(ports['the simulator'], `/sso?to=${encodeURIComponent(to)}${more}`);

    for (const to of LEADS_ON) {
      test(`leads to ${to}${more}`, async () => {
        const text = await sso(to);
        const { href } = new URL(to);
        const location = more ? `Location: ${href}` : `href="${href.replaceAll('&', '&amp;')}"`;
        assert.equal(statusOf(text), more ? 302 : 200);
        assert.ok(text.toLowerCase().includes(location.toLowerCase()), text);
      });
    }

    for (const to of REFUSED) {
      test(`leads not to ${JSON.stringify(to)}${more}`, async () => {
        const text = await sso(to);
        assert.equal(statusOf(text), 400, text);
        assert.doesNotMatch(text, /location:|href/i);
      });
    }
  }
});
