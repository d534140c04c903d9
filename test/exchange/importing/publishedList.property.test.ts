import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Decimal, sum } from '../../../server/src/table/decimal.ts';
import { amountText, importTable } from '../reading.ts';
import { HEADING, kinds, TITLE } from './published.ts';

describe('a table written as tab-separated text', () => {
  const amount = fc.bigInt({ min: 1n, max: 10_000_000n }).map((units) => new Decimal(units, 2));
  const piece = fc.constantFrom(
    ...[
      '建设',
      '平台',
      '培训',
      '服务对象',
      '2025年',
      '1.5万',
      'A',
      '😀',
      '𠮷',
      '(',
      ')',
      '《',
      '》',
      '"',
      '、',
      ',',
      '.',
      '-',
      '/',
      '//',
      '%',
      '≥',
    ],
    ...[
      '总计',
      '财政拨款:',
      '合计',
      '绩效指标:',
      '项目名称:',
      '单位:',
      '目标1:',
      ':',
      ';',
      '；',
      '：',
      '\\',
      '\\;',
      '=======',
      '<<<<<<<',
    ],
  );
  const words = (max: number) => fc.array(piece, { maxLength: max }).map((pieces) => pieces.join(''));
  // A name does not begin as one of the total and has no line break; a goal begins as no page of glyphs does.
  const name = words(4).map((text) => `关于${text}`);
  const goal = fc
    .array(words(5), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line, i) => (i === 0 ? `实现${line}` : line)));
  const word = fc.constantFrom('培训人次', '办理时限', '覆盖率(%)', '完成1-2项', '群众满意度', '甲\\乙');
  const value = fc.constantFrom('10人次', '≥90%', '不少于1项; 评选2家', '正常开展', '2亿元。', '1.5', 'x\\y');
  const cls = fc.constantFrom('1-产出指标; 11-数量指标', '2-效益指标; 22-社会效益', '3-满意度指标; 31-服务对象满意度');
  const indicator = fc.record({ cls, name: word, period: value, annual: value });
  const project = fc.record({
    name,
    amounts: fc.tuple(amount, fc.option(amount), fc.option(amount)),
    goal: fc.option(goal),
    indicators: fc.array(indicator, { maxLength: 4 }),
  });
  const unit = fc.record({
    name: fc.constantFrom('示范局', '区科协', '示范中心', '某某'),
    projects: fc.array(
      project.filter(({ goal, indicators }) => goal !== null || indicators.length > 0),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const table = fc.record({
    units: fc.array(unit, { minLength: 1, maxLength: 4 }),
    columns: fc.constantFrom(5, 6, 7),
    spaced: fc.boolean(),
  });

  test('is read back, whatever it holds', () => {
    fc.assert(
      fc.property(table, ({ units, columns, spaced }) => {
        const print = (decimal: Decimal) =>
          spaced ? decimal.toAmount().replace(/([,.])/g, '$1 ') : decimal.toAmount();
        const cellsOf = (name: string, amounts: readonly (Decimal | null)[], goal: string, indicators: string) => {
          const [first, ...others] = columns === 7 ? amounts : [amounts[0], null, null];
          const total = sum([first, ...others].filter((each) => each !== null && each !== undefined));
          const sources = [total, first, ...others].map((each) => (each ? print(each) : ''));
          return [name, ...sources.slice(0, columns - 3), goal, indicators];
        };
        const quote = (cell: string) => (/[\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
        const sumOf = (of: readonly { amounts: readonly (Decimal | null)[] }[]) =>
          [0, 1, 2].map((i) =>
            sum(of.map(({ amounts }) => amounts[i]).filter((each) => each !== null && each !== undefined)),
          );
        const lines = [
          cellsOf('合计', sumOf(units.flatMap((each) => each.projects)), '', ''),
          ...units.flatMap((each) => [
            cellsOf(each.name, sumOf(each.projects), '', ''),
            ...each.projects.map((own) =>
              cellsOf(
                own.name,
                own.amounts,
                quote(own.goal?.join('\n') ?? ''),
                own.indicators
                  .map(
                    (of, i) =>
                      `${i + 1}、${of.cls}; ${of.name}; 实施周期指标值:${of.period}; 年度指标值:${of.annual}。`,
                  )
                  .join(''),
              ),
            ),
          ]),
        ];
        const { rows, document } = importTable([TITLE, HEADING, ...lines]);
        const expected = units.flatMap((each) => [each, ...each.projects]);
        assert.deepEqual(
          kinds(rows),
          ['head', 'total', ...units.flatMap((each) => ['unit', ...each.projects.map(() => 'project')])],
          document,
        );
        rows.slice(1).forEach((row, i) => {
          const cells = lines[i] as string[];
          assert.equal(row.name, cells[0]);
          ['总计', '财政拨款', '财政专户拨款', '其他资金'].slice(0, columns - 3).forEach((column, at) => {
            assert.equal(amountText(row, column) ?? '', (cells[at + 1] as string).replaceAll(' ', ''));
          });
          const own = i > 0 ? expected[i - 1] : undefined;
          if (!own || !('goal' in own)) return;
          assert.equal(row.goals[0]?.text ?? '', own.goal?.filter((line) => line !== '').join('\n') ?? '');
          assert.deepEqual(
            row.indicators.map((read) => [read.number, read.name, ...read.values.map((each) => each.text)]),
            own.indicators.map((of, at) => [
              `${at + 1}`,
              of.name,
              of.period.replace(/。$/, ''),
              of.annual.replace(/。$/, ''),
            ]),
          );
          assert.ok(row.tree.parts.every((part) => part.type !== 'stray'));
        });
      }),
      { numRuns: 300 },
    );
  });
});
