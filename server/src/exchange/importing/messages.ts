import type { Bilingual } from '../../profile/profile.ts';
import { linesOf } from '../../syntax/escape.ts';
import type { Place } from './report.ts';

/** What people are told about an item of the report. */
export const MESSAGES = {
  amountSpaces: { zh: '金额中的空格已去掉', en: 'spaces inside the amount taken out' },
  amountConverted: { zh: '金额已换算成本表的金额单位', en: "amount converted into the document's money unit" },
  noName: { zh: '没有找到项目名称，请补上', en: 'no name of the project found, please add it' },
  entryName: { zh: '指标名称中的换行或序号已去掉', en: "line breaks or number inside the indicator's name taken out" },
  className: { zh: '按表样的指标类别写入', en: "written as the profile's class" },
  onlyLevel1: { zh: '此栏只说了一级指标，二级指标请补上', en: 'the column names level 1 only: please add level 2' },
  howMany: {
    zh: '看不出是几条指标，整格或整行作一条写入，请核对',
    en: 'nobody can tell how many indicators these are: written as one, please check',
  },
  parted: { zh: '按所在栏的类别写成一条一行', en: "written one indicator a line, in the column's class" },
  onlyClass: { zh: '一级指标下只有这一类，按此类写入', en: 'the only class of this level, written as that' },
  unknownClass: { zh: '不认识的指标类别，已作注释保留', en: 'unknown class, kept as a comment' },
  unreadable: { zh: '写不成一条指标，已作注释保留', en: 'cannot be written as an indicator, kept as a comment' },
  valuePart: { zh: '已并入指标值', en: 'made part of the value' },
  signLeft: {
    zh: '比较符号没有并入指标值，已作注释保留，请核对',
    en: 'a sign that compares, not made part of the value but kept as a comment: please check',
  },
  value: { zh: '指标值已改写成一行', en: 'value written on one line' },
  blankClass: { zh: '该类没有填指标，未写入', en: 'a class without indicator, left out' },
  heading: { zh: '表头和栏目名，已据此读取', en: 'words of the heading, by which the cells were read' },
  ordinal: { zh: '序号，未写入', en: 'ordinals of rows, left out' },
  goalSpan: { zh: '表样没有这一种目标，写入此项', en: 'the profile has no goal of this kind: written as this one' },
  periodTotal: { zh: '没有年度资金，按此项写入', en: 'no money of the year is given: written as that' },
  amountUnit: { zh: '已补上金额单位', en: 'money unit added' },
  ofPeriod: { zh: '属整个实施期的资金，已作注释保留', en: 'money of the whole period, kept as a comment' },
  ownLevel: {
    zh: '只是本级的预算，别处还有资金而没有写总额，已作注释保留，请补上总额',
    en: 'the budget of one level only; others give money too and no total is stated: kept as a comment, please add the total',
  },
  ownLevelOnly: {
    zh: '没有其他资金，本级预算按此项写入',
    en: 'no other money is given: the budget of this level is written as that',
  },
  belowTable: { zh: '表后的文字，已作注释保留', en: 'text below the table, kept as a comment' },
  noTable: { zh: '不是绩效目标表，已作注释保留', en: 'no performance-target table, kept as a comment' },
  noMoneyUnit: { zh: '没有写金额单位，按万元读取，请核对', en: 'no money unit is stated: read as 万元, please check' },
  otherMoneyUnit: {
    zh: '本表的金额单位与前面的表不同，金额已换算',
    en: 'its money unit differs from that of the tables before: amounts converted',
  },
  year: { zh: '年度的括号已去掉', en: 'brackets about the year taken out' },
  errorValue: { zh: '原表此格是公式错误，请核对', en: 'the cell is an error of a formula, please check' },
  noResult: {
    zh: '原表此格的公式没有结果，照公式写入，请核对',
    en: 'the formula in the cell has no result: written as the formula, please check',
  },
  nameLabel: { zh: '名称前的“项目名称”已去掉', en: '项目名称 before the name taken out' },
  nameSpaces: { zh: '名称中换行造成的空格已去掉', en: 'spaces of line breaks inside the name taken out' },
  goalSpaces: { zh: '换行造成的空格已去掉', en: 'spaces of line breaks taken out' },
  indicatorSpaces: {
    zh: '指标名称中换行造成的空格已去掉',
    en: "spaces of line breaks inside an indicator's name taken out",
  },
  lineBreaks: { zh: '单元格内的换行已改为空格', en: 'line breaks inside the cell became spaces' },
  strayGlyph: { zh: '空格中的零星字符，已作注释保留', en: 'a stray character in an empty cell, kept as a comment' },
  strayAmount: {
    zh: '不计此数总计正好等于其余各项，按零星字符作注释保留',
    en: 'without it the total equals its sources: taken for a stray character and kept as a comment',
  },
  cutHead: { zh: '开头似从中间断起，原样保留，请核对', en: 'seems to start in the middle, please check' },
  cutTail: { zh: '结尾似在中间断开，原样保留，请核对', en: 'seems to stop in the middle, please check' },
  aboveTable: { zh: '表前的文字，已作注释保留', en: 'text above the table, kept as a comment' },
  otherHeader: { zh: '与前面同名的一项不同，已作注释保留', en: 'differs from what was said before, kept as a comment' },
  saidAgain: { zh: '与前面相同，未重复写入', en: 'says again what was said before' },
  subtotal: { zh: '小计，已作注释保留', en: 'a subtotal, kept as a comment' },
  total: { zh: '视为合计', en: 'taken as the total' },
  markedOther: {
    zh: '标为合计或单位，但有目标或指标，按项目读取，请核对',
    en: 'marked as the total or a unit, but has a goal or indicators: read as a project, please check',
  },
  mismarked: {
    zh: '标记与本行名称不符（排过序或改过名称），不予采用；请核对本行是单位还是项目，以及下面的项目属于哪个单位',
    en: 'what marks the row is of another name (rows were sorted or renamed) and is not believed: please check whether this is a unit or a project, and whose the projects below are',
  },
  hiddenRows: {
    zh: '原表中隐藏的行（手工隐藏或筛选掉的），也读入了，请核对要不要',
    en: 'rows that are hidden there, by hand or by a filter, were read all the same: please check whether they belong',
  },
  hiddenColumn: {
    zh: '原表中隐藏的列，也读入了，请核对要不要',
    en: 'a column that is hidden there was read all the same: please check whether it belongs',
  },
  unmarked: {
    zh: '别的行标明了是单位还是项目，本行没有，按此读取，请核对',
    en: 'other rows are marked as units or projects, this one is not: read as that, please check',
  },
  commentRow: {
    zh: '注释所在的行不在表中，已作注释保留',
    en: 'a comment whose row is not in the table, kept as a comment',
  },
  commentMoved: {
    zh: '注释所在的栏没有内容了，写在该行末尾',
    en: 'what the comment stood before is gone: written at the end of its row',
  },
  ownUnit: {
    zh: '各表不是同一单位的，其下各项目写在本单位下',
    en: 'the tables are of several units: its projects stand below its own',
  },
  department: { zh: '视为部门名称', en: "taken as the department's name" },
  headingWord: { zh: '表头中的其他文字，已作注释保留', en: 'other words of the heading, kept as a comment' },
  headingMisread: { zh: '表头文字似有误，按此栏读取', en: 'the heading seems misread: read as this column' },
  headingMoneyUnit: { zh: '金额单位取自表头', en: 'money unit taken from the heading' },
  noHeading: { zh: '未找到表头，按表样的各栏顺序读取', en: "no heading found: read as the profile's columns in order" },
  unsureColumn: {
    zh: '本行栏数与表头不符，按此栏读取',
    en: 'the row has not as many cells as the heading: read as this column',
  },
  pageBreak: {
    zh: '被分页断开，已接在上一页的后面',
    en: 'cut by the end of a page: put behind what the page before has',
  },
  pageTop: {
    zh: '在一页的开头，可能是上一页末行的后半，请核对',
    en: 'at the top of a page: may be the rest of the last row before, please check',
  },
  moneyByGiver: {
    zh: '同类资金中只有此项有数，各项相加正好是总额，写入此栏',
    en: 'the only money of its kind that is given, and all that is given adds up to the total: written as this',
  },
  otherYears: {
    zh: '表中还有别的年度或执行的金额，只取后一项，其余已作注释保留',
    en: 'the table has money of other years or money spent, too: the latter is taken, the others are kept as comments',
  },
  shownRounded: {
    zh: '原表显示的是四舍五入后的数，按单元格中的原数写入，请核对',
    en: 'the table shows the number rounded: written as the cell has it, please check',
  },
  unreadableAmount: {
    zh: '看不懂的金额，原样写入，请核对',
    en: 'an amount that cannot be read, kept as it is: please check',
  },
  noAmount: { zh: '不是金额，已作注释保留', en: 'no amount, kept as a comment' },
  noColumn: { zh: '不知属于哪一栏，已作注释保留', en: 'belongs to no known column, kept as a comment' },
  notOfTotal: {
    zh: '合计和单位没有这一栏，已作注释保留',
    en: 'neither the total nor a unit has this column, kept as a comment',
  },
  noRow: { zh: '不成一行，已作注释保留', en: 'part of no row, kept as a comment' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A cell's text as comment lines that say where it stood. */
export function comment({ line, cell, column, before }: Place & { column: string; before: string }): string[] {
  const place = cell ? ` ${cell}` : line === 0 ? '' : `第 ${line} 行`;
  return linesOf(before).map((own) => `// 原表${place}${column && ` ${column}`}: ${own}`);
}

/** Whether a text of a scan is but a speck: one character, or marks. */
export function isGlyph(text: string): boolean {
  return [...text].length === 1 || isMark(text);
}

/** Whether a text has no letter and no digit. */
export function isMark(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
