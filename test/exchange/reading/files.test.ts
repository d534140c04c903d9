/** What a file is, and what people are told of one that is not read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { fixture } from './hostile/samples.ts';
import { read, refusal, say } from './say.ts';

const workbook = fixture('list.xlsx');

test('a file is what it holds, whatever it is called', async () => {
  const first = async (name: string, bytes: Uint8Array) => say(await read(name, bytes))[0];
  assert.equal(await first('a.docx', workbook), '[绩效目标]');
  assert.equal(await first('a', workbook), '[绩效目标]');
  assert.equal(await first('a.xls', fixture('form.docx')), '^ 项目支出绩效目标申报表');
  assert.equal(await first('a.csv', fixture('form.pdf')), '^ 项目支出绩效目标申报表');
  assert.equal(await first('../../etc/passwd', fixture('list.md')), '^ 项目支出绩效目标表');
});

test('files of old and other programs are to be saved in another format', async () => {
  assert.match(await refusal('a.xls', fixture('list.xls')), /旧格式.*另存为 \.xlsx/);
  assert.match(await refusal('a.xlsx', fixture('list.xls')), /旧格式.*另存为 \.xlsx/);
  assert.match(await refusal('a.doc', fixture('form.doc')), /旧格式.*另存为 \.docx/);
  assert.match(await refusal('a.ods', fixture('list.ods')), /OpenDocument/);
  assert.match(await refusal('a.xlsb', zipSync({ 'xl/workbook.bin': new Uint8Array(9) })), /xlsb/);
  assert.match(await refusal('a.zip', zipSync({ 'a.xlsx': workbook })), /先解压/);
  assert.match(await refusal('a.xml', '<?xml version="1.0"?><Workbook xmlns="x"/>'), /XML/);
  assert.match(await refusal('a.mht', 'MIME-Version: 1.0\n'), /\.mht/);
  assert.match(await refusal('a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)), /图片/);
});

test('files with a password are to be saved without', async () => {
  assert.match(await refusal('a.pdf', fixture('locked.pdf')), /密码/);
  // With a password a workbook lies in a file of the old kind, in a stream of this name.
  const ole = new Uint8Array(2048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ole.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  assert.match(await refusal('a.xlsx', ole), /密码/);
  const zip = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
  const directory = zip.findIndex((_, at) => zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1);
  zip[directory + 8] = 1;
  assert.match(await refusal('a.xlsx', zip), /密码/);
});

test('nothing, a piece and noise are no files', async () => {
  assert.match(await refusal('a.xlsx', new Uint8Array()), /空的/);
  assert.match(await refusal('a.xlsx', workbook.slice(0, 3000)), /损坏/);
  assert.match(await refusal('a.pdf', fixture('form.pdf').slice(0, 2000)), /损坏|扫描/);
  assert.match(await refusal('a.xlsx', Uint8Array.of(0, 1, 2, 3)), /损坏/);
  assert.match(await refusal('a.txt', Uint8Array.of(0, 1, 2, 3)), /认不出/);
});

test('one bit that fell over in a part of a zip file is noticed', async () => {
  const wrong = workbook.slice();
  wrong[200] = (wrong[200] as number) ^ 1;
  assert.match(await refusal('a.xlsx', wrong), /损坏/);
});

test('names of parts lead nowhere, and parts outside of the file are not looked for', async () => {
  const parts = unzipSync(workbook);
  const relations = 'xl/_rels/workbook.xml.rels';
  const text = new TextDecoder().decode(parts[relations]);
  const changed = (target: string) => ({
    ...parts,
    [relations]: strToU8(text.replace(/worksheets\/sheet1\.xml"/, target)),
  });
  const outside = zipSync({
    ...changed('http://localhost/a.xml" TargetMode="External"'),
    '../../evil.xml': strToU8('<a/>'),
  });
  assert.match(await refusal('a.xlsx', outside), /损坏/);
  const roundabout = zipSync(changed('../xl/./worksheets/../worksheets/sheet1.xml"'));
  assert.equal(say(await read('a.xlsx', roundabout))[1], '1: 0(6x1) 项目支出绩效目标表');
});

test('declarations of entities are refused', async () => {
  const parts = unzipSync(workbook);
  const strings = strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>');
  assert.match(await refusal('a.xlsx', zipSync({ ...parts, 'xl/sharedStrings.xml': strings })), /类型声明/);
});
