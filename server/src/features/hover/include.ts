import type { Bilingual } from '../../profile/profile.ts';
import { include } from '../../rules/include.ts';
import { formatMessage, type Language, type Report } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { escapeMarkdown, say } from './markdown.ts';
import { describeTable } from './rows.ts';

const MESSAGES = {
  unreachable: {
    zh: '读不到这个文件,不知道里面有什么。',
    en: 'This file is out of reach: nobody knows what is in it.',
  },
} satisfies Record<string, Bilingual>;

/** What the table comes to that a row takes in, or why it cannot be taken in. */
export function describeInclude(block: Block, document: TableDocument, language: Language): string {
  const reports: Report[] = [];
  include.check?.(document.row(block), block.text, document.context, (report) => reports.push(report));
  const [report] = reports;
  if (report) return escapeMarkdown(formatMessage(include, report, language));
  const { table } = document.inclusionOf(block);
  return table ? describeTable(table, language) : say(MESSAGES.unreachable, language);
}
