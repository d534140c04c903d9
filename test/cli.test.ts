import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import packageJson from '../package.json' with { type: 'json' };
import { readCommand } from '../server/src/cli/arguments.ts';
import { CannotDo } from '../server/src/cli/cannotDo.ts';
import guangzhou from '../server/src/profile/guangzhou.json' with { type: 'json' };
import { rules } from '../server/src/rules/registry.ts';
import { cli, type Ended, file, folder, jxmb, LOCALES, zh } from './commandLine.ts';

/** The rules that these tests know; their tables are seldom whole, so the others are turned off. */
const KNOWN = new Set([
  ...['amount-invalid', 'total-mismatch', 'sum-mismatch', 'sum-rounding', 'unexpected-text'],
  ...['unknown-class', 'class-name', 'class-parent', 'duplicate-indicator', 'duplicate-value', 'conflicting-value'],
]);
const ONLY = rules.filter(({ id }) => !KNOWN.has(id)).map(({ id }) => `--rule=${id}=off`);

const UNIT = '资金使用单位: 示范市科技局本级\n总计: 130.00\n\n';
const WRONG = '项目名称: 科技金融专项\n总计: 130.00\n财政拨款: 100.00\n其他资金: 20.00\n';
const DOUBT = '项目名称: 工作经费\n绩效指标:\n  3、11-数量指标; 会议次数; 年度指标值:5次; 年度指标值:5次。\n';
const NOTE = '资金使用单位: 本级\n总计: 1.01\n项目名称: 工作经费\n总计: 1.00\n';
const SOUND = '项目名称: 工作经费\n总计: 130.00\n';

test('text as a compiler prints it: place, severity, message, rule, then the other places', () => {
  const name = file(WRONG);
  assert.deepEqual(jxmb(['check', ...ONLY, name]), {
    status: 1,
    stdout: `${name}:2:5: error: 总计 is 130.00, but its sources add up to 120.00; the difference is 10.00 [total-mismatch]
  ${name}:3:7: note: 财政拨款 100.00
  ${name}:4:7: note: 其他资金 20.00
1 finding in 1 file: 1 error
`,
    stderr: '',
  });
  assert.deepEqual(jxmb(['check', ...ONLY, name], zh), {
    status: 1,
    stdout: `${name}:2:5: 错误: 总计 130.00 与资金来源之和 120.00 不符,相差 10.00 [total-mismatch]
  ${name}:3:7: 附注: 财政拨款 100.00
  ${name}:4:7: 附注: 其他资金 20.00
共检查 1 个文件,1 个问题: 错误 1
`,
    stderr: '',
  });
});

test('several files, and a count of all', () => {
  const names = [file(WRONG), file(SOUND), file(DOUBT), file(NOTE)];
  const last = (stdout: string) => stdout.trimEnd().split('\n').at(-1);
  assert.equal(last(jxmb(['check', ...ONLY, ...names]).stdout), '3 findings in 4 files: 1 error, 1 warning, 1 info');
  assert.equal(last(jxmb(['check', ...ONLY, ...names], zh).stdout), '共检查 4 个文件,3 个问题: 错误 1、疑点 1、提示 1');
  assert.deepEqual(jxmb(['check', ...ONLY, names[1] as string]), {
    status: 0,
    stdout: 'no findings in 1 file\n',
    stderr: '',
  });
  assert.equal(jxmb(['check', ...ONLY, names[1] as string], zh).stdout, '共检查 1 个文件,没有发现问题\n');
});

test('the language is that of the surroundings: LC_ALL before LC_MESSAGES before LANG; English where it is not Chinese', () => {
  const name = file(SOUND);
  const chinese = (locale: NodeJS.ProcessEnv) => /检查/.test(jxmb(['check', ...ONLY, name], locale).stdout);
  assert.ok(chinese({ LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LANG: 'en_US.UTF-8' }));
  assert.ok(chinese({ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US.UTF-8' }));
  assert.ok(chinese({ LANG: 'zh_CN.GB18030' }));
  assert.ok(!chinese({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }));
  assert.ok(!chinese({ LANG: 'fr_FR.UTF-8' }));
  assert.ok(!chinese({}));
});

test('JSON: everything about a finding, positions from 0', () => {
  const name = file(UNIT + WRONG + DOUBT);
  const { status, stdout, stderr } = jxmb(['check', ...ONLY, name, '--format', 'json']);
  assert.equal(status, 1);
  assert.equal(stderr, '');
  assert.deepEqual(JSON.parse(stdout), [
    {
      file: name,
      rule: 'total-mismatch',
      severity: 'error',
      message: '总计 is 130.00, but its sources add up to 120.00; the difference is 10.00',
      range: { start: { line: 4, character: 4 }, end: { line: 4, character: 10 } },
      unit: '示范市科技局本级',
      project: '科技金融专项',
      indicator: null,
      related: [
        { message: '财政拨款 100.00', range: { start: { line: 5, character: 6 }, end: { line: 5, character: 12 } } },
        { message: '其他资金 20.00', range: { start: { line: 6, character: 6 }, end: { line: 6, character: 11 } } },
      ],
      fixes: ['Set 总计 to 120.00', 'Put the difference of 10.00 into 财政专户拨款'],
    },
    {
      file: name,
      rule: 'duplicate-value',
      severity: 'warning',
      message: '年度指标值 is given 2 times with the same value',
      range: { start: { line: 9, character: 29 }, end: { line: 9, character: 37 } },
      unit: '示范市科技局本级',
      project: '工作经费',
      indicator: '3',
      related: [
        { message: 'given here', range: { start: { line: 9, character: 19 }, end: { line: 9, character: 27 } } },
      ],
      fixes: ['Keep one 年度指标值'],
    },
  ]);
});

test('JSON: null where there is no unit, project or number; empty lists; an empty array where nothing is found', () => {
  const table =
    '备注\n合计\n总计: -1\n\n项目名称: 甲\n绩效指标: 12-数量指标; 会议次数; 5次\n\n资金使用单位: 本级\n总计: 约1\n';
  const found: Record<string, unknown>[] = JSON.parse(jxmb(['check', ...ONLY, '--format=json', file(table)]).stdout);
  const pick = ({ rule, unit, project, indicator, related, fixes }: Record<string, unknown>) => [
    ...[rule, unit, project, indicator],
    (related as unknown[]).length,
    (fixes as unknown[]).length,
  ];
  assert.deepEqual(found.map(pick), [
    ['amount-invalid', null, null, null, 0, 0],
    ['class-name', null, '甲', null, 0, 2],
    ['amount-invalid', '本级', null, null, 0, 0],
  ]);
  assert.deepEqual(jxmb(['check', ...ONLY, '--format', 'json', file(SOUND), file('')]), {
    status: 0,
    stdout: '[]\n',
    stderr: '',
  });
});

test('the exit code: 1 where something is as grave as --fail-on', () => {
  const status = (content: string, ...args: string[]) => jxmb(['check', ...ONLY, file(content), ...args]).status;
  assert.deepEqual([status(WRONG), status(DOUBT), status(NOTE), status(SOUND)], [1, 0, 0, 0]);
  const warning = ['--fail-on', 'warning'];
  assert.deepEqual([status(WRONG, ...warning), status(DOUBT, ...warning), status(NOTE, ...warning)], [1, 1, 0]);
  const info = ['--fail-on=info'];
  assert.deepEqual(
    [status(WRONG, ...info), status(DOUBT, ...info), status(NOTE, ...info), status(SOUND, ...info)],
    [1, 1, 1, 0],
  );
  assert.equal(status(DOUBT, '--format', 'json', ...warning), 1);
});

test('CRLF and a byte order mark move nothing', () => {
  const places = (content: string | Uint8Array) =>
    JSON.parse(jxmb(['check', ...ONLY, '--format', 'json', file(content)]).stdout).map(
      ({ range }: { range: unknown }) => range,
    );
  const table = `${UNIT}${WRONG}${DOUBT}`;
  const expected = places(table);
  assert.equal(expected.length, 2);
  assert.deepEqual(places(table.replaceAll('\n', '\r\n')), expected);
  assert.deepEqual(places(`\ufeff${table}`), expected);
  assert.deepEqual(places(`\ufeff${table.replaceAll('\n', '\r\n')}`), expected);
  assert.deepEqual(places(Buffer.from(`\ufeff${table}`, 'utf16le')), expected);
});

test('characters count in UTF-16 code units', () => {
  const table = '项目名称: 甲\n绩效指标:\n  1、11-数量指标; 𠮷祥数; 年度指标值:5个; 年度指标值:5个。\n';
  assert.match(jxmb(['check', ...ONLY, file(table)]).stdout, /:3:30: warning/);
});

/** `WRONG`, but shorter, in GB18030: 项目名称: 甲 ⏎ 总计: 130.00 ⏎ 财政拨款: 120.00 ⏎, with CRLF. */
const GB18030 = Buffer.from(
  'cfeec4bfc3fbb3c63a20bcd70d0ad7dcbcc63a203133302e30300d0ab2c6d5feb2a6bfee3a203132302e30300d0a',
  'hex',
);
/** 项目名称: 𠮷祥 ⏎ 总计: 约1 ⏎, the first character of the name in four bytes. */
const GB18030_FOUR_BYTES = Buffer.from('cfeec4bfc3fbb3c63a209534b235cfe90ad7dcbcc63a20d4bc310a', 'hex');

test('severities, profile and strictness are chosen', () => {
  const name = file(WRONG);
  const severities = (...args: string[]) =>
    JSON.parse(jxmb(['check', ...ONLY, name, '--format', 'json', ...args]).stdout).map(
      ({ severity }: { severity: string }) => severity,
    );
  assert.deepEqual(severities(), ['error']);
  assert.deepEqual(severities('--rule', 'total-mismatch=hint'), ['hint']);
  assert.deepEqual(severities('--rule=total-mismatch=off'), []);
  assert.deepEqual(jxmb(['check', name, '--profile', 'nowhere'], zh).stderr.split(';')[0], 'jxmb: 没有表样 nowhere');
});

test('sums run across the tables that a table takes in; other places are told with their files', () => {
  const part = file('资金使用单位: 科协\n总计: 2.00\n项目名称: 甲\n总计: 2.00\n');
  const whole = file(`合计\n总计: 1.00\n\n引用: ${part}\n`);
  assert.equal(
    jxmb(['check', ...ONLY, whole], zh).stdout,
    `${whole}:2:5: 错误: 合计的总计 1.00 与各单位之和 2.00 不符,相差 1.00 [sum-mismatch]
  ${part}:2:5: 附注: 科协: 2.00
共检查 1 个文件,1 个问题: 错误 1
`,
  );
  const [found] = JSON.parse(jxmb(['check', ...ONLY, whole, '--format', 'json']).stdout);
  assert.equal(found.related[0].file, part);
});

test('a profile of one’s own is read from a file; what is wrong in it is told', () => {
  const own = {
    ...guangzhou,
    id: '市样',
    columns: [{ ...guangzhou.columns[0], sumOf: ['财政拨款'] }, guangzhou.columns[1]],
  };
  const profile = file(JSON.stringify(own), 'jxmb-profile.json');
  const table = file('版式: 市样\n项目名称: 甲\n总计: 2.00\n财政拨款: 1.00\n其他资金: 1.00\n');
  const rulesOf = (...args: string[]) =>
    JSON.parse(jxmb(['check', ...ONLY, table, '--format', 'json', ...args]).stdout).map(
      ({ rule }: { rule: string }) => rule,
    );
  assert.deepEqual(rulesOf(), []);
  assert.deepEqual(rulesOf('--profile', profile), ['total-mismatch', 'unexpected-text']);
  const wrong = file(JSON.stringify({ ...own, goals: [] }, null, 1), 'jxmb-profile.json');
  const { status, stderr } = jxmb(['check', table, '--profile', wrong], zh);
  assert.equal(status, 2);
  assert.match(stderr, /^jxmb: \d+\.jxmb-profile\.json:\d+:11: 至少要有 1 项\n$/);
});

test('rules are listed and explained', () => {
  const list = jxmb(['rules'], zh);
  assert.equal(list.status, 0);
  assert.equal(list.stdout.trimEnd().split('\n').length, rules.length);
  assert.match(list.stdout, /^total-mismatch +错误 +总计与资金来源之和不符$/m);
  const page = jxmb(['rules', 'total-mismatch']);
  assert.match(
    page.stdout,
    /^# The total is not the sum of its sources\n[\s\S]*```jxmb\n[\s\S]*jxmb-disable-next-line total-mismatch/,
  );
  assert.deepEqual(jxmb(['rules', 'no-such']), {
    status: 2,
    stdout: '',
    stderr: 'jxmb: there is no rule no-such; jxmb rules lists them all\n',
  });
});

test('GB18030 is read', () => {
  const name = file(GB18030);
  assert.equal(
    jxmb(['check', ...ONLY, name], zh).stdout,
    `${name}:2:5: 错误: 总计 130.00 与资金来源之和 120.00 不符,相差 10.00 [total-mismatch]
  ${name}:3:7: 附注: 财政拨款 120.00
共检查 1 个文件,1 个问题: 错误 1
`,
  );
  const [finding] = JSON.parse(jxmb(['check', ...ONLY, '--format', 'json', file(GB18030_FOUR_BYTES)]).stdout);
  assert.equal(finding.project, '𠮷祥');
});

test('what cannot be read is named, the rest is checked, and the exit code is 2', () => {
  const sound = file(SOUND);
  const wrong = file(WRONG);
  mkdirSync(path.join(folder, 'folder'));
  const binary = file(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0xff]), 'xlsx');
  const english = jxmb(['check', ...ONLY, sound, 'nowhere.jxmb', 'folder', binary, wrong]);
  assert.equal(english.status, 2);
  assert.equal(
    english.stderr,
    `jxmb: nowhere.jxmb: no such file or folder
jxmb: folder: there is no table (.jxmb) in this folder
jxmb: ${binary}: is no text (UTF-8, UTF-16 with BOM, or GB18030)
`,
  );
  assert.match(english.stdout, /total-mismatch[\s\S]*\n1 finding in 2 files: 1 error\n$/);
  const chinese = jxmb(['check', ...ONLY, 'nowhere.jxmb'], zh);
  assert.deepEqual(chinese, { status: 2, stdout: '', stderr: 'jxmb: nowhere.jxmb: 没有这个文件或文件夹\n' });
  assert.deepEqual(JSON.parse(jxmb(['check', ...ONLY, '--format', 'json', 'nowhere.jxmb']).stdout), []);
});

test('what a table holds gives a terminal no commands', () => {
  const table =
    '项目名称: \u001b[31m甲\n总计: 1\n\n资金使用单位: 本级\n总计: 3\n项目名称: 乙\u001b]0;\u0007\u202e\n总计: 1\n';
  const { stdout } = jxmb(['check', ...ONLY, file(table)]);
  assert.match(stdout, /note: 乙/);
  assert.doesNotMatch(stdout.replaceAll('\n', ''), /\p{Cc}|\u202e/u);
});

test('nor does what a file is called, or a command', () => {
  const name = '\u001b[31m\u009b1m\u0007\u202e.jxmb';
  const isHarmless = ({ stderr, stdout }: Ended) =>
    assert.doesNotMatch((stderr + stdout).replaceAll('\n', ''), /\p{Cc}|\u202e/u);
  isHarmless(jxmb(['check', ...ONLY, name]));
  isHarmless(jxmb([name]));
  isHarmless(jxmb(['check', 'a', `--${name}`]));
  isHarmless(jxmb(['check', 'a', '--format', name]));
  writeFileSync(path.join(folder, name), WRONG);
  const { stdout } = jxmb(['check', ...ONLY, name]);
  assert.match(stdout, /31m.*:2:5: error/);
  isHarmless(jxmb(['check', ...ONLY, name]));
  assert.equal(JSON.parse(jxmb(['check', ...ONLY, name, '--format', 'json']).stdout)[0].file, name);
});

test('a command that is none says so, and where to look', () => {
  assert.deepEqual(jxmb([]), { status: 2, stdout: '', stderr: 'jxmb: no command is given; see jxmb --help\n' });
  assert.deepEqual(jxmb(['check', 'a.jxmb', '--fix'], zh), {
    status: 2,
    stdout: '',
    stderr: 'jxmb: 没有选项 --fix;用法见 jxmb --help\n',
  });
});

test('the words of a command', () => {
  const refused = (...words: string[]) => {
    try {
      readCommand(words);
    } catch (error) {
      if (error instanceof CannotDo) return error.texts.en.replace('; see jxmb --help', '');
    }
    return undefined;
  };
  assert.equal(refused('lint', 'a'), 'there is no command lint');
  assert.equal(refused('check'), 'check needs a file');
  assert.equal(refused('import', '--force'), 'import needs a file');
  assert.equal(refused('check', 'a', '--fix'), 'there is no option --fix');
  assert.equal(refused('check', 'a', '--toString'), 'there is no option --toString');
  assert.equal(refused('check', 'a', '-q'), 'there is no option -q');
  assert.equal(refused('check', 'a', '-o', 'x'), 'check has no option --output');
  assert.equal(refused('import', 'a', '--format', 'json'), 'import has no option --format');
  assert.equal(refused('check', 'a', '--format'), 'option --format needs a value');
  assert.equal(refused('check', 'a', '--format='), 'option --format needs a value');
  assert.equal(refused('check', '--format', '--fail-on', 'info', 'a'), 'option --format needs a value');
  assert.equal(refused('check', 'a', '--format', 'xml'), 'option --format is one of text, json, ndjson, not xml');
  assert.equal(refused('check', 'a', '--fail-on=hint'), 'option --fail-on is one of error, warning, info, not hint');
  assert.equal(refused('import', 'a', '--force=yes'), 'option --force takes no value');
  assert.deepEqual(readCommand(['--format', 'json', 'check', 'a', '--', '-b', '--fix']), {
    name: 'check',
    files: ['a', '-b', '--fix'],
    format: 'json',
    failOn: 'error',
    strict: false,
    severities: new Map(),
  });
  assert.deepEqual(readCommand(['check', '--rule', 'class-name=off', 'a', '--strict', '--rule=class-parent=hint']), {
    name: 'check',
    files: ['a'],
    format: 'text',
    failOn: 'error',
    strict: true,
    severities: new Map([
      ['class-name', 'off'],
      ['class-parent', 'hint'],
    ]),
  });
  assert.equal(refused('check', 'a', '--rule', 'no-such=off'), 'there is no rule no-such');
  assert.match(String(refused('check', 'a', '--rule', 'class-name')), /^option --rule is written class-name=LEVEL/);
  assert.match(String(refused('check', 'a', '--rule', 'class-name=bad')), /is one of off, error, warning, info, hint$/);
  assert.equal(refused('rules', 'a', 'b'), 'rules explains one rule at a time');
  assert.equal(refused('rules', '--strict'), 'rules has no option --strict');
  assert.deepEqual(readCommand(['import', '-ob', 'a', '--report', 'json', '--force']), {
    name: 'import',
    files: ['a'],
    output: 'b',
    tables: [],
    list: false,
    report: 'json',
    force: true,
  });
  assert.equal(refused('preview'), 'preview needs a file');
  assert.equal(refused('preview', 'a', 'b'), 'preview takes one file at a time');
  assert.equal(
    refused('preview', 'a', '--view', 'tree'),
    'option --view is one of list, structured, budget, coverage, not tree',
  );
  assert.equal(refused('preview', 'a', '--paper=A5'), 'option --paper is one of A3, A4, not A5');
  assert.equal(refused('preview', 'a', '--report', 'json'), 'preview has no option --report');
  assert.deepEqual(readCommand(['preview', 'a']), {
    name: 'preview',
    file: 'a',
    force: false,
    view: 'list',
    paper: 'A3',
  });
  assert.deepEqual(readCommand(['check', 'a', '--help']), { name: 'help' });
});

test('help and version', () => {
  const help = jxmb(['--help']);
  assert.equal(help.status, 0);
  assert.match(help.stdout, /^jxmb: .*\n\nUsage:\n/);
  assert.equal(jxmb(['check', '-h']).stdout, help.stdout);
  assert.match(jxmb(['--help'], zh).stdout, /^jxmb: 检查.*\n\n用法:\n/);
  assert.deepEqual(jxmb(['--version']), { status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
});

test('a report longer than any pipe holds is whole', () => {
  const count = 5_000;
  const { stdout } = jxmb(['check', ...ONLY, '--format', 'json', file(WRONG.repeat(count))]);
  assert.equal(JSON.parse(stdout).length, count);
});

test('who reads may stop reading', async () => {
  const child = spawn(process.execPath, [cli, 'check', file(WRONG.repeat(20_000))], {
    cwd: folder,
    env: { ...process.env, ...LOCALES },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
});
