/** Workbooks, as LibreOffice writes them and as others do. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { fixture } from './hostile/samples.ts';
import { read, say } from './say.ts';

test('sheets have what a person sees in their cells', async () => {
  assert.deepEqual(say(await read('list.xlsx', fixture('list.xlsx'))), [
    '[绩效目标]',
    '1: 0(6x1) 项目支出绩效目标表',
    '3: 0(1x2) 项目名称 | 1(2x1) 金额 | 3(1x2) 目标值 | 4(1x2) 完成时间 | 5(1x2) 说明',
    '4: 1 总计 | 2 财政拨款',
    '5: 0 科普活动 | 1# 12345.67 | 2# 0.3 | 3% 90% | 4 2025-01-01 | 5 第一行⏎第二行 <b>',
    '6 hidden: 0 隐藏的行 | 1# 12346.67 | 2 #DIV/0! | 3 ≥3场 | 4 2025-06 | 5 TRUE',
    '10: 0 =1+1 | 1 共2个 | 2# -0.05',
    '[旧稿 hidden]',
    '1: 0 旧数据',
  ]);
});

/** What a cell says in a sheet of its own. */
async function cell(written: string, parts: Record<string, string> = {}): Promise<string> {
  return say(await sheet(`<row r="1">${written}</row>`, '', parts))[1] ?? '';
}

async function sheet(rows: string, more = '', parts: Record<string, string> = {}) {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const sound = unzipSync(fixture('list.xlsx'));
  const own = {
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData>${more}</worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${main}/>`,
    ...parts,
  };
  const changed = Object.fromEntries(Object.entries(own).map(([name, text]) => [name, strToU8(text)]));
  return (await read('a.xlsx', zipSync({ ...sound, ...changed }))).slice(0, 1);
}

test('hidden rows and columns are told', async () => {
  const row = (number: number, hidden: string) =>
    `<row r="${number}"${hidden}><c r="A${number}"><v>1</v></c><c r="C${number}"><v>3</v></c></row>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const columns = '<cols><col min="1" max="2" width="9"/><col min="3" max="16384" hidden="1"/></cols>';
  const rows = row(1, '') + row(2, ' hidden="true"') + row(3, ' hidden="0"');
  const part = `<worksheet ${main}>${columns}<sheetData>${rows}</sheetData></worksheet>`;
  assert.deepEqual(say(await sheet('', '', { 'xl/worksheets/sheet1.xml': part })).slice(1), [
    '1: 0# 1 | 2!# 3',
    '2 hidden: 0# 1 | 2!# 3',
    '3: 0# 1 | 2!# 3',
  ]);
});

test('numbers are written out exactly', async () => {
  const numbers = {
    '58.730000000000004': '58.73',
    '0.30000000000000004': '0.3',
    '1E-3': '0.001',
    '1.2345E7': '12345000',
    '-0.1': '-0.1',
    '100.00': '100',
    '123456789012345': '123456789012345',
    '0': '0',
    '1.1000000000000001E-2': '0.011',
  };
  for (const [written, meant] of Object.entries(numbers)) {
    assert.equal(await cell(`<c r="A1"><v>${written}</v></c>`), `1: 0# ${meant}`);
  }
});

/** A workbook's styles with one format of its own. */
const styles = (code: string) => ({
  'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
});

test('a number is what its format makes of it', async () => {
  const shown: [string, string, string][] = [
    ['0.9', '0%', '% 90%'],
    ['0.9333', '0.0%', '% 93.33%'],
    ['58730', '0!.0,', '# 5.873'],
    ['58730', '#,##0.00,', '# 58.73'],
    ['58.73', '&quot;¥&quot;#,##0.00', '# 58.73'],
    ['58.73', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ ', '# 58.73'],
    ['3', '&quot;≥&quot;0&quot;场&quot;', ' ≥3场'],
    ['0.9', '&quot;≥&quot;0%', ' ≥90%'],
    ['5', 'General&quot;个&quot;', ' 5个'],
    ['45658', 'yyyy/m/d', ' 2025-01-01'],
    ['45658', '[$-804]yyyy&quot;年&quot;m&quot;月&quot;', ' 2025-01'],
    ['45658.5', 'yyyy-mm-dd hh:mm', ' 2025-01-01 12:00'],
    ['46022', 'm&quot;月&quot;d&quot;日&quot;', ' 12月31日'],
    ['46022', '[$-804]m&quot;月&quot;', ' 12月'],
    ['46022.5', 'm/d h:mm', ' 12月31日 12:00'],
    ['0.25', 'h:mm', ' 06:00'],
    ['1.5', '[h]:mm', ' 36:00'],
    ['45658', '[Red]0.00', '# 45658'],
    ['1', '# ?/?', '# 1'],
    ['1001002', '00000000', '# 01001002'],
    ['3', '&quot;第&quot;000&quot;号&quot;', ' 第003号'],
    ['-1.5', '000.00', '# -001.5'],
    ['5', '0,000', '# 5'],
  ];
  for (const [number, code, expected] of shown) {
    assert.equal(await cell(`<c r="A1" s="1"><v>${number}</v></c>`, styles(code)), `1: 0${expected}`, code);
  }
});

test('a number that is shown rounded is exact, and how it is shown is told', async () => {
  const rounded: [string, string, string | undefined][] = [
    ['33.333333333333336', '0.00', '33.33'],
    ['0.996', '#,##0.00_);(#,##0.00)', '1.00'],
    ['-2.5', '0', '-3'],
    ['1.005', '0.0#', '1.01'],
    ['12.5', '0.00', undefined],
    ['0.30000000000000004', '0.0', undefined],
    ['33.333', 'General', undefined],
    ['0.25', '# ?/?', undefined],
    ['12345', '0.0E+00', undefined],
  ];
  for (const [number, code, expected] of rounded) {
    const [grid] = await sheet(`<row r="1"><c r="A1" s="1"><v>${number}</v></c></row>`, '', styles(code));
    assert.equal(grid?.rows[0]?.cells[0]?.shown, expected, code);
  }
});

test('texts are taken whole, without the readings of their characters', async () => {
  const rich =
    '<r><t>科</t></r><r><rPr><b/></rPr><t xml:space="preserve">普 </t></r><rPh sb="0" eb="1"><t>kē</t></rPh><r><t>_x000D_&#10;周&amp;</t></r>';
  assert.equal(await cell(`<c r="C1" t="inlineStr"><is>${rich}</is></c>`), '1: 2 科普⏎周&');
  const shared = { 'xl/sharedStrings.xml': `<sst><si><t>别的</t></si><si>${rich}</si></sst>` };
  assert.equal(await cell('<c r="C1" t="s"><v>1</v></c>', shared), '1: 2 科普⏎周&');
});

test('formulas have the value they had; one that was never reckoned shows itself', async () => {
  assert.equal(await cell('<c r="A1"><f>SUM(B1:B2)</f><v>3</v></c>'), '1: 0# 3');
  assert.equal(await cell('<c r="A1" t="str"><f>A2</f><v>甲</v></c>'), '1: 0 甲');
  assert.equal(await cell('<c r="A1"><f>SUM(B1:B2)</f></c>'), '1: 0 =SUM(B1:B2)');
});

test('cells without names stand one after another, and prefixes of names do not matter', async () => {
  assert.deepEqual(
    say(await sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c><v>3</v></c></row>')).slice(1),
    ['1: 0# 1 | 1# 2', '5: 0# 3'],
  );
  const prefixed =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  assert.deepEqual(say(await sheet('', '', { 'xl/worksheets/sheet1.xml': prefixed })).slice(1), ['2: 1# 7']);
});

test('what lies under a merged cell is not seen; of areas over each other the first counts', async () => {
  const rows = [1, 2, 3]
    .map((n) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c><c r="B${n}"><v>${n}0</v></c></row>`)
    .join('');
  const merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A2:B3"/><mergeCell ref="B1:B1"/></mergeCells>';
  assert.deepEqual(say(await sheet(rows, merges)).slice(1), ['1: 0(1x2)# 1 | 1# 10', '2: 1# 20', '3: 0# 3 | 1# 30']);
});

describe('rows are what the names of their cells say', () => {
  const SHEET = "'甲,''乙''!'";

  /** Rows with names in their first cells; `names` by what they stand for. */
  async function named(texts: readonly string[], names: Readonly<Record<string, string>>): Promise<string[]> {
    const sheets = '<sheet name="甲,\'乙\'!" r:id="rId2" sheetId="1"/><sheet name="丙" r:id="rId3" sheetId="2"/>';
    const own = Object.entries(names).map(([name, places]) => `<definedName name="${name}">${places}</definedName>`);
    const workbook = `<workbook xmlns:r="r"><sheets>${sheets}</sheets><definedNames>${own.join('')}</definedNames></workbook>`;
    const rows = texts.map((text, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>${text}</v></c></row>`).join('');
    return say(await sheet(rows, '', { 'xl/workbook.xml': workbook })).slice(1);
  }

  test('those of what is gone, of other sheets and of other programs say nothing', async () => {
    const names = {
      合计行_合计: `${SHEET}!$A$1`,
      资金使用单位行_甲局: `#REF!,${SHEET}!#REF!,${SHEET}!$A$2,${SHEET}!$A$4:$C$5,丙!$A$3`,
      项目行_甲局_2: `OFFSET(${SHEET}!$A$1,2,0),${SHEET}!$A$6`,
      合计: `${SHEET}!$A$3`,
      项目行_甲_乙: `${SHEET}!$A$3`,
    };
    assert.deepEqual(await named(['合计', '甲局', '甲局', '甲局', '甲局', '甲局'], names), [
      '1 total: 0 合计',
      '2 unit: 0 甲局',
      '3: 0 甲局',
      '4 unit: 0 甲局',
      '5 unit: 0 甲局',
      '6 project: 0 甲局',
    ]);
  });

  test('marks and spaces of a row name count for nothing', async () => {
    const names = { 项目行_it运维2025: `${SHEET}!$A$1`, 项目行: `${SHEET}!$A$2` };
    assert.deepEqual(await named(['“IT”\n运维（２０２５）', '——'], names), [
      '1 project: 0 “IT”⏎运维（２０２５）',
      '2 project: 0 ——',
    ]);
  });

  test('a name of a row that is called otherwise is not believed', async () => {
    const names = { 资金使用单位行_甲局: `${SHEET}!$A$1`, 项目行_修路: `${SHEET}!$A$2`, 项目行: `${SHEET}!$A$3` };
    assert.deepEqual(await named(['修路', '修路', '甲局'], names), [
      '1 mismarked: 0 修路',
      '2 project: 0 修路',
      '3 mismarked: 0 甲局',
    ]);
  });

  test('where one is wrong, a unit and a project of one name may have changed places', async () => {
    const names = {
      资金使用单位行_甲校: `${SHEET}!$A$1`,
      项目行_甲校: `${SHEET}!$A$2`,
      项目行_修路: `${SHEET}!$A$3`,
    };
    assert.deepEqual(await named(['甲校', '甲校', '修路'], names), [
      '1 unit: 0 甲校',
      '2 project: 0 甲校',
      '3 project: 0 修路',
    ]);
    assert.deepEqual(await named(['甲校', '甲校', '挖井'], names), [
      '1 mismarked: 0 甲校',
      '2 mismarked: 0 甲校',
      '3 mismarked: 0 挖井',
    ]);
  });
});
