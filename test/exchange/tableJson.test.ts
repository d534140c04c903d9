/** Tables as JSON: what is written is as the published schema has it, and what is not is told where it stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { tableData } from '../../server/src/exchange/exporting/tableData.ts';
import { readTableJson } from '../../server/src/exchange/tableJson/readTableJson.ts';
import schema from '../../server/src/exchange/tableJson/table.schema.json' with { type: 'json' };
import { openTable, profile, settings } from '../tables.ts';
import { text as anyText } from '../workspace/generated.ts';

const isTable = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

test('whatever a table says, its JSON is as the schema has it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.ok(isTable(tableData(openTable(text))), JSON.stringify(isTable.errors));
    }),
  );
});

describe('what cannot be read', () => {
  const read = (text: string) => {
    const result = readTableJson(text, settings.profiles, profile);
    assert.ok('problems' in result);
    return result.problems.map(({ at, message }) => `${at.line + 1}:${at.character + 1} ${message.zh} / ${message.en}`);
  };
  const table = (rows: string, profileId = 'guangzhou') =>
    `{"format": "jxmb-table", "version": 1, "profile": "${profileId}",\n"rows": [${rows}]}`;

  test('no JSON', () => {
    assert.deepEqual(read('{"format": oops}'), ['1:12 从这里起不合 JSON 的写法 / From here on it is no JSON']);
  });

  test('JSON of something else', () => {
    assert.deepEqual(read('[1, 2]'), [
      '1:1 不是导出的绩效目标表: "format" 应是 "jxmb-table" / This is no exported table: "format" is to be "jxmb-table"',
    ]);
  });

  test('a later version', () => {
    const [problem] = read('{"format": "jxmb-table", "version": 2, "profile": "guangzhou", "rows": []}');
    assert.match(problem as string, /^1:37 只能是 1 之一/);
  });

  test('a row that is not as it should be', () => {
    assert.deepEqual(read(table('{"kind": "project", "name": 5}')), ['2:38 这里应是字符串 / This is to be a string']);
    assert.match(read(table('{"kind": "row", "name": ""}'))[0] as string, /^2:19 只能是 total、unit/);
    assert.match(read(table('{"kind": "project", "name": "甲\\n总计: 5"}'))[0] as string, /^2:38 写法不对。.*不能换行/);
    assert.deepEqual(read(table('{"kind": "project", "name": "甲", "amounts": {"总计": 5}}')), [
      '2:61 这里应是字符串或数组 [ ] / This is to be a string or an array [ ]',
    ]);
  });

  test('words that the profile does not have', () => {
    assert.match(
      read(table('{"kind": "project", "name": "甲", "amounts": {"小计": "5.00"}}'))[0] as string,
      /^2:55 表样里没有"小计"，只有: 总计、/,
    );
    assert.match(
      read(table('', 'nowhere'))[0] as string,
      /^1:51 没有名为"nowhere"的表样，现有: guangzhou、central-2021/,
    );
  });
});

test('no text of a file becomes anything but that text', () => {
  const json = JSON.stringify({
    format: 'jxmb-table',
    version: 1,
    profile: 'guangzhou',
    title: '合计',
    rows: [
      {
        kind: 'project',
        name: '// 项目',
        goals: { 绩效目标: '项目名称: 乙\n引用: ../别的.jxmb\n总计: 5.00' },
        indicators: [{ name: '甲; 年度指标值:5。2、1-产出指标' }],
      },
    ],
  });
  const result = readTableJson(json, settings.profiles, profile);
  assert.ok('document' in result);
  const table = openTable(result.document);
  const { title, rows } = tableData(table);
  assert.equal(title, '合计');
  assert.equal(rows.length, 1);
  assert.deepEqual(rows[0]?.goals, { 绩效目标: '项目名称: 乙\n引用: ../别的.jxmb\n总计: 5.00' });
  assert.deepEqual(rows[0]?.indicators, [{ name: '甲; 年度指标值:5。2、1-产出指标' }]);
});
