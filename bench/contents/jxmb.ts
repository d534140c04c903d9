import type { Style, Writer } from './content.ts';
import { type Amounts, type Indicator, type Project, profile, type Table } from './table.ts';

/** The table in its own language. */
export const jxmb: Writer = {
  languageId: 'jxmb',
  ending: '.jxmb',
  table({ amounts, units }: Table, styleOf) {
    const head = '项目支出绩效目标表\n部门名称: 示范市科技局\n年度: 2025\n单位: 万元\n\n';
    const rows = units.map(({ name, amounts, projects }) => {
      const written = projects.map((project) => projectText(project, styleOf(project))).join('');
      return `资金使用单位: ${name}\n${amountLines(amounts)}\n${written}`;
    });
    return `${head}合计\n${amountLines(amounts)}\n${rows.join('')}`;
  },
  project: projectText,
};

function projectText({ name, amounts, goals, indicators, slip }: Project, style: Style): string {
  const goal = goals.map((line, i) => `  ${i + 1}. ${line}\n`).join('');
  const list = indicators.map((indicator, i) => indicatorLine(indicator, i === 0 ? style : undefined)).join('');
  const head = `${style.mark('project')}项目名称: ${name}\n${amountLines(amounts, style)}`;
  const text = `${head}绩效目标:\n${goal}绩效指标:\n${list}\n`;
  return slip === undefined ? text : (SLIPS[slip] as (typeof SLIPS)[number])(text);
}

function amountLines(amounts: Amounts, style?: Style): string {
  return amounts
    .map((amount, column) => {
      if (amount.isZero) return '';
      const after = column === 1 && style ? style.surplus + style.mark('digit') : '';
      return `${profile.columns[column]?.name}: ${amount.toAmount()}${after}\n`;
    })
    .join('');
}

function indicatorLine({ number, class1, class2, name, value }: Indicator, style?: Style): string {
  const values = profile.valueLabels.map((label) => `${label.name}:${value}`).join('; ');
  const mark = (place: 'short' | 'long' | 'hover') => style?.mark(place) ?? '';
  return `  ${number}、${class1}; ${mark('hover')}${mark('short')}${class2}; ${mark('long')}${name}; ${values}。\n`;
}

/** One mistake each, put into the text of a project. */
const SLIPS: readonly ((project: string) => string)[] = [
  (project) => project.replace(/(总计: .*)\d\n/, (_, start: string) => `${start}x\n`),
  (project) => project.replace(/; 年度指标值:[^\n]*。/, '。'),
  (project) => project.replace('1-产出指标; 12-', '2-效益指标; 12-'),
  (project) => project.replace('31-服务对象满意度', '31-服务对家满意度'),
  (project) => project.replace(/(年度指标值:[^\n。]*)。/, '$1; 年度指标值:无。'),
];
