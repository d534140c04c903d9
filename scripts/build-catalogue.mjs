// Makes the catalogue of standard indicators and the pinyin of the profiles' words:
//   server/src/profile/guangzhou.indicators.tsv  →  guangzhou.indicators.json
//   server/src/profile/guangzhou.json, central-2021.json  →  pinyin.json
//
//   node scripts/build-catalogue.mjs           writes both files
//   node scripts/build-catalogue.mjs --check   writes nothing; exits 1 when one of them is not fresh
//
// Pinyin is one syllable for each Han character, without tones, `v` for ü; every other character of the word is left out.

import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { customPinyin, pinyin } from 'pinyin-pro';

const folder = new URL('../server/src/profile/', import.meta.url);
const profileFiles = ['guangzhou.json', 'central-2021.json'].map((name) => new URL(name, folder));
const sourceFile = new URL('guangzhou.indicators.tsv', folder);
const catalogueFile = new URL('guangzhou.indicators.json', folder);
const pinyinFile = new URL('pinyin.json', folder);

const HEADER = 'class\tname\tunit\tdirection\ttypical\tzh\ten\tformula';
const DIRECTIONS = { '': undefined, '+': 'higher', '-': 'lower' };

/** Words of the format itself, the same in every profile. */
const KEYWORDS = [
  ['部门名称', '部门', '主管部门'],
  ['单位', '金额单位'],
  ['年度', '预算年度'],
  ['版式', '引用', '合计'],
  ['资金使用单位', '单位名称', '预算单位', '填报单位', '项目单位'],
  ['项目名称'],
  ['绩效指标', '绩效指标值'],
].flat();

/** Units of money, which are the same everywhere. */
const MONEY_UNITS = ['元', '千元', '万元', '亿元'];

/** What stands before the number of a value. */
const COMPARISONS = ['不少于', '不低于', '至少', '不超过', '不高于', '不多于'];

/**
 * Words with a character of several readings that the dictionary reads wrongly, or might after an update. The server
 * reads names of people's own by the same.
 */
const READINGS = JSON.parse(readFileSync(new URL('readings.json', folder), 'utf8'));

function readSource(text) {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const entries = [];
  let headed = false;
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fail = (why) => {
      throw new Error(`${basename(sourceFile.pathname)}:${index + 1}: ${why}`);
    };
    if (!headed) {
      if (line !== HEADER) fail('the first line must name the columns');
      headed = true;
      continue;
    }
    const cells = line.split('\t');
    if (cells.length > 8) fail(`8 columns wanted, ${cells.length} found`);
    if (cells.some((cell) => cell !== cell.trim())) fail('a cell begins or ends with a space');
    const [codes = '', name = '', unit = '', direction = '', typical = '', zh = '', en = '', formula = ''] = cells;
    if (!/^\d\d( \d\d)*$/.test(codes)) fail(`no class code: ${codes}`);
    if (!(direction in DIRECTIONS)) fail(`no direction: ${direction}`);
    if (!name || !zh || !en) fail('name and both definitions are demanded');
    for (const code of codes.split(' ')) {
      entries.push({
        name,
        class: code,
        pinyin: toPinyin(name),
        unit: unit || undefined,
        direction: DIRECTIONS[direction],
        typical: typical || undefined,
        definition: { zh, en },
        formula: formula || undefined,
      });
    }
  }
  // By class; inside one class the order of the source, which is the order they are offered in.
  return entries.sort((a, b) => a.class.localeCompare(b.class));
}

function toPinyin(word) {
  return pinyin(word, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' }).join(' ');
}

function wordsOf(profile) {
  const labels = [...profile.columns, ...profile.goals, ...profile.fields, ...profile.valueLabels];
  const classes = profile.classes.flatMap((one) => [one, ...one.children]);
  const values = profile.fields.flatMap((field) => field.values ?? []);
  const words = [...labels, ...classes].flatMap((item) => [item.name, ...(item.aliases ?? [])]);
  return [...KEYWORDS, ...MONEY_UNITS, ...COMPARISONS, ...words, ...values];
}

function build() {
  customPinyin(READINGS);
  const catalogue = readSource(readFileSync(sourceFile, 'utf8'));
  const profiles = profileFiles.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  // The readings too: other words of the same characters are read by them.
  const words = Object.fromEntries(
    [...profiles.flatMap(wordsOf), ...Object.keys(READINGS)].map((word) => [word, toPinyin(word)]),
  );
  return [
    [catalogueFile, catalogue],
    [pinyinFile, words],
  ].map(([file, value]) => ({ file, text: `${JSON.stringify(value, null, 2)}\n` }));
}

function current(file) {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

const check = argv.includes('--check');
const stale = build().filter(({ file, text }) => current(file) !== text);
for (const { file, text } of stale) {
  if (check) {
    console.error(`not fresh, run node scripts/build-catalogue.mjs: ${basename(fileURLToPath(file))}`);
  } else {
    writeFileSync(file, text);
    console.log(`written: ${basename(fileURLToPath(file))}`);
  }
}
if (check && stale.length > 0) exit(1);
