import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contentOf, file, folder, jxmb, zh } from './commandLine.ts';

const SOUND = '项目名称: 工作经费\n总计: 130.00\n';
/** `WRONG`, but shorter, in GB18030: 项目名称: 甲 ⏎ 总计: 130.00 ⏎ 财政拨款: 120.00 ⏎, with CRLF. */
const _GB18030 = Buffer.from(
  'cfeec4bfc3fbb3c63a20bcd70d0ad7dcbcc63a203133302e30300d0ab2c6d5feb2a6bfee3a203132302e30300d0a',
  'hex',
);
const LOOSE = '\ufeff项目名称：工作经费\r\n总计:1234.5\r\n';
const LAID_OUT = '\ufeff项目名称: 工作经费\r\n总计: 1,234.50\r\n';

test('format writes the files back that change, and names them; the second time there are none', () => {
  const [loose, sound] = [file(LOOSE), file(SOUND)];
  assert.deepEqual(jxmb(['format', loose, sound]), { status: 0, stdout: `${loose}\n`, stderr: '' });
  assert.equal(contentOf(loose), LAID_OUT);
  assert.deepEqual(jxmb(['format', loose, sound]), { status: 0, stdout: '', stderr: '' });
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
});

test('format --check writes nothing and exits with 1 where something would change', () => {
  const [loose, sound] = [file(LOOSE), file(SOUND)];
  assert.deepEqual(jxmb(['format', '--check', sound, loose]), { status: 1, stdout: `${loose}\n`, stderr: '' });
  assert.equal(contentOf(loose), LOOSE);
  assert.equal(jxmb(['format', '--check', sound]).status, 0);
});

test('format in the style that is asked for, by the profile that is asked for', () => {
  const name = file('项目名称: 甲\n当年财政拨款: 5\n绩效指标:\n  1、数量指标; 场次; 5场\n');
  const asked = ['--punctuation=full', '--align-amounts', '--profile', 'central-2021'];
  assert.equal(jxmb(['format', ...asked, name]).status, 0);
  assert.equal(
    contentOf(name),
    '项目名称：甲\n当年财政拨款：5.00\n绩效指标：\n  1、1-产出指标；11-数量指标；场次；年度指标值：5场。\n',
  );
  assert.match(jxmb(['format', '--punctuation=wide', name]).stderr, /--punctuation is one of half, full, not wide/);
  assert.match(jxmb(['format', '--strict', name], zh).stderr, /format 没有选项 --strict/);
});

test('format keeps a file in its encoding, with its rights, and where its name leads', () => {
  const name = file(Buffer.from(LOOSE, 'utf16le'));
  chmodSync(path.join(folder, name), 0o600);
  symlinkSync(name, path.join(folder, 'other-name.jxmb'));
  assert.equal(jxmb(['format', 'other-name.jxmb']).status, 0);
  assert.equal(contentOf(name, 'utf16le'), LAID_OUT);
  assert.equal(statSync(path.join(folder, name)).mode & 0o777, 0o600);
});

test('format leaves alone what it could not write as it was, what is no table, and what is not there', () => {
  const gb = file(Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x3a, 0xbc, 0xd7]));
  const text = file('# 说明\n\n\n文字\n', 'md');
  const loose = file(LOOSE);
  const before = contentOf(gb, 'latin1');
  const { status, stdout, stderr } = jxmb(['format', gb, text, 'nowhere.jxmb', loose], zh);
  assert.equal(status, 2);
  assert.equal(stdout, `${loose}\n`);
  assert.equal(
    stderr,
    `jxmb: ${gb}: 是 GB18030 编码,请先另存为 UTF-8\njxmb: ${text}: 没有找到表格\njxmb: nowhere.jxmb: 没有这个文件或文件夹\n`,
  );
  assert.equal(contentOf(gb, 'latin1'), before);
  assert.equal(contentOf(text), '# 说明\n\n\n文字\n');
});
