import type { Location, WorkspaceEdit } from 'vscode-languageserver-types';
import type { PinyinOf } from '../../profile/catalogue.ts';
import { caption, headBlock } from '../../render/caption.ts';
import type { ShownBlock, View, ViewId } from '../../render/view.ts';
import { views } from '../../render/views.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { LineAndCharacter } from '../../syntax/document.ts';
import type { Span } from '../../syntax/nodes.ts';
import type { Environment } from '../../workspace/environment.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { chosen, ordered } from './choosing.ts';
import { areSameFacets, facetsOf, type PreviewFacets } from './facets.ts';
import { type PreviewFinding, placeOfPiece, previewFix, tellFindings } from './found.ts';
import { type PageBlocks, pageBlocks } from './pageBlocks.ts';
import { orderedRows, type PageRows, pageRows } from './pageRows.ts';
import type { PreviewQuery } from './query.ts';
import { CAPTION_ROW, RowList, type Splice } from './rowList.ts';
import { rowMarkup } from './rowMarkup.ts';

/** What a page asks for. */
export interface PageRequest {
  /** The state that it is in: that of the last update that it took over; 0 where it has nothing. */
  readonly known: number;
  readonly view: ViewId;
  readonly query: PreviewQuery;
  /** The rows that it shows, by their places in its list. */
  readonly shown: Window;
  /** Where the cursor stands, if the page is to show that. */
  readonly cursor?: LineAndCharacter;
}

/** Rows from one place up to another, which is not among them. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A row of a page's list: its number, how many lines of the text it stands for, about how many lines high it is. */
export type ListedRow = readonly [id: number, lines: number, height: number];

/** What makes of what a page has what it is to have. The list is changed first; other places are those of the new list. */
export interface PageUpdate {
  readonly state: number;
  /** The page is to forget all that it has. */
  readonly isWhole: boolean;
  /** How many rows the list has now. */
  readonly count: number;
  /** How many lines of the text stand before the first row. */
  readonly leading: number;
  /** Rows of the list that make room for others. A row that only changed keeps its number. */
  readonly splice?: { readonly at: number; readonly removed: number; readonly added: readonly ListedRow[] };
  /** The rows that are shown now; of those that were shown before and are the same the page has the markup. */
  readonly shown: Window;
  /** The `<tr>`s of rows that are shown, where they are others than the page has. */
  readonly rows: readonly { readonly id: number; readonly markup: string }[];
  /** What stands above the table (title, department, money unit), where it is other. */
  readonly caption?: string;
  /** The rows of its `<thead>`, where they are others. */
  readonly head?: string;
  /** What is found and what may be chosen from, where it is other. */
  readonly facets?: PreviewFacets;
  /** The row where the cursor stands and the offset in its block; null where that is not shown. */
  readonly cursor: PageCursor | null;
}

export interface PageCursor {
  readonly index: number;
  readonly id: number;
  readonly offset: number;
}

/** More rows than this are not sent at once. */
const MOST_SHOWN = 400;

/**
 * A page that shows a table, as far as the server knows what it has: it is sent what is other. An edit costs a look at
 * each block of the table, and the writing of the rows that are seen.
 */
export class Page {
  readonly #environment: Pick<Environment, 'language' | 'loadPinyinOf' | 'client'>;
  #list = new RowList();
  #table: TableDocument | undefined;
  #tableOf: PageBlocks['tableOf'] | undefined;
  #state = 0;
  #view: ViewId | undefined;
  #order: PreviewQuery['order'] | undefined;
  /** What the page has: the markup of the rows that it shows, and what stands around them. */
  #rows: ReadonlyMap<number, string> = new Map();
  #caption: string | undefined;
  #head: string | undefined;
  #facets: PreviewFacets | undefined;
  /** What was told last of what is found, and where: what is mended is what somebody has read. */
  #told: { readonly block: Block; readonly findings: readonly PreviewFinding[] } | undefined;

  constructor(environment: Pick<Environment, 'language' | 'loadPinyinOf' | 'client'>) {
    this.#environment = environment;
  }

  async update(table: TableDocument, { known, view, query, shown, cursor }: PageRequest): Promise<PageUpdate> {
    const pinyinOf = /[a-z]/i.test(query.text) ? await this.#environment.loadPinyinOf() : undefined;
    const isWhole = known === 0 || known !== this.#state || view !== this.#view || query.order !== this.#order;
    if (isWhole) this.#forget();
    this.#view = view;
    this.#order = query.order;
    this.#state++;
    const all = pageBlocks(table);
    this.#table = table;
    this.#tableOf = all.tableOf;
    const rows = rowsOf(table, all, views[view], query, pinyinOf);
    const splice = this.#list.take(rows);
    const window = windowAfter(shown, isWhole ? undefined : splice, rows.blocks.length);
    return {
      state: this.#state,
      isWhole,
      count: rows.blocks.length,
      leading: rows.leading,
      ...(splice && { splice: { at: splice.at, removed: splice.removed, added: this.#listed(splice, views[view]) } }),
      shown: window,
      rows: this.#takeRows(window, all, view),
      ...this.#takeCaption(caption(table, this.#environment.language).markup),
      ...this.#takeHead(views[view].head(table, this.#environment.language).markup),
      ...this.#takeFacets(facetsOf(table, all)),
      cursor: cursor ? this.#cursorAt(table, cursor) : null,
    };
  }

  /** Where a piece of a row stands in the text; undefined where the page's row is no more. */
  placeOf(row: number, span: Span): Location | undefined {
    const block = this.#blockOf(row);
    return block && placeOfPiece(block, span);
  }

  /** What is found in a row, by numbers; what is no more is left out. */
  findings(row: number, numbers: readonly number[]): PreviewFinding[] {
    const shown = this.#blockOf(row);
    const findings = shown ? tellFindings(shown, numbers, this.#environment) : [];
    this.#told = shown && { block: shown.block, findings };
    return findings;
  }

  /** The edit that mends a finding of a row as it was told; undefined where it is no more, or is another by now. */
  fix(row: number, finding: number, fix: number): WorkspaceEdit | undefined {
    const shown = this.#blockOf(row);
    if (!shown || shown.block !== this.#told?.block) return undefined;
    const told = this.#told.findings.find((one) => one.finding === finding);
    const [now] = tellFindings(shown, [finding], this.#environment);
    if (!told || JSON.stringify(told) !== JSON.stringify(now)) return undefined;
    return previewFix(shown, finding, fix, this.#environment);
  }

  /** The block of a row, or of what stands above the rows, while it is part of its table. */
  #blockOf(row: number): ShownBlock | undefined {
    const block = row === CAPTION_ROW ? this.#table && headBlock(this.#table) : this.#list.blockOf(row);
    const table = block?.chunk && this.#tableOf?.(block);
    return block && table && { block, table };
  }

  #forget(): void {
    this.#list = new RowList(this.#list.lastId);
    this.#rows = new Map();
    this.#caption = undefined;
    this.#head = undefined;
    this.#facets = undefined;
  }

  #listed({ at, added }: Splice, view: View): ListedRow[] {
    const { blocks, ids } = this.#list;
    return Array.from({ length: added }, (_, i) => {
      return [ids[at + i] as number, this.#list.linesAt(at + i), view.height(blocks[at + i] as Block)];
    });
  }

  /** The rows of a window that the page has not, or has as something else. */
  #takeRows(
    { from, to }: Window,
    { tableOf }: PageBlocks,
    view: ViewId,
  ): { readonly id: number; readonly markup: string }[] {
    const { language } = this.#environment;
    const rows = new Map<number, string>();
    for (let i = from; i < to; i++) {
      const block = this.#list.blocks[i] as Block;
      rows.set(this.#list.ids[i] as number, rowMarkup(block, tableOf(block), view, language));
    }
    const others = [...rows].filter(([id, markup]) => this.#rows.get(id) !== markup);
    this.#rows = rows;
    return others.map(([id, markup]) => ({ id, markup }));
  }

  #takeCaption(caption: string): Pick<PageUpdate, 'caption'> {
    if (caption === this.#caption) return {};
    this.#caption = caption;
    return { caption };
  }

  #takeHead(head: string): Pick<PageUpdate, 'head'> {
    if (head === this.#head) return {};
    this.#head = head;
    return { head };
  }

  #takeFacets(facets: PreviewFacets): Pick<PageUpdate, 'facets'> {
    if (this.#facets && areSameFacets(facets, this.#facets)) return {};
    this.#facets = facets;
    return { facets };
  }

  #cursorAt(table: TableDocument, position: LineAndCharacter): PageCursor | null {
    const offset = table.offsetAt(position);
    const place = table.placeAt(offset);
    const index = place ? this.#list.blocks.indexOf(place.block) : -1;
    if (!place || index < 0) return null;
    return { index, id: this.#list.ids[index] as number, offset: offset - place.offset };
  }
}

function rowsOf(
  table: TableDocument,
  all: PageBlocks,
  view: View,
  query: PreviewQuery,
  pinyinOf: PinyinOf | undefined,
): PageRows {
  const rows = pageRows(table, all, view, chosen(all, query, pinyinOf));
  return query.order === 'text' ? rows : orderedRows(ordered(rows.blocks, query.order, all));
}

/** A window after a change of the list: it goes along with its rows where others come or go above them. */
function windowAfter({ from, to }: Window, splice: Splice | undefined, count: number): Window {
  const isBehind = splice !== undefined && from >= splice.at + splice.removed;
  const start = Math.max(0, Math.min(isBehind ? from + splice.added - splice.removed : from, count));
  const size = Math.max(0, Math.min(to - from, MOST_SHOWN));
  return { from: start, to: Math.min(count, start + size) };
}
