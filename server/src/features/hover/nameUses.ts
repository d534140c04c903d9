import type { Bilingual } from '../../profile/profile.ts';
import type { Indicator } from '../../table/row.ts';
import type { Environment } from '../../workspace/environment.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { countSome, writtenIn } from '../../workspace/uses.ts';
import { enumerated, escapeMarkdown, say } from './markdown.ts';

const MESSAGES = {
  all: {
    zh: '已打开的表中同名指标共 {count} 条: {values}',
    en: 'Indicators of this name in the open tables: {count} ({values})',
  },
  some: {
    zh: '已打开的表中同名指标至少 {count} 条: {values}',
    en: 'Indicators of this name in the open tables: at least {count} ({values})',
  },
  times: { zh: '{value}({count} 条)', en: '{value} × {count}' },
  more: { zh: '等', en: '…' },
} satisfies Record<string, Bilingual>;

/** How many values are told. */
const TOLD = 4;

/**
 * How often the tables that are at hand have a name in its class, and with which values. Reads some blocks that are not
 * counted yet, else costs the number of tables. Undefined where nothing but the indicator itself is known to have it.
 */
export function describeUses(
  indicator: Indicator,
  text: string,
  document: TableDocument,
  { workspace, language }: Environment,
): string | undefined {
  const written = writtenIn(indicator, text);
  if (!written || written.name === '') return undefined;
  let count = 0;
  let isWhole = true;
  const values = new Map<string, number>();
  const tables = [...new Set([document, ...workspace.kept()])].map(({ uses }) => uses);
  countSome(tables);
  for (const uses of tables) {
    isWhole &&= uses.isWhole;
    const own = uses.of(written.code)?.names.get(written.name);
    count += own?.count ?? 0;
    for (const [value, times] of own?.values ?? []) values.set(value, (values.get(value) ?? 0) + times);
  }
  if (count < 2 || values.size === 0) return undefined;
  const often = [...values].sort(([, a], [, b]) => b - a);
  const told = often.slice(0, TOLD).map(([value, times]) => {
    const shown = escapeMarkdown(value);
    return times > 1 && often.length > 1
      ? say(MESSAGES.times, language, { value: shown, count: String(times) })
      : shown;
  });
  const more = often.length > TOLD ? ` ${say(MESSAGES.more, language)}` : '';
  return say(isWhole ? MESSAGES.all : MESSAGES.some, language, {
    count: String(count),
    values: enumerated(told, language) + more,
  });
}
