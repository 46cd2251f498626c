// `connect-ccp-elements migrate-check`, run as a user runs it: projects, pages, and what cannot be read.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const COMMAND = path('../../bin/connect-ccp-elements.mjs');
const project = (name) => path(`../migrate/${name}`);

const scratch = await mkdtemp(join(tmpdir(), 'migrate-'));
after(() => rm(scratch, { recursive: true }));

/** Runs the command: its exit code, and what it has written. */
function run(...words) {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...words], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

async function usesOf(...places) {
  const { stdout, code } = await run('migrate-check', '--json', ...places);
  const report = JSON.parse(stdout);
  return {
    code,
    report,
    verdicts: Object.fromEntries(report.uses.map(({ kind, name, verdict }) => [`${kind} ${name}`, verdict])),
  };
}

test('without arguments the command says what it can', async () => {
  const { code, stdout } = await run();
  assert.equal(code, 0);
  assert.match(stdout, /migrate-check <folder, file or URL…>/);
});

test('a page with scripts: members of both names, methods, options and events, and nothing of comments and of the library', async () => {
  const { code, report, verdicts } = await usesOf(project('plain'));
  assert.equal(code, 0);
  assert.deepEqual(verdicts, {
    'member connect.contact': 'same',
    'member connect.core.getEventBus': 'same',
    'member lily.core.initCCP': 'same',
    'method accept': 'same',
    'method onConnecting': 'same',
    'event ack_timeout': 'same',
    'event my::event': 'same',
    'option ccpUrl': 'same',
    'option containerDiv': 'better here',
    'option loginPopup': 'same',
    'option softphone': 'same',
    'option softphone.allowFramedSoftphone': 'same',
    'option softphone.ringtoneUrl': 'same',
  });
  assert.deepEqual(report.uses.find(({ name }) => name === 'ack_timeout').places, ['index.html:15']);
  assert.deepEqual(
    report.skipped.map(({ name }) => name),
    ['amazon-connect-streams.js'],
  );
});

test('TypeScript with markup: parts of the namespace under other names, types, casts', async () => {
  const { code, report, verdicts } = await usesOf(project('typed'));
  assert.equal(code, 0);
  for (const name of [
    'core.onInitialized',
    'AgentStateType.ROUTABLE',
    'InitCCPOptions',
    'Contact',
    'getLog',
    'version',
  ]) {
    assert.equal(verdicts[`member connect.${name}`], 'same', name);
  }
  for (const name of ['getAgentConnection', 'getAgentStates', 'setState'])
    assert.equal(verdicts[`method ${name}`], 'same');
  assert.equal(verdicts['method canSendVideo'], 'better here');
  assert.equal(verdicts['option region'], 'same');
  assert.ok(report.uses.find(({ name }) => name === 'canSendVideo').why.length > 10);
});

test('code that needs what is not here: the verdict comes first, with places and reasons', async () => {
  const { code, stdout } = await run('migrate-check', project('behind'));
  assert.equal(code, 1);
  assert.match(stdout, /^Not as it stands: \d of the \d things that the code uses (?:is|are) not here\.\n/);
  assert.match(stdout, /connect\.SoftphoneManager: .{10,}\n {6}app\.vue:4/);
});

test('code that uses another connect uses nothing of Streams', async () => {
  const { code, stdout } = await run('migrate-check', project('other'));
  assert.equal(code, 0);
  assert.match(stdout, /^Nothing of amazon-connect-streams is used/);
});

/** Sources in which uses stand in a place of their own, and what is found there. */
const PLACES = {
  'attributes of a page': [
    'page.html',
    '<button onclick="new connect.Agent().mute()">Mute</button>',
    ['connect.Agent', 'mute'],
  ],
  'a template of Vue': [
    'panel.vue',
    '<template><p @click="connect.core.viewContact(id)" :title="agent.getName()">{{ agent.getState().name }}</p></template>',
    ['connect.core.viewContact', 'getName', 'getState'],
  ],
  'a template of Angular': [
    'panel.html',
    '<button *ngIf="agent.getState()" (click)="agent.setState(state, {})" [title]="contact.getContactId()"></button>' +
      '<script>connect.agent()</script>',
    ['connect.agent', 'getState', 'setState', 'getContactId'],
  ],
  'markup of Svelte': [
    'App.svelte',
    '<script>let agent; connect.agent((a) => (agent = a));</script><p on:click={() => agent.setState({})}>{agent.getName()}</p>',
    ['connect.agent', 'setState', 'getName'],
  ],
  brackets: ['app.ts', "window['connect']['core'].onAuthFail(() => {});", ['connect.core.onAuthFail']],
  'calls with a question mark': [
    'app.ts',
    'connect.contact((c) => (c as any)?.getVoiceIdSpeakerId?.());',
    ['connect.contact', 'getVoiceIdSpeakerId'],
  ],
  'a minified script, where one name stands for many things': [
    'app.min.js',
    'var t=window.connect;t.agent(function(e){e.onRefresh(function(t){t.getStatus().name})});',
    ['connect.agent', 'onRefresh'],
  ],
  'texts that are computed': [
    'app.js',
    'connect.core.getEventBus().subscribe(`${connect.ContactEvents.CONNECTED}::${id}`, f);',
    ['connect.core.getEventBus', 'connect.ContactEvents.CONNECTED'],
  ],
  'data for scripts, and comments': [
    'data.html',
    '<script type="application/json">{"a": "connect.core.x()"}</script><!-- <p onclick="connect.y()"> --><script>connect.getLog()</script>',
    ['connect.getLog'],
  ],
};
for (const [place, [file, text, expected]] of Object.entries(PLACES)) {
  test(`uses in ${place}`, async () => {
    const folder = await mkdtemp(join(scratch, 'place-'));
    await writeFile(join(folder, file), text);
    const { report } = await usesOf(folder);
    assert.deepEqual(report.uses.map(({ name }) => name).sort(), [...expected].sort());
  });
}

test('a bundle with Streams in it is not judged: what it was made of is asked for', async () => {
  const folder = await mkdtemp(join(scratch, 'bundle-'));
  const streams = await readFile(createRequire(import.meta.url).resolve('amazon-connect-streams'), 'utf8');
  await writeFile(join(folder, 'app.bundle.js'), `${streams};connect.agent(() => {});`);
  const { code, stderr } = await run('migrate-check', folder);
  assert.equal(code, 2);
  assert.match(stderr, /app\.bundle\.js: amazon-connect-streams .* name what that was made of/);
});

test('a page and its scripts of the same origin', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/app.js') response.end('connect.agent((a) => a.setState("Available"))');
    else if (request.url === '/')
      response.end('<script src="app.js"></script><script src="https://cdn.example/x.js"></script>');
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  try {
    const { verdicts, report } = await usesOf(address);
    assert.deepEqual(verdicts, { 'member connect.agent': 'same', 'method setState': 'same' });
    assert.deepEqual(report.skipped, [{ name: 'https://cdn.example/x.js', why: 'of another origin' }]);
    const { code, stderr } = await run('migrate-check', `${address}gone`);
    assert.equal(code, 2);
    assert.match(stderr, /gone cannot be read: it answers 404/);
  } finally {
    server.close();
  }
});

test('what others wrote is not read: node_modules and .git', async () => {
  const own = await mkdtemp(join(scratch, 'own-'));
  await writeFile(join(own, 'app.js'), 'connect.contact(() => {});');
  for (const folder of ['node_modules/other', '.git']) {
    await mkdir(join(own, folder), { recursive: true });
    await writeFile(join(own, folder, 'index.js'), 'new connect.SoftphoneManager({});');
  }
  const { code, report } = await usesOf(own);
  assert.deepEqual([code, report.files, report.uses.length], [0, 1, 1]);
});

const unreadable = await mkdtemp(join(scratch, 'unreadable-'));
const large = join(unreadable, 'large.js');
const binary = join(unreadable, 'binary.js');
await writeFile(large, `connect.agent();\n${' '.repeat(10_000_000)}`);
await writeFile(binary, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]));

for (const [what, words, expected] of [
  ['a folder that is not there', ['/no/such/folder'], /There is no "\/no\/such\/folder"/],
  ['nothing to read', [], /Which folder, file or URL/],
  ['an option that is not there', ['.', '--fast'], /There is no option "--fast"/],
  ['a binary file', [binary], /binary\.js cannot be read: it is no text/],
  ['a file of 10 MB', [large], /large\.js cannot be read: 10\.0 MB is more than/],
  ['a folder of nothing else', [unreadable], /There is no source to read in .*\n.*(binary|large)\.js: /],
  ['an address where nobody answers', ['http://127.0.0.1:9/'], /127\.0\.0\.1:9\/ cannot be read: \S+/],
  ['an address of another kind', ['ftp://example.com/x'], /write http:\/\/ or https:\/\//],
]) {
  test(`a clear error for ${what}`, async () => {
    const { code, stdout, stderr } = await run('migrate-check', ...words);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, expected);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });
}

test('a command that is not there is named', async () => {
  const { code, stderr } = await run('migrate');
  assert.equal(code, 2);
  assert.match(stderr, /There is no command "migrate"/);
});
