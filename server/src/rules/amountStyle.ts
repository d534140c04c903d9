import { isSpace, squeeze } from '../syntax/characters.ts';
import type { Decimal } from '../table/decimal.ts';
import { amountsOf } from './placement.ts';
import type { BlockRule, RuleExplanation } from './rule.ts';

export const amountStyleExplained: RuleExplanation = {
  explanation: {
    zh: '金额写成半角数字,三位一节,两位小数,中间没有空格,后面不带单位,如 1,234.50。写出的小数多于两位的照原样保留。读不出的金额由"金额无法读取"指出,这里不再提。',
    en: "Amounts are half-width digits grouped by three with two decimals, without spaces inside or a unit behind, as 1,234.50. More decimals than two stay as they are. An amount that cannot be read is another rule's finding.",
  },
  reason: {
    zh: '同一张表里写法不一,排版后数位对不齐,复制到电子表格里也可能变成文字。',
    en: 'Amounts in several styles do not line up in print, and some become text in a spreadsheet.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
总计: 1234.5
财政拨款: １，２３４．５０
`,
    right: `
项目名称: 科普活动经费
总计: 1,234.50
财政拨款: 1,234.50
`,
  },
};

export const amountStyle: BlockRule = {
  id: 'amount-style',
  scope: 'block',
  severity: 'info',
  review: 'form',
  title: { zh: '金额写法不统一', en: 'An amount in another style' },
  messages: {
    unit: { zh: '金额后面不必写单位,写作 {amount}', en: 'No unit is needed behind an amount: {amount}' },
    spaces: { zh: '金额中间有空格,写作 {amount}', en: 'There are spaces inside the amount: {amount}' },
    width: { zh: '金额用了全角字符,写作 {amount}', en: 'The amount is in full-width characters: {amount}' },
    grouping: { zh: '金额没有三位一节,写作 {amount}', en: 'The amount is not grouped by three: {amount}' },
    decimals: { zh: '金额没有写到两位小数,写作 {amount}', en: 'The amount has fewer than two decimals: {amount}' },
    zeros: { zh: '金额开头有多余的 0,写作 {amount}', en: 'The amount begins with a 0 too many: {amount}' },
    normalise: { zh: '改为 {amount}', en: 'Change to {amount}' },
  },

  check(row, text, _context, report) {
    for (const { node, reading } of amountsOf(row)) {
      if (!reading.value) continue;
      const written = text.slice(node.text.start, node.text.end);
      const amount = amountText(written, reading.value);
      if (written === amount) continue;
      report({ span: node.text, message: whatIsOdd(written), args: { amount } });
    }
  },

  fixes(finding) {
    const amount = finding.args?.amount ?? '';
    const edits = [{ ...finding.span, text: amount }];
    return [{ message: 'normalise', args: { amount }, edits, preferred: true, sure: true }];
  },
};

/** Most amounts have two decimals and are grouped: that is how the table prints them. */
const IN_STYLE = /^(?:0|[1-9]\d{0,2}(?:,\d{3})*)\.\d\d$/;

/** How the table prints an amount; no decimal that was written is lost. */
export function amountText(written: string, value: Decimal): string {
  if (IN_STYLE.test(written)) return written;
  return value.toAmount(/\.(\d*)/.exec(squeeze(written))?.[1]?.length ?? 0);
}

function whatIsOdd(written: string): string {
  const word = squeeze(written);
  if (/[^\d.,]/.test(word)) return 'unit';
  if ([...written].some((character) => isSpace(character.charCodeAt(0)))) return 'spaces';
  if (word !== written) return 'width';
  if (/^0[\d,]/.test(word)) return 'zeros';
  return /^\d{4}/.test(word) ? 'grouping' : 'decimals';
}
