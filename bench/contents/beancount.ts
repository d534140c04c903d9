import type { Style, Writer } from './content.ts';
import { balances, indicatorText, postings } from './ledger.ts';
import type { Project, Table } from './table.ts';

/** The table as a ledger of beancount. */
export const beancount: Writer = {
  languageId: 'beancount',
  ending: '.beancount',
  table(table: Table, styleOf) {
    const accounts = balances(table);
    const opened = accounts.map(({ account }) => `2025-01-01 open ${account} CNY\n`).join('');
    const units = table.units.map(({ name, projects }, index) => {
      const written = projects.map((project) => projectText(project, styleOf(project), index)).join('');
      return `* ${name}\n\n${written}`;
    });
    const closed = accounts.map(({ account, balance }) => `2025-12-31 balance ${account}  ${balance} CNY\n`).join('');
    return `option "title" "项目支出绩效目标表"\n\n${opened}\n${units.join('')}${closed}`;
  },
  project: projectText,
};

function projectText({ name, amounts, goals, indicators }: Project, style: Style, unit: number): string {
  const texts = [
    ...goals.map((goal, i) => `  goal${i + 1}: "${goal}"\n`),
    ...indicators.map((indicator) => `  indicator${indicator.number}: "${indicatorText(indicator)}"\n`),
  ];
  const lines = postings(amounts, unit, style);
  return `${style.mark('project')}2025-06-30 * "${name}"\n${texts.join('')}${lines}\n`;
}
