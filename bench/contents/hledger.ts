import type { Style, Writer } from './content.ts';
import { balances, indicatorText, postings } from './ledger.ts';
import type { Project, Table } from './table.ts';

/** The table as a journal of hledger. */
export const hledger: Writer = {
  languageId: 'hledger',
  ending: '.journal',
  table(table: Table, styleOf) {
    const units = table.units.map(({ name, projects }, index) => {
      const written = projects.map((project) => projectText(project, styleOf(project), index)).join('');
      return `; ${name}\n\n${written}`;
    });
    // `=*` counts the accounts below, as beancount does.
    const asserted = balances(table).map(({ account, balance }) => `  (${account})  0 CNY =* ${balance} CNY\n`);
    return `; 项目支出绩效目标表\n\n${units.join('')}2025-12-31 balances\n${asserted.join('')}`;
  },
  project: projectText,
};

function projectText({ name, amounts, goals, indicators }: Project, style: Style, unit: number): string {
  const texts = [...goals, ...indicators.map(indicatorText)].map((text) => `  ; ${text}\n`).join('');
  return `${style.mark('project')}2025-06-30 * ${name}\n${texts}${postings(amounts, unit, style)}\n`;
}
