/** Documents of Word, as LibreOffice writes them and as Word does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { fixture } from './hostile/samples.ts';
import { read, say } from './say.ts';

test('a form with merged cells, lists, a table in a table, and text around', async () => {
  assert.deepEqual(say(await read('form.docx', fixture('form.docx'))), [
    '^ 项目支出绩效目标申报表',
    '^ 单位:万元',
    '1: 0 项目名称 | 1(3x1) 科普活动',
    '2: 0 总体目标 | 1(3x1) 1、举办讲座。⏎2、编印资料,⏎发到社区。',
    '3: 0(1x3) 产出指标 | 1(1x2) 数量指标 | 2 讲座场次 | 3 ≥3场',
    '4: 2 资料册数 | 3 ≥500册',
    '5: 1 质量指标',
    '6: 0 附表 | 1(3x1) 见下:',
    '1: 0 来源 | 1 金额',
    '2: 0 财政拨款 | 1 58.73',
    '^ (一)按要求填报。',
    '^ (二)不得空缺。',
    '1: 0 名称 | 1 值',
    '_ 注:金额保留两位小数。',
  ]);
});

async function document(body: string, parts: Record<string, string> = {}): Promise<string[]> {
  const relation = (type: string) => `<Relationship Id="${type}" Type="x/${type}" Target="${type}.xml"/>`;
  const written: Record<string, string> = {
    'word/document.xml': `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${relation('numbering')}${relation('styles')}</Relationships>`,
    ...parts,
  };
  const zip = zipSync(Object.fromEntries(Object.entries(written).map(([name, text]) => [name, strToU8(text)])));
  return say(await read('a.docx', zip));
}

const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

test('cells are merged both ways, and what lies under them is not seen', async () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const rows = [
    tc(p('甲'), restart) + tc(p('乙'), `<w:gridSpan w:val="2"/>${restart}`) + tc(p('丙')),
    tc(p(''), '<w:vMerge/>') + tc(p(''), '<w:gridSpan w:val="2"/><w:vMerge w:val="continue"/>') + tc(p('丁')),
    tc(p('戊'), restart) + tc(p('己'), '<w:hMerge w:val="restart"/>') + tc(p(''), '<w:hMerge/>') + tc(p('庚')),
  ];
  const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc(p('辛'))}</w:tr></w:tbl>`;
  assert.deepEqual(await document(table), [
    '1: 0(1x2) 甲 | 1(2x2) 乙 | 3 丙',
    '2: 3 丁',
    '3: 0 戊 | 1(2x1) 己 | 3 庚',
    '4: 2 辛',
  ]);
});

test('text that was taken out is not read; text that was put in, boxes and signs are', async () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${p('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
  const body = [
    `<w:p><w:del><w:r><w:delText>旧</w:delText><w:br/></w:r></w:del><w:ins>${run('<w:t>新</w:t>')}</w:ins>`,
    `${run('<w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:br/><w:t xml:space="preserve"> b</w:t>')}`,
    `${run('<w:sym w:font="Wingdings" w:char="F0FE"/>')}${run('<w:instrText>PAGE</w:instrText>')}</w:p>`,
    `<w:p>${run(`<w:t>前</w:t>${box}`)}</w:p>`,
    `<w:p><w:r><w:ruby><w:rt>${run('<w:t>kē</w:t>')}</w:rt><w:rubyBase>${run('<w:t>科</w:t>')}</w:rubyBase></w:ruby></w:r></w:p>`,
  ].join('');
  assert.deepEqual(await document(body), ['^ 新 a-', '^  b☑', '^ 框', '^ 前', '^ 科']);
});

test('paragraphs have the numbers that Word shows', async () => {
  const level = (number: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'decimalEnclosedCircleChinese', '%1')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
  const styles =
    '<w:styles xmlns:w="w"><w:style w:styleId="item"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>';
  const item = (list: number, at: number, text: string) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const body = [
    item(1, 0, '甲'),
    item(1, 1, '子'),
    item(1, 1, '丑'),
    item(1, 0, '乙'),
    item(1, 1, '寅'),
    p('丙', '<w:pStyle w:val="item"/>'),
    item(3, 0, '丁'),
    item(0, 0, '戊'),
  ];
  assert.deepEqual(await document(body.join(''), { 'word/numbering.xml': numbering, 'word/styles.xml': styles }), [
    '^ 一、甲',
    '^ 1. 子',
    '^ 2. 丑',
    '^ 二、乙',
    '^ 1. 寅',
    '^ ①丙',
    '^ 一、丁',
    '^ 戊',
  ]);
});

test('a table that only arranges others is not in their way', async () => {
  const inner = `<w:tbl><w:tr>${tc(p('甲'))}${tc(p('乙'))}</w:tr></w:tbl>`;
  assert.deepEqual(
    await document(`<w:tbl><w:tr>${tc(p('标题'))}</w:tr><w:tr>${tc(inner + p(''))}</w:tr></w:tbl>${p('注')}`),
    ['^ 标题', '1: 0 甲 | 1 乙', '_ 注'],
  );
});

test('rows are what the styles in them say, whatever their ids are', async () => {
  const styles = [
    ['a1', '资金使用单位行'],
    ['合计行', 'Normal'],
  ].map(([id, name]) => `<w:style w:styleId="${id}"><w:name w:val="${name}"/></w:style>`);
  const row = (style: string) => `<w:tr>${tc(p('甲', `<w:pStyle w:val="${style}"/>`))}${tc(p('乙'))}</w:tr>`;
  assert.deepEqual(
    await document(`<w:tbl>${row('a1')}${row('合计行')}</w:tbl>`, {
      'word/styles.xml': `<w:styles xmlns:w="w">${styles.join('')}</w:styles>`,
    }),
    ['1 unit: 0 甲 | 1 乙', '2: 0 甲 | 1 乙'],
  );
});
