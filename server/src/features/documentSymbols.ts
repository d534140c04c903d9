import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import { classText } from '../rules/classText.ts';
import type { Language } from '../rules/rule.ts';
import { squeeze } from '../syntax/characters.ts';
import type { LabelNode, Span } from '../syntax/nodes.ts';
import { lineText } from '../syntax/text.ts';
import { amountOf, type Indicator, type Row } from '../table/row.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type BlockLines, blockLinesOf } from './blockLines.ts';

/**
 * The outline: the head, 合计, the units with their projects under them, and under a project its goals and indicators.
 * A unit reaches to the end of its last project; a row between its projects (合计, an 引用) stands under it too.
 */
export function documentSymbols(document: TableDocument, language: Language): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  let unit: DocumentSymbol | undefined;
  /** Rows behind the unit's last project: they stand under the unit only where another of its projects follows. */
  let behind: DocumentSymbol[] = [];
  for (const block of blockLinesOf(document)) {
    const symbol = blockSymbol(block, document, language);
    if (!symbol) continue;
    const { kind } = block.place.block;
    if (kind === 'unit') {
      symbols.push(...behind, symbol);
      behind = [];
      unit = symbol;
    } else if (!unit) symbols.push(symbol);
    else if (kind === 'project') {
      unit.children?.push(...behind, symbol);
      unit.range = { start: unit.range.start, end: symbol.range.end };
      behind = [];
    } else behind.push(symbol);
  }
  return [...symbols, ...behind];
}

const KINDS = {
  head: SymbolKind.File,
  total: SymbolKind.Number,
  unit: SymbolKind.Module,
  project: SymbolKind.Class,
  include: SymbolKind.File,
} as const;

function blockSymbol(lines: BlockLines, document: TableDocument, language: Language): DocumentSymbol | undefined {
  const { block } = lines.place;
  const row = document.row(block);
  const named = block.kind === 'head' ? headName(block.text, row) : { name: row.name, span: row.nameSpan };
  if (!named) return undefined;
  const total = amountOf(row, 0)?.reading.value;
  return {
    name: nameOf(named.name, block.text, named.span),
    ...(total && block.kind !== 'head' && { detail: `${total.toAmount()} ${document.context.moneyUnit.name}` }),
    kind: KINDS[block.kind],
    range: wholeRange(lines),
    selectionRange: lines.rangeOf(named.span),
    children: block.kind === 'project' ? partSymbols(lines, row, language) : [],
  };
}

/** The head goes by the title, or where there is none by the department's name. */
function headName(text: string, { tree }: Row): { readonly name: string; readonly span: Span } | undefined {
  const title = tree.parts.find((part) => part.type === 'title');
  if (title) return { name: lineText(text, title), span: title };
  for (const part of tree.parts) {
    if (part.type !== 'field' || part.role !== 'department') continue;
    const name = lineText(text, part.text);
    return { name, span: name ? part.text : part.label };
  }
  return undefined;
}

function partSymbols(lines: BlockLines, row: Row, language: Language): DocumentSymbol[] {
  const { text } = lines.place.block;
  const symbol = (part: Span & { readonly label: LabelNode }, detail: string, kind: SymbolKind): DocumentSymbol => ({
    name: squeeze(text.slice(part.label.start, part.label.end)),
    ...(detail && { detail }),
    kind,
    range: lines.rangeOf(part),
    selectionRange: lines.rangeOf(part.label),
  });
  return row.tree.parts.flatMap((part): DocumentSymbol[] => {
    if (part.type === 'goal') {
      const goal = row.goals.find(({ node }) => node === part)?.text ?? '';
      return [symbol(part, short(goal.split('\n', 1)[0] as string), SymbolKind.String)];
    }
    if (part.type !== 'indicators') return [];
    const own = row.indicators.filter(({ node }) => part.start < node.start && node.end <= part.end);
    const count = language === 'zh' ? `${own.length} 条` : String(own.length);
    const children = own.map((indicator) => indicatorSymbol(lines, indicator));
    return [{ ...symbol(part, count, SymbolKind.Array), children }];
  });
}

/** `1 名称` with its class beside it; what has no name goes by its class, and what has no class by its text. */
function indicatorSymbol(lines: BlockLines, indicator: Indicator): DocumentSymbol {
  const { node, number, level1, level2 } = indicator;
  const { text } = lines.place.block;
  const known = level2 ?? level1;
  const written = node.class2 ?? node.class1;
  const className = known ? classText(known) : written ? text.slice(written.start, written.end) : '';
  const span = node.name ?? written ?? node;
  const name = nameOf(indicator.name, text, span);
  return {
    name: number === undefined ? name : `${number} ${name}`,
    ...(className && { detail: className }),
    kind: SymbolKind.Property,
    range: lines.rangeOf(node),
    selectionRange: lines.rangeOf(span),
  };
}

/** A name to be shown, which is never empty: where none is written, the text that stands for it. */
function nameOf(name: string, text: string, span: Span): string {
  return short(name.trim() || squeeze(text.slice(span.start, span.end))) || '…';
}

const LONGEST = 80;

/** One line, and not without end. */
function short(text: string): string {
  const line = text.trim();
  if (line.length <= LONGEST) return line;
  const characters = [...line.slice(0, 2 * LONGEST + 2)];
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** All lines of a block, up to where the next one begins. */
function wholeRange(lines: BlockLines): Range {
  return lines.rangeOf({ start: 0, end: lines.lines.at(-1)?.end ?? 0 });
}
