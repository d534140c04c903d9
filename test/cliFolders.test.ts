/** `jxmb check` on folders and lists of files: what is read, in which order it is told, and by whatever thread. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { generate } from '../bench/generate.ts';
import { rules } from '../server/src/rules/registry.ts';
import { cli, type Ended, folder, jxmb, LOCALES, zh } from './commandLine.ts';

/** Only sums are looked at: the tables are seldom whole. */
const SUMS = new Set(['total-mismatch', 'sum-mismatch', 'include']);
const ONLY = rules.filter(({ id }) => !SUMS.has(id)).map(({ id }) => `--rule=${id}=off`);

const SOUND = '项目名称: 工作经费\n总计: 130.00\n';
const WRONG = '项目名称: 科技金融专项\n总计: 130.00\n财政拨款: 100.00\n其他资金: 20.00\n';
const TELLING = '总计 is 130.00, but its sources add up to 120.00; the difference is 10.00';

/** A folder with files by their paths; what ends in `/` is a folder without any. */
function folderWith(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [file, content] of Object.entries(files)) {
    const whole = path.join(folder, name, file);
    mkdirSync(file.endsWith('/') ? whole : path.dirname(whole), { recursive: true });
    if (!file.endsWith('/')) writeFileSync(whole, content);
  }
  return name;
}

const link = (target: string, at: string) => symlinkSync(target, path.join(folder, at));

/** Lines of `--format ndjson`. */
const linesOf = ({ stdout }: Ended): Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The files that were looked at, in order. */
const filesOf = (ended: Ended) =>
  linesOf(ended)
    .filter(({ type }) => type === 'file')
    .map(({ file }) => file);

const ndjson = (args: readonly string[], input?: string) =>
  jxmb(['check', ...ONLY, '--format', 'ndjson', ...args], undefined, input);

test('a folder: its tables and those below, by name; what is hidden and node_modules are left out', () => {
  const name = folderWith('order', {
    'b.jxmb': SOUND,
    'a/z.jxmb': SOUND,
    'a/本级.JXMB': SOUND,
    'c/1.jxmb': WRONG,
    'a-1.jxmb': SOUND,
    'notes.txt': WRONG,
    '.hidden.jxmb': WRONG,
    '.git/x.jxmb': WRONG,
    'node_modules/x.jxmb': WRONG,
    'a/node_modules/x/y.jxmb': WRONG,
    'none/': '',
  });
  const ended = ndjson([name]);
  const files = ['order/a/z.jxmb', 'order/a/本级.JXMB', 'order/a-1.jxmb', 'order/b.jxmb', 'order/c/1.jxmb'];
  assert.deepEqual(filesOf(ended), files);
  assert.equal(ended.status, 1);
  assert.deepEqual(jxmb(['check', ...ONLY, `${name}/`], zh), {
    status: 1,
    stdout: `order/c/1.jxmb:2:5: 错误: 总计 130.00 与资金来源之和 120.00 不符,相差 10.00 [total-mismatch]
  order/c/1.jxmb:3:7: 附注: 财政拨款 100.00
  order/c/1.jxmb:4:7: 附注: 其他资金 20.00
共检查 5 个文件,1 个问题: 错误 1
`,
    stderr: '',
  });
  // Several are told in the order in which they are named, one that is hidden too where it is.
  assert.deepEqual(filesOf(ndjson(['order/c', 'order/b.jxmb', 'order/.git', 'order/a'])), [
    'order/c/1.jxmb',
    'order/b.jxmb',
    'order/.git/x.jxmb',
    ...files.slice(0, 2),
  ]);
});

test('links: those to files are read, those to folders are not followed, and none leads in a circle', () => {
  folderWith('elsewhere', { 't.jxmb': WRONG });
  const name = folderWith('links', { 'in/a.jxmb': SOUND, 'z.jxmb': SOUND });
  link('../elsewhere/t.jxmb', 'links/linked.jxmb');
  link('../elsewhere', 'links/other');
  link('..', 'links/in/up');
  link('.', 'links/self.jxmb');
  assert.deepEqual(filesOf(ndjson([name])), ['links/in/a.jxmb', 'links/linked.jxmb', 'links/z.jxmb']);
  assert.deepEqual(filesOf(ndjson(['links/other'])), ['links/other/t.jxmb']);
});

test('what cannot be read is told in its place, and the rest is checked', () => {
  const name = folderWith('broken', { 'a.jxmb': SOUND, 'n.jxmb': new Uint8Array([0xff, 0x00, 0xff]), 'z.jxmb': WRONG });
  link('nowhere', 'broken/gone.jxmb');
  link('round.jxmb', 'broken/round.jxmb');
  const file = folderWith('texts', { 'x.txt': '# 说明\n' });
  const problem = (kind: string, message: string) => ({ kind, message });
  const ended = ndjson([name, 'no-such', `${file}/x.txt`]);
  assert.deepEqual(
    linesOf(ended)
      .filter(({ type }) => type === 'file')
      .map(({ file, problem }) => [file, problem]),
    [
      ['broken/a.jxmb', undefined],
      ['broken/gone.jxmb', problem('missing', 'no such file or folder')],
      ['broken/n.jxmb', problem('encoding', 'is no text (UTF-8, UTF-16 with BOM, or GB18030)')],
      ['broken/round.jxmb', problem('unreadable', 'is a link that leads in a circle')],
      ['broken/z.jxmb', undefined],
      ['no-such', problem('missing', 'no such file or folder')],
      ['texts/x.txt', problem('no-table', 'no table was found in it')],
    ],
  );
  assert.deepEqual([ended.status, ended.stderr], [2, '']);
  const asText = jxmb(['check', ...ONLY, name], zh);
  assert.equal(
    asText.stderr,
    `jxmb: broken/gone.jxmb: 没有这个文件或文件夹
jxmb: broken/n.jxmb: 不是文本文件(UTF-8、带 BOM 的 UTF-16 或 GB18030)
jxmb: broken/round.jxmb: 链接绕成了圈
`,
  );
  assert.match(asText.stdout, /^broken\/z\.jxmb:2:5: [\s\S]*\n共检查 2 个文件,1 个问题: 错误 1\n$/);
  assert.equal(asText.status, 2);
});

test('a folder that may not be read is told, and the rest is checked', (t) => {
  folderWith('closed', { 'a/x.jxmb': SOUND, 'b.jxmb': SOUND });
  const closed = path.join(folder, 'closed/a');
  chmodSync(closed, 0o000);
  t.after(() => chmodSync(closed, 0o755));
  // Root may read everything; so somebody else looks.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(folder, 0o755);
  const look = (...args: string[]) =>
    spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...LOCALES },
      ...(asRoot && { uid: 65534, gid: 65534 }),
    });
  if (look('--version').status !== 0) return t.skip('nobody but root reaches the program');
  const { status, stdout, stderr } = look('check', ...ONLY, 'closed');
  assert.deepEqual(
    { status, stdout, stderr },
    { status: 2, stdout: 'no findings in 1 file\n', stderr: 'jxmb: closed/a: permission denied\n' },
  );
});

test('NDJSON: an object for each finding, then its file, and at the end all together', () => {
  const name = folderWith('lines', { 'a.jxmb': WRONG, 'b.jxmb': SOUND });
  const ended = ndjson([name, 'no-such']);
  const none = { error: 0, warning: 0, info: 0, hint: 0 };
  const amount = (line: number, end: number) => ({
    start: { line, character: line === 1 ? 4 : 6 },
    end: { line, character: end },
  });
  assert.deepEqual(linesOf(ended), [
    {
      type: 'finding',
      file: 'lines/a.jxmb',
      rule: 'total-mismatch',
      severity: 'error',
      message: TELLING,
      range: amount(1, 10),
      unit: null,
      project: '科技金融专项',
      indicator: null,
      related: [
        { message: '财政拨款 100.00', range: amount(2, 12) },
        { message: '其他资金 20.00', range: amount(3, 11) },
      ],
      fixes: ['Set 总计 to 120.00', 'Put the difference of 10.00 into 财政专户拨款'],
    },
    { type: 'file', file: 'lines/a.jxmb', findings: { ...none, error: 1 } },
    { type: 'file', file: 'lines/b.jxmb', findings: none },
    { type: 'file', file: 'no-such', problem: { kind: 'missing', message: 'no such file or folder' } },
    { type: 'summary', files: 2, failed: 1, findings: { ...none, error: 1 } },
  ]);
  // Each finding is the one that --format json has.
  const [{ type, ...finding } = {}] = linesOf(ended);
  assert.deepEqual([finding], JSON.parse(jxmb(['check', ...ONLY, '--format', 'json', name]).stdout));
});

test('- is a list of files: what NDJSON says of files is one, and comes to the same again', () => {
  folderWith('again', { 'a/1.jxmb': WRONG, 'a/2.jxmb': SOUND, 'b.jxmb': WRONG });
  const first = ndjson(['again', 'no-such']);
  assert.deepEqual(ndjson(['-'], first.stdout), first);
  const wrong = linesOf(first).filter(({ findings }) => (findings as { error?: number } | undefined)?.error === 1);
  const list = wrong.filter(({ type }) => type === 'file').map((line) => `${JSON.stringify(line)}\n`);
  assert.deepEqual(filesOf(ndjson(['-'], list.join(''))), ['again/a/1.jxmb', 'again/b.jxmb']);
});

test('- is a list of files: paths of files and folders, a line each, between others that are named', () => {
  folderWith('list', { 'a.jxmb': SOUND, 'b/c.jxmb': SOUND, ' d.jxmb ': SOUND, '{e}.jxmb': SOUND, 'f.jxmb': SOUND });
  const list = '\ufefflist/a.jxmb\r\n\r\nlist/b\n./list/{e}.jxmb\n{"file":"list/ d.jxmb "}\nlist/no-such.jxmb';
  const files = ['list/a.jxmb', 'list/b/c.jxmb', './list/{e}.jxmb', 'list/ d.jxmb ', 'list/no-such.jxmb'];
  assert.deepEqual(filesOf(ndjson(['list/f.jxmb', '-', 'list/b'], list)), ['list/f.jxmb', ...files, 'list/b/c.jxmb']);
  assert.deepEqual(jxmb(['check', ...ONLY, '-'], undefined, ''), {
    status: 0,
    stdout: 'no findings in 0 files\n',
    stderr: '',
  });
});

test('- is a list of files: a line may bring the text; a line that is none of these is told', () => {
  folderWith('beside', { '下级.jxmb': '资金使用单位: 图书馆\n总计: 5\n' });
  const text = '合计\n总计: 6\n引用: 下级.jxmb\n';
  const list = [
    { file: 'beside/brought.jxmb', text: WRONG },
    { file: 'beside/takes-in.jxmb', text },
    { file: 'x.txt', text: '说明' },
  ].map((line) => JSON.stringify(line));
  const others = ['{"file": "a.jxmb"', '{"text": "x"}', '{"file": 1}', '{"type": "note", "file": "a.jxmb"}'];
  const ended = ndjson(['-'], [...list, ...others].join('\n'));
  const told = linesOf(ended).filter(({ type }) => type !== 'summary');
  const noEntry = (line: number) => [
    'file',
    '-',
    { kind: 'list', message: `line ${line} is no JSON object with a "file"` },
  ];
  assert.deepEqual(
    told.map(({ type, file, rule, problem }) => [type, file, rule ?? problem]),
    [
      ['finding', 'beside/brought.jxmb', 'total-mismatch'],
      ['file', 'beside/brought.jxmb', undefined],
      ['finding', 'beside/takes-in.jxmb', 'sum-mismatch'],
      ['file', 'beside/takes-in.jxmb', undefined],
      ['file', 'x.txt', { kind: 'no-table', message: 'no table was found in it' }],
      ...[4, 5, 6].map(noEntry),
    ],
  );
  assert.equal(ended.status, 2);
});

/** Units' tables, and of each folder one that takes them in and has not their sum. */
function department(name: string, folders: number, units: number): string {
  for (let i = 0; i < folders; i++) {
    const own = path.join(folder, name, String(i));
    mkdirSync(own, { recursive: true });
    const names = Array.from({ length: units }, (_, j) => `单位${j}.jxmb`);
    for (const [j, unit] of names.entries()) {
      const table = generate({ projects: 7, seed: 1 + i * units + j, slips: 1 });
      writeFileSync(path.join(own, unit), table);
    }
    const takes = names.map((unit) => `引用: ${unit}\n`).join('');
    writeFileSync(
      path.join(own, '部门.jxmb'),
      `项目支出绩效目标表\n单位: 万元\n\n合计\n总计: ${i}\n\n${takes}引用: 没有.jxmb\n`,
    );
    writeFileSync(path.join(own, '坏.jxmb'), new Uint8Array([0xff, 0x00]));
  }
  return name;
}

/** So much to check, before all else in a folder, that threads come in for the rest. */
function muchIn(name: string): void {
  const large = generate({ projects: 200 });
  folderWith(name, Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`+/${i}.jxmb`, large])));
}

test('any number of threads writes the same, byte for byte, tables that take in others too', () => {
  const name = department('threads', 4, 14);
  muchIn(name);
  // What is long done waits for what comes before it.
  folderWith(name, { '-.jxmb': generate({ projects: 400, slips: 5 }) });
  for (const format of ['text', 'json', 'ndjson']) {
    const run = (threads: number) => jxmb(['check', '--format', format, '--threads', String(threads), name]);
    const one = run(1);
    assert.deepEqual(run(3), one, format);
    assert.deepEqual([one.status, one.stderr.split('\n').length], [2, format === 'ndjson' ? 1 : 5]);
    if (format !== 'json') continue;
    const found: { file: string; rule: string }[] = JSON.parse(one.stdout);
    const inDepartments = found.filter(({ file }) => file.endsWith('部门.jxmb'));
    const sums = inDepartments.filter(({ rule }) => rule === 'include' || rule === 'sum-mismatch');
    assert.deepEqual(
      new Set(sums.map(({ file }) => file)),
      new Set(Array.from({ length: 4 }, (_, i) => `threads/${i}/部门.jxmb`)),
    );
  }
});

test('the exit code is that of the gravest finding, whichever thread finds it', () => {
  const name = 'grave';
  muchIn(name);
  for (let i = 0; i < 4; i++) folderWith(name, { [`${i}.jxmb`]: generate({ projects: 80, seed: i + 1 }) });
  const status = (...args: string[]) => jxmb(['check', '--threads=2', ...args, name]).status;
  assert.equal(status(), 0);
  folderWith(name, { '9.jxmb': WRONG });
  assert.equal(status(), 1);
  assert.equal(status('--rule=total-mismatch=warning', ...ONLY.filter((rule) => !rule.includes('total'))), 0);
  assert.equal(status('--fail-on=warning', '--rule=total-mismatch=warning', ...ONLY), 1);
});

/** Checks a list that does not end of itself; the folder's tables are put on it again and again. */
function endless(name: string, threads: number) {
  const child = spawn(process.execPath, [cli, 'check', '--format', 'ndjson', '--threads', String(threads), '-'], {
    cwd: folder,
    env: { ...process.env, ...LOCALES },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  // It may end while we write.
  child.stdin.on('error', () => undefined);
  const write = () => {
    while (child.stdin.writable && child.stdin.write(`${name}\n`));
  };
  child.stdin.on('drain', write);
  write();
  return {
    child,
    said,
    ended: once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    /** So many files are told that threads have come in. */
    told: async () => {
      while (said.out.split('"type":"file"').length < 1000) await once(child.stdout, 'data');
    },
  };
}

for (const threads of [1, 3]) {
  test(`what is found is told while the list goes on, and nothing is looked at when nobody reads on (${threads})`, async () => {
    const { child, said, ended, told } = endless(department(`endless${threads}`, 1, 12), threads);
    await told();
    child.stdout.destroy();
    assert.deepEqual(await ended, [2, null]);
    assert.equal(said.err, '');
  });
}

test('Ctrl+C ends all threads; what is written until then is whole lines, without an end', async () => {
  const { child, said, ended, told } = endless(department('interrupted', 1, 12), 3);
  await told();
  child.kill('SIGINT');
  assert.deepEqual(await ended, [null, 'SIGINT']);
  assert.equal(said.err, '');
  assert.ok(said.out.endsWith('}\n'));
  assert.ok(linesOf({ status: null, stdout: said.out, stderr: '' }).every(({ type }) => type !== 'summary'));
});

test('what cannot be written is told, and is no success', (t) => {
  if (!existsSync('/dev/full')) return t.skip('there is no disk that is always full');
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'check', ...ONLY, folderWith('full', { 'a.jxmb': SOUND })],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...LOCALES },
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    },
  );
  assert.deepEqual([status, stderr], [2, 'jxmb: what was found cannot be written: the disk is full\n']);
});

test('the number of threads is a whole number', () => {
  for (const wrong of ['0', '-1', '1.5', 'two', '257']) {
    const { status, stderr } = jxmb(['check', `--threads=${wrong}`, 'a']);
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`--threads is a whole number from 1 to 256, not ${wrong}`));
  }
});
