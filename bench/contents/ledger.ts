import type { Style } from './content.ts';
import { type Amounts, type Indicator, profile, type Table } from './table.ts';

/**
 * What beancount and hledger share: a project is a transaction from its sources to its total, and what a unit and the
 * whole come to are assertions on accounts. Names, goals and indicators are what the language has for texts.
 */

/** The accounts of the columns: what is spent, and where it comes from. */
const ACCOUNTS = ['Expenses:Projects', ...['Budget', 'Special', 'Other'].map((name) => `Income:${name}`)];

const unitCode = (index: number) => `U${String(index + 1).padStart(4, '0')}`;

/**
 * The lines of a transaction, with the amount's sign in the accounts' way. The digit too many stands in front: behind the
 * decimals it would be within what ledgers tolerate.
 */
export function postings(amounts: Amounts, unit: number, style: Style): string {
  return amounts
    .map((amount, column) => {
      if (amount.isZero) return '';
      const account = `${ACCOUNTS[column]}:${unitCode(unit)}`;
      if (column === 0) return `  ${style.mark('hover')}${style.mark('long')}${account}  ${amount.toString(2)} CNY\n`;
      const [digit, short] = column === 1 ? [style.surplus + style.mark('digit'), style.mark('short')] : ['', ''];
      return `  ${account}  -${digit}${amount.toString(2)} ${short}CNY\n`;
    })
    .join('');
}

function signed(amounts: Amounts, column: number): string {
  const amount = amounts[column] as Amounts[number];
  return (column === 0 ? amount : amount.negated()).toString(2);
}

/** Every account with what it must come to: those of units, and those above them. */
export function balances({ amounts, units }: Table): { readonly account: string; readonly balance: string }[] {
  const of = (own: Amounts, below: string) =>
    ACCOUNTS.map((account, column) => ({ account: `${account}${below}`, balance: signed(own, column) }));
  return [...of(amounts, ''), ...units.flatMap((unit, index) => of(unit.amounts, `:${unitCode(index)}`))];
}

/** An indicator in the words of the published table. */
export function indicatorText({ number, class1, class2, name, value }: Indicator): string {
  const values = profile.valueLabels.map((label) => `${label.name}:${value}`).join('; ');
  return `${number}、${class1}; ${class2}; ${name}; ${values}。`;
}
