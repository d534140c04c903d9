import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitBlocks } from '../../server/src/syntax/blocks.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { DEFAULT_MONEY_UNIT } from '../../server/src/table/moneyUnit.ts';
import { readRow } from '../../server/src/table/row.ts';
import { readValue } from '../../server/src/table/value.ts';
import { vocabulary } from './outline.ts';

/** Texts on which a careless reader takes the square of their length, by how they begin, go on, and end. */
const PROJECT = '项目名称: 甲\n';
const GOAL = `${PROJECT}绩效目标: `;
const INDICATORS = `${PROJECT}绩效指标: `;
const VALUE = `${INDICATORS}1、11; 甲; 年度指标值:`;

const TEXTS: Readonly<Record<string, readonly [start: string, repeated: string, end?: string]>> = {
  letters: ['', '甲'],
  spaces: [GOAL, ' '],
  'spaces before a colon': [VALUE, ' ', ':'],
  'spaces around colons': [VALUE, '   :'],
  'spaces inside a label': ['总', ' ', '计: 1'],
  'spaces inside a value label': [`${VALUE}年度指`, ' ', '标值:'],
  'line ends': [GOAL, '\n'],
  'carriage returns': [GOAL, '\r'],
  'both line ends in turn': [GOAL, '\r\n\n\r'],
  'carriage returns, line ends far away': [GOAL, '甲\r'],
  colons: [VALUE, ':'],
  'words before colons': [VALUE, '指标值 '],
  'value labels': [VALUE, '年度指标值:1;'],
  'misspelt value labels': [VALUE, '车度指标值:1;'],
  'a long word before colons': [VALUE, '度指标值指标值指', ':'],
  dashes: [VALUE, '-'],
  digits: [VALUE, '1', '-'],
  'digits and dashes': [VALUE, '1-'],
  'digits, spaces and dashes': [VALUE, '1 - '],
  'numbers in running text': [VALUE, '1、1-'],
  'numbers with brackets': [VALUE, '((1))1-'],
  'numbers and codes': [VALUE, '12、12-数'],
  'indicators in running text': [VALUE, '1、1-产出指标;'],
  'class names that are nearly right': [VALUE, '1、11-数量指杯;'],
  backslashes: [VALUE, '\\'],
  'backslashes and dashes': [VALUE, '\\1-'],
  'backslashes before a colon': [VALUE, '\\甲', ':'],
  'escaped words before colons': [VALUE, '\\指标值:'],
  separators: [VALUE, ';'],
  'separators at the end': [VALUE, ' 。;'],
  'enumeration marks': [`${INDICATORS}1、11; 甲`, '、'],
  'brackets at a line start': [INDICATORS, '\n(((1'],
  leads: ['', '其中:'],
  'leads on lines': [PROJECT, '其中:\n'],
  'leads with spaces': ['其', ' ', '中: 总计: 1'],
  markers: [GOAL, '\n======='],
  'markers in indicators': [VALUE, '\n<<<<<<< '],
  'long marker-like lines': [PROJECT, '<'],
  comments: [VALUE, '\n//'],
  'comments between values': [VALUE, '1\n//\n年度指标值:'],
  'comments within a goal': [GOAL, '\n//\n甲'],
  'comments between numbers': [INDICATORS, '\n1、甲\n// 乙'],
  'labels on lines': [PROJECT, '总计: 1\n'],
  'headers on lines': ['', '单位: 万元\n'],
  'blocks on lines': ['', '合计\n'],
  'soft starts on lines': ['', '引用: 甲\n'],
  'soft starts in a goal': [GOAL, '\n引用: 甲'],
  'titles on lines': ['', '甲\n'],
  'years on lines': ['', '2025年\n'],
  headings: [INDICATORS, '\n(一)产出指标'],
  'short lines in an indicator': [VALUE, '\n甲'],
  'classes on lines': [INDICATORS, '\n1-产出指标;'],
  'class names on lines': [INDICATORS, '\n数量指标'],
  'codes on lines': [INDICATORS, '\n11'],
  'numbers on lines': [INDICATORS, '\n1、'],
  'points and digits': [INDICATORS, '\n1.1'],
  'amount characters': ['总计: ', '1,'],
  'amount digits': ['总计: ', '1'],
  'points in an amount': ['总计: ', '.'],
  'digits of an amount before letters': ['总计: ', '1', 'x1'],
  'commas of an amount before letters': ['总计: 1', ',', 'x1'],
  'zeros behind the point of an amount': ['总计: 1.', '0'],
  'an amount in a goal': [`${GOAL}\n总计: `, '1.', 'x'],
  'a money unit': [`${GOAL}\n总计: 1`, '万'],
  'an organisation': ['单位: ', '某'],
  'digits of a value': [VALUE, '1'],
  'groups of three in a value': [VALUE, '1,234'],
  'numbers in a value': [VALUE, '1 个,'],
  'brackets in a value': [VALUE, '(1'],
  'words that compare in a value': [VALUE, '不少于'],
  'a long unit': [`${VALUE}1`, '个'],
  'a long unit for one of': [`${VALUE}1/`, '个'],
  'years in a value': [VALUE, '2025年'],
  'halves of surrogates': [VALUE, '\ud83d\n'],
};

function milliseconds(text: string): number {
  const start = performance.now();
  for (const block of splitBlocks(text, vocabulary)) {
    const tree = parseBlock(block.kind, block.text, vocabulary);
    const row = readRow(block.text, tree, vocabulary, DEFAULT_MONEY_UNIT);
    for (const indicator of row.indicators) for (const value of indicator.values) readValue(value.text);
  }
  return performance.now() - start;
}

const SMALL = 25_000;
const TIMES = 8;
/** Eight times the text takes eight times as long, or 64 times where it goes with the square. */
const MOST = 30;
/** What is as quick as this has nothing to prove. */
const QUICK = 200;
const HOPELESS = 4000;

for (const [name, [start, repeated, end = '']] of Object.entries(TEXTS)) {
  test(`reading takes time in proportion to the text: ${name}`, () => {
    const textOf = (length: number) => start + repeated.repeat(length / repeated.length) + end;
    const small = textOf(SMALL);
    const large = textOf(SMALL * TIMES);
    let least = Number.POSITIVE_INFINITY;
    let leastSmall = Number.POSITIVE_INFINITY;
    // Other work on the machine only ever makes it slower: the best of some tries counts.
    for (let i = 0; i < 12; i++) {
      leastSmall = Math.min(leastSmall, milliseconds(small));
      least = Math.min(least, milliseconds(large));
      if (least > HOPELESS) break;
      if (least < QUICK || (i > 1 && least < leastSmall * MOST)) return;
    }
    assert.fail(
      `${leastSmall.toFixed(1)} ms for ${small.length} characters, ${least.toFixed(1)} ms for ${large.length}`,
    );
  });
}
