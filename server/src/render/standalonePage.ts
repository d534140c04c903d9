import type { Finding, Language } from '../rules/rule.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { caption, titleOf } from './caption.ts';
import { html } from './html.ts';
import { type Paper, printStyle } from './printStyle.ts';
import { TABLE_STYLE } from './style.ts';
import type { ShownBlock, View, ViewId } from './view.ts';
import { views } from './views.ts';

/** Which page is wanted. */
export interface StandalonePage {
  readonly view: ViewId;
  readonly paper: Paper;
}

/** Rows that take more lines than this, about half a sheet, may go over from one sheet to the next. */
const LONG = 24;

const NOTHING: readonly Finding[] = [];

/**
 * A page that stands for itself: a table to be printed, kept and filed, in one file without scripts and without
 * anything from outside. What is found in the table is not in it, but for the classes that the coverage
 * shows to be missing. It comes in parts, one a row, for it may be large.
 *
 * @param blocks the table's rows, and those of the tables that it takes in
 */
export function* standalonePage(
  table: TableDocument,
  blocks: Iterable<ShownBlock>,
  { view: id, paper }: StandalonePage,
  language: Language,
): Generator<string> {
  const view = views[id];
  const { department } = table.head;
  const title = [titleOf(table), department && ` - ${department}`];
  // The table is Chinese whatever the language of the interface: browsers choose their type for it by that.
  yield html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
`.markup;
  yield `<style>${TABLE_STYLE}${printStyle(paper)}</style>\n</head>\n`;
  yield html`<body>
<header class="caption">${caption(table, language, true)}</header>
<table>
<thead>${view.head(table, language)}</thead>
`.markup;
  for (const shown of blocks) if (view.shows(shown.block)) yield rowPart(shown, view, language);
  yield '</table>\n</body>\n</html>\n';
}

function rowPart({ block, table }: ShownBlock, view: View, language: Language): string {
  const row = view.row({
    block,
    table,
    row: table.row(block),
    language,
    isAlone: true,
    // Views that show no findings ask for none: they cost a check of the whole table.
    get findings() {
      return table.checker.findingsByBlock().get(block) ?? NOTHING;
    },
  });
  if (!row) return '';
  const classes = view.height(block) > LONG ? `${block.kind} long` : block.kind;
  return html`<tbody class="${classes}">${row}</tbody>\n`.markup;
}
