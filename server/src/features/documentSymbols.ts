import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import type { LevelOneClass } from '../profile/profile.ts';
import { classText } from '../rules/classText.ts';
import type { Language, RuleContext } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import type { LabelNode, Span } from '../syntax/nodes.ts';
import { parseBlock } from '../syntax/parseBlock.ts';
import { lineText } from '../syntax/text.ts';
import { amountOf, type Indicator, type Row, readRow } from '../table/row.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { BlockLines } from './blockLines.ts';
import { showsDetails } from './limits.ts';
import { PerBlock } from './perBlock.ts';
import { movedDown } from './ranges.ts';

/** The symbol of a block, undefined where it is not shown, and the line that the block began at when it was last asked for. */
interface Placed {
  line: number;
  symbol: DocumentSymbol | undefined;
}

const blockSymbols = new PerBlock<Placed>();

/**
 * The outline: the department, under it 合计 and the units with their projects under them, and under a project its goals
 * and its indicators by level-1 class. In a table whose head names neither department nor title the rows are the top.
 * A unit reaches to the end of its last project; a row between its projects (合计, an 引用) stands under it too. Of very
 * large tables the projects are listed without what is in them.
 */
export function documentSymbols(document: TableDocument, language: Language): DocumentSymbol[] {
  const { context } = document;
  const inDetail = showsDetails(document);
  const given = [context.vocabulary, context.moneyUnit, language, inDetail];
  const symbols: DocumentSymbol[] = [];
  let department: DocumentSymbol | undefined;
  let unit: DocumentSymbol | undefined;
  /** Rows behind the unit's last project: they stand under the unit only where another of its projects follows. */
  let behind: DocumentSymbol[] = [];
  const endBehind = (into: DocumentSymbol[]) => {
    for (const symbol of behind) into.push(symbol);
    behind = [];
  };
  let line = 0;
  for (const block of document.blocks.blocks) {
    const read = () => ({ line: 0, symbol: blockSymbol(block, context, language, inDetail) });
    const symbol = symbolAt(line, blockSymbols.get(block, given, read));
    line += block.lineEnds;
    if (!symbol) continue;
    if (block.kind === 'head') department = symbol;
    else if (block.kind === 'unit') {
      endBehind(symbols);
      unit = { ...symbol, range: { ...symbol.range }, children: [] };
      symbols.push(unit);
    } else if (!unit) symbols.push(symbol);
    else if (block.kind === 'project') {
      const children = unit.children as DocumentSymbol[];
      endBehind(children);
      children.push(symbol);
      unit.range.end = symbol.range.end;
    } else behind.push(symbol);
  }
  endBehind(symbols);
  if (!department) return symbols;
  const { start, end } = department.range;
  return [{ ...department, range: { start, end: symbols.at(-1)?.range.end ?? end }, children: symbols }];
}

/** The symbol of a block that begins at a line now: the same as before where no lines have come or gone above it. */
function symbolAt(line: number, placed: Placed): DocumentSymbol | undefined {
  if (placed.symbol && placed.line !== line) placed.symbol = shifted(placed.symbol, line - placed.line);
  placed.line = line;
  return placed.symbol;
}

/** A copy of a symbol with all that is under it, some lines further down. */
function shifted(symbol: DocumentSymbol, lines: number): DocumentSymbol {
  const { range, selectionRange, children } = symbol;
  return {
    ...symbol,
    range: movedDown(range, lines),
    selectionRange: movedDown(selectionRange, lines),
    ...(children && { children: children.map((child) => shifted(child, lines)) }),
  };
}

const KINDS = {
  head: SymbolKind.File,
  total: SymbolKind.Number,
  unit: SymbolKind.Module,
  project: SymbolKind.Class,
  include: SymbolKind.File,
} as const;

function blockSymbol(
  { kind, text }: Block,
  { vocabulary, moneyUnit }: RuleContext,
  language: Language,
  inDetail: boolean,
): DocumentSymbol | undefined {
  const row = readRow(text, parseBlock(kind, text, vocabulary), vocabulary, moneyUnit);
  const named = kind === 'head' ? headName(text, row) : { name: row.name, span: row.nameSpan };
  if (!named) return undefined;
  const lines = new BlockLines(text);
  const total = amountOf(row, 0)?.reading.value;
  return {
    name: nameOf(named.name, text, named.span),
    ...(total && kind !== 'head' && { detail: `${total.toAmount()} ${moneyUnit.name}` }),
    kind: KINDS[kind],
    range: wholeRange(lines),
    selectionRange: lines.rangeOf(named.span),
    ...(kind === 'project' && inDetail && { children: partSymbols(text, lines, row, language) }),
  };
}

/** The head goes by the department's name, or where there is none by the title. */
function headName(text: string, { tree }: Row): { readonly name: string; readonly span: Span } | undefined {
  const department = tree.parts.find((part) => part.type === 'field' && part.role === 'department');
  const name = department?.type === 'field' ? lineText(text, department.text) : '';
  if (department?.type === 'field' && name) return { name, span: department.text };
  const title = tree.parts.find((part) => part.type === 'title');
  if (title) return { name: lineText(text, title), span: title };
  return department?.type === 'field' ? { name, span: department.label } : undefined;
}

function partSymbols(text: string, lines: BlockLines, row: Row, language: Language): DocumentSymbol[] {
  const goals = new Map(row.goals.map((goal) => [goal.node, goal.text]));
  const indicators = new Map(row.indicators.map((indicator) => [indicator.node, indicator]));
  const symbol = (part: Span & { readonly label: LabelNode }, detail: string, kind: SymbolKind): DocumentSymbol => ({
    name: squeeze(text.slice(part.label.start, part.label.end)),
    ...(detail && { detail }),
    kind,
    range: lines.rangeOf(part),
    selectionRange: lines.rangeOf(part.label),
  });
  return row.tree.parts.flatMap((part): DocumentSymbol[] => {
    if (part.type === 'goal') {
      const [line = ''] = (goals.get(part) ?? '').split('\n', 1);
      return [symbol(part, short(line), SymbolKind.String)];
    }
    if (part.type !== 'indicators') return [];
    const own = part.items.flatMap((item) => (item.type === 'indicator' ? (indicators.get(item) ?? []) : []));
    const children = byClass(own).flatMap(([parent, group]) => {
      const symbols = group.map((indicator) => indicatorSymbol(text, lines, indicator));
      return parent ? [classSymbol(parent, group, symbols, lines, language)] : symbols;
    });
    return [{ ...symbol(part, countOf(own, language), SymbolKind.Array), children }];
  });
}

function countOf({ length }: readonly unknown[], language: Language): string {
  return language === 'zh' ? `${length} 条` : String(length);
}

/** Indicators that stand side by side and are of one level-1 class. */
function byClass(indicators: readonly Indicator[]): [LevelOneClass | undefined, Indicator[]][] {
  const groups: [LevelOneClass | undefined, Indicator[]][] = [];
  for (const indicator of indicators) {
    const last = groups.at(-1);
    if (last && last[0] === indicator.level1) last[1].push(indicator);
    else groups.push([indicator.level1, [indicator]]);
  }
  return groups;
}

function classSymbol(
  parent: LevelOneClass,
  group: readonly Indicator[],
  children: DocumentSymbol[],
  lines: BlockLines,
  language: Language,
): DocumentSymbol {
  const [first, last] = [group[0], group.at(-1)] as [Indicator, Indicator];
  const { node } = first;
  return {
    name: classText(parent),
    detail: countOf(group, language),
    kind: SymbolKind.Enum,
    range: lines.rangeOf({ start: node.start, end: last.node.end }),
    selectionRange: lines.rangeOf(node.class1 ?? node.class2 ?? node.name ?? node),
    children,
  };
}

/** `1 名称` with its level-2 class beside it; what has no name goes by its class, and what has no class by its text. */
function indicatorSymbol(text: string, lines: BlockLines, indicator: Indicator): DocumentSymbol {
  const { node, number, level1, level2 } = indicator;
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
