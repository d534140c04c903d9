/** PDF files with text, as LibreOffice prints them and as others write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture } from './hostile/samples.ts';
import { read, refusal, say } from './say.ts';

test('a form: cells lie between the lines that are drawn', async () => {
  assert.deepEqual(say(await read('form.pdf', fixture('form.pdf'))), [
    '^ 项目支出绩效目标申报表',
    '^ 单位:万元',
    '1: 0 项目名称 | 1(5x1) 科普活动',
    '2: 0 总体目标 | 1(5x1) 1、举办讲座。⏎2、编印资料,⏎发到社区。',
    '3: 0(1x3) 产出指标 | 1(2x2) 数量指标 | 3 讲座场次 | 4(2x1) ≥3场',
    '4: 3 资料册数 | 4(2x1) ≥500册',
    '5: 1(2x1) 质量指标',
    '6: 0(1x4) 附表 | 1(5x4) 见下:',
    '7: 2(3x1) 来源 | 5 金额',
    '8: 2(3x1) 财政拨款 | 5 58.73',
    '^ (一)按要求填报。',
    '^ (二)不得空缺。',
    '1: 0 名称 | 1 值',
    '_ 注:金额保留两位小数。',
  ]);
});

test('a table over several pages is one; its head stands once, and lines that only were full go on', async () => {
  const lines = say(await read('pages.pdf', fixture('pages.pdf')));
  assert.deepEqual(lines.slice(0, 3), [
    '^ 项目支出绩效目标表',
    '1: 0 项目名称 | 1 总计 | 2 绩效目标 | 3 绩效指标',
    '2: 0 项目1 | 1 1,000.50 | 2 1、举办第1期讲座,面向社区居民普及科学知识。2、编印资料并按时发放到各个社区,做好记录。 | 3 资料册数⏎≥1场',
  ]);
  assert.equal(lines.length, 33);
  assert.equal(lines[31], '31: 0 项目30 | 1 30,000.50 | 2 完成第30项工作 | 3 培训人次⏎≥30场');
  assert.equal(lines[32], '_ 注:以上为初稿。');
});

/** A PDF of one page with what it draws, in a font of Chinese that it does not hold. */
function pdf(drawn: string): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${drawn.length}>> stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  ];
  const numbered = objects.map((object, i) => `${i + 1} 0 obj ${object} endobj\n`).join('');
  return `%PDF-1.4\n${numbered}trailer <</Root 1 0 R>>\n%%EOF\n`;
}

/** 项目, 总计, 名称 and 科普 in GBK. */
const HAN = { 项目: 'CFEEC4BF', 总计: 'D7DCBCC6', 名称: 'C3FBB3C6', 科普: 'BFC6C6D5' };
const show = (word: keyof typeof HAN, x: number, y: number) => `BT /F 10 Tf ${x} ${y} Td <${HAN[word]}> Tj ET `;

test('without lines, what stands in columns is a table; fonts of Chinese need not be in the file', async () => {
  const drawn =
    show('名称', 150, 350) +
    show('项目', 20, 300) +
    show('总计', 200, 300) +
    show('科普', 22, 280) +
    show('名称', 205, 280);
  assert.deepEqual(say(await read('a.pdf', pdf(drawn))), ['^ 名称', '1: 0 项目 | 1 总计', '2: 0 科普 | 1 名称']);
});

test('thin areas are lines, and a turned page is read upright', async () => {
  const lines =
    [0, 50, 100].map((x) => `${x + 10} 200 0.5 100 re f `).join('') +
    [0, 50, 100].map((y) => `10 ${y + 200} 100 0.5 re f `).join('');
  const cells = show('项目', 20, 270) + show('总计', 70, 270) + show('科普', 20, 220) + show('名称', 70, 220);
  const expected = ['1: 0 项目 | 1 总计', '2: 0 科普 | 1 名称'];
  assert.deepEqual(say(await read('a.pdf', pdf(lines + cells))), expected);
  const turned = `q 0 1 -1 0 400 0 cm ${lines}${cells} Q`;
  assert.deepEqual(say(await read('a.pdf', pdf(turned).replace('/MediaBox', '/Rotate 90/MediaBox'))), expected);
});

test('a scan has no text to read', async () => {
  assert.match(await refusal('a.pdf', pdf('10 10 100 100 re f')), /扫描件.*文字识别/);
});
