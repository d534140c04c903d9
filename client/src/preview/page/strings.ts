import type { ViewId } from '../../../../server/src/protocol.ts';

type Severity = 'error' | 'warning' | 'info' | 'hint';
type ReviewTest = 'complete' | 'relevant' | 'reasonable' | 'form';

/** The page's own words. What stands in the table, the findings and the names of rules come from the server. */
export interface Strings {
  readonly toolbar: string;
  readonly views: string;
  readonly view: Readonly<Record<ViewId, string>>;
  readonly table: string;
  readonly search: string;
  readonly searchHint: string;
  readonly unit: string;
  readonly allUnits: string;
  readonly class: string;
  readonly allClasses: string;
  readonly order: string;
  readonly orders: { readonly text: string; readonly descending: string; readonly ascending: string };
  readonly findings: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly test: Readonly<Record<ReviewTest, string>>;
  readonly reset: string;
  readonly copy: string;
  readonly export: string;
  readonly projects: (count: number) => string;
  readonly matching: (count: number) => string;
  /** The name of the sign at a piece. */
  readonly found: (severity: string, count: number) => string;
  readonly explained: string;
  readonly rule: (id: string) => string;
  readonly close: string;
  readonly gone: string;
}

const zh: Strings = {
  toolbar: '显示与筛选',
  views: '视图',
  view: { list: '列表', structured: '结构', budget: '预算', coverage: '覆盖' },
  table: '项目支出绩效目标表',
  search: '在表中查找',
  searchHint: '查找:汉字或拼音',
  unit: '单位',
  allUnits: '全部单位',
  class: '指标类别',
  allClasses: '全部类别',
  order: '顺序',
  orders: { text: '按原文', descending: '金额从大到小', ascending: '金额从小到大' },
  findings: '按问题筛选',
  severity: { error: '错误', warning: '疑点', info: '提示', hint: '参考' },
  test: { complete: '完整性', relevant: '相关性', reasonable: '适当性', form: '规范性' },
  reset: '全部显示',
  copy: '复制到 Excel',
  export: '导出…',
  projects: (count) => `${count} 个项目`,
  matching: (count) => (count === 0 ? '没有符合条件的行' : `符合条件的 ${count} 行`),
  found: (severity, count) => (count === 1 ? `${severity} 1 处` : `${severity}等 ${count} 处`),
  explained: '这里的问题',
  rule: (id) => `规则说明:${id}`,
  close: '关闭',
  gone: '文档已关闭,这里显示的是最后的样子。',
};

const en: Strings = {
  toolbar: 'What is shown',
  views: 'View',
  view: { list: 'List', structured: 'Structure', budget: 'Budget', coverage: 'Coverage' },
  table: 'Table of performance targets',
  search: 'Find in the table',
  searchHint: 'Find: Han or pinyin',
  unit: 'Unit',
  allUnits: 'All units',
  class: 'Class of indicators',
  allClasses: 'All classes',
  order: 'Order',
  orders: { text: 'As written', descending: 'Largest first', ascending: 'Smallest first' },
  findings: 'Rows with findings',
  severity: { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' },
  test: { complete: 'Complete', relevant: 'Relevant', reasonable: 'Reasonable', form: 'Form' },
  reset: 'Show all',
  copy: 'Copy for Excel',
  export: 'Export…',
  projects: (count) => (count === 1 ? '1 project' : `${count} projects`),
  matching: (count) => (count === 0 ? 'No row fits' : count === 1 ? '1 row fits' : `${count} rows fit`),
  found: (severity, count) => (count === 1 ? `1 finding: ${severity}` : `${count} findings, gravest: ${severity}`),
  explained: 'What is found here',
  rule: (id) => `About the rule ${id}`,
  close: 'Close',
  gone: 'The document is closed; this is how it was last.',
};

/** The words in the language of the page. */
export const strings: Strings = document.documentElement.lang.startsWith('zh') ? zh : en;
