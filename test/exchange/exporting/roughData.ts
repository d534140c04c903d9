import fc from 'fast-check';
import type { CommentData, RowData, TableData } from '../../../server/src/exchange/tableJson/tableData.ts';
import { profile } from '../../tables.ts';
import { amount, goal, numbered, target } from './generatedData.ts';

/** Tables as they are while somebody works on them: sums that are off, rows half filled in, names that are words of tables. */

const rowName = fc.constantFrom(
  ...['某集团', '乙', '示范区科学馆', '注册会计师协会', '设备购置', '培训费', '示范区科技局', '项目支出绩效目标表'],
  ...['总计', '合计', '小计', '部门合计', '单位', '备注', '项目', '资金使用单位', '项目名称', '绩效目标', '※', '=1+1'],
);
const amounts = fc.oneof(
  fc.constant(undefined),
  amount.map((text) => ({ 总计: text })),
  fc.tuple(amount, amount).map(([total, source]) => ({ 总计: total, 财政拨款: source })),
);
const comment = fc.constantFrom(
  '待核实',
  '=1+1',
  'jxmb-disable-next-line sum-mismatch: 年中调整',
  'region 科协',
  '//',
  '',
);

/** A comment before one of the lines that a row has, or behind them all. */
function commentsOn(places: readonly Omit<CommentData, 'text'>[]): fc.Arbitrary<CommentData[]> {
  const one = fc.tuple(comment, fc.constantFrom({}, ...places)).map(([text, place]) => ({ text, ...place }));
  return fc.array(one, { maxLength: 3 });
}

function withComments(row: RowData): fc.Arbitrary<RowData> {
  const goals = Object.entries(row.goals ?? {}).flatMap(([before, text]) =>
    [text].flat().flatMap((own) => own.split('\n').map((_, index) => ({ before, index }))),
  );
  const indicators = (row.indicators ?? []).map((_, index) => ({ before: '绩效指标', index }));
  const labels = Object.keys({ ...row.amounts, ...row.fields }).map((before) => ({ before }));
  return commentsOn([...labels, ...goals.map(firstAtLabel), ...indicators.map(firstAtLabel)]).map((comments) => ({
    ...row,
    ...(comments.length > 0 && { comments }),
  }));
}

function firstAtLabel({ before, index }: { before: string; index: number }): Omit<CommentData, 'text'> {
  return index === 0 ? { before } : { before, index };
}

const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const total = amounts.map((own): RowData => ({ kind: 'total', name: '合计', ...(own && { amounts: own }) }));
const unit = fc.record({ name: rowName, amounts }).map(({ name, amounts: own }): RowData => {
  return { kind: 'unit', name, ...(own && { amounts: own }) };
});
const project = fc
  .record({
    name: rowName,
    amounts,
    code: optional(fc.constantFrom('440113-0001', '1')),
    goal: optional(fc.oneof(goal, fc.constantFrom('好', '无'))),
    indicators: fc.array(target, { maxLength: 3 }),
  })
  .map(({ name, amounts: own, code, goal: text, indicators }): RowData => {
    return {
      kind: 'project',
      name,
      ...(own && { amounts: own }),
      ...(code && { fields: { 项目编码: code } }),
      ...(text && { goals: { 绩效目标: text } }),
      ...(indicators.length > 0 && { indicators: numbered(indicators) }),
    };
  });
const nameless = fc
  .tuple(fc.constantFrom('unit' as const, 'project' as const), amount)
  .map(([kind, text]): RowData => ({ kind, name: '', amounts: { 总计: text } }));

const row = fc.oneof(
  { weight: 4, arbitrary: project },
  { weight: 2, arbitrary: unit },
  { weight: 1, arbitrary: nameless },
);

/** Tables of any rows in any order, 合计 first if there is one, with comments anywhere. */
export const roughTable: fc.Arbitrary<TableData> = fc
  .tuple(optional(total), fc.array(row, { minLength: 1, maxLength: 8 }))
  .chain(([sum, rows]) =>
    fc.tuple(
      commentsOn([{ before: '标题' }, { before: '部门名称' }, { before: '单位' }]),
      fc.tuple(...[...(sum ? [sum] : []), ...rows].map(withComments)),
    ),
  )
  .map(([comments, rows]): TableData => {
    return {
      format: 'jxmb-table',
      version: 1,
      profile: profile.id,
      title: '项目支出绩效目标表',
      department: '示范区科技局',
      moneyUnit: '万元',
      ...(comments.length > 0 && { comments }),
      rows,
    };
  });
