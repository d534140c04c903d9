import { Parser } from 'htmlparser2';
import type { Grid } from '../grid.ts';
import { ROLE_ATTRIBUTE, type RowRole, roleOfAttribute } from '../rowRole.ts';
import { Budget } from './budget.ts';
import { type FlowRow, gridsOf } from './flow.ts';
import { numberOf } from './html/number.ts';
import { Slots } from './html/slots.ts';
import { TextFlow } from './html/textFlow.ts';
import { MAX_CELLS, MAX_DEPTH, MAX_ROWS, MAX_SLOTS } from './limits.ts';
import { cannotRead } from './messages.ts';

/** The tables of a page, or of what a spreadsheet, an editor or a browser puts on the clipboard. */
export function readHtml(html: string): Grid[] {
  const page = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { recognizeSelfClosing: false },
  );
  parser.write(withoutHeader(html));
  parser.end();
  return gridsOf(page.end(), new Budget());
}

/** Windows puts places in the text before it: `Version:0.9 StartHTML:…`. */
function withoutHeader(html: string): string {
  return /^\s*Version:\d/.test(html) ? html.slice(Math.max(0, html.indexOf('<'))) : html;
}

/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'title', 'template', 'noscript', 'select', 'textarea', 'xml', 'iframe']);

/** Elements that begin a line and end it. */
const BLOCKS = new Set(
  'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre section article header footer main nav aside blockquote caption center form fieldset address hr'.split(
    ' ',
  ),
);

interface OpenTable {
  readonly rows: FlowRow[];
  readonly slots: Slots;
  row: FlowRow | undefined;
  cell: OpenCell | undefined;
}

interface OpenCell {
  readonly place: { column: number; columns: number; rows: number };
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: TextFlow;
}

class PageReader {
  readonly #page = new TextFlow();
  readonly #tables: OpenTable[] = [];
  readonly #lists: number[] = [];
  #depth = 0;
  #unseen = 0;
  #kept = 0;
  #slots = MAX_SLOTS;
  #rows = MAX_ROWS;
  #cells = MAX_CELLS;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.#depth > MAX_DEPTH) throw cannotRead('tooDeep');
    if (UNSEEN.has(name)) this.#unseen++;
    if (this.#unseen > 0) return;
    const table = this.#tables.at(-1);
    if (name === 'table') this.#tables.push({ rows: [], slots: new Slots(), row: undefined, cell: undefined });
    else if (name === 'tr' && table) this.#openRow(table, roleOfAttribute(attributes[ROLE_ATTRIBUTE]));
    else if ((name === 'td' || name === 'th') && table) this.#openCell(table, attributes);
    else if (name === 'br') this.#content.breakLine(true);
    else if (BLOCKS.has(name)) this.#content.breakLine(false);
    if (name === 'pre') this.#kept++;
    if (name === 'ol' || name === 'ul')
      this.#lists.push(name === 'ol' ? Number.parseInt(attributes.start ?? '1', 10) : Number.NaN);
    if (name === 'li') this.#number();
  }

  text(text: string): void {
    if (this.#unseen > 0) return;
    const table = this.#tables.at(-1);
    // Between the cells of a table there is only the layout of the source.
    if (table && !table.cell && text.trim() === '') return;
    this.#content.text(text, this.#kept > 0);
  }

  close(name: string): void {
    this.#depth--;
    if (UNSEEN.has(name)) this.#unseen--;
    if (this.#unseen > 0) return;
    const table = this.#tables.at(-1);
    if (name === 'table' && table) this.#closeTable(table);
    else if (name === 'tr' && table) this.#closeRow(table);
    else if ((name === 'td' || name === 'th') && table) this.#closeCell(table);
    else if (BLOCKS.has(name)) this.#content.breakLine(false);
    if (name === 'pre') this.#kept--;
    if (name === 'ol' || name === 'ul') this.#lists.pop();
  }

  end() {
    for (let table = this.#tables.at(-1); table; table = this.#tables.at(-1)) this.#closeTable(table);
    return this.#page.end();
  }

  /** Where text goes: the innermost cell that is open; text between cells stands above the table. */
  get #content(): TextFlow {
    return this.#tables.findLast(({ cell }) => cell)?.cell?.content ?? this.#page;
  }

  #openRow(table: OpenTable, role?: RowRole): void {
    this.#closeRow(table);
    table.row = { number: table.slots.nextRow(), cells: [], role };
  }

  #openCell(table: OpenTable, attributes: Readonly<Record<string, string>>): void {
    this.#closeCell(table);
    if (!table.row) this.#openRow(table);
    if (--this.#slots < 0) throw cannotRead('tooLarge');
    const place = table.slots.place(attributes.colspan, attributes.rowspan);
    table.cell = { place, attributes, content: new TextFlow() };
  }

  #closeCell(table: OpenTable): void {
    if (!table.cell) return;
    const { place, attributes, content } = table.cell;
    const flow = content.end();
    const number = flow.length === 1 && typeof flow[0] === 'string' ? numberOf(attributes, flow[0]) : undefined;
    table.cell = undefined;
    if (flow.length === 0) return;
    if (--this.#cells < 0) throw cannotRead('tooLarge');
    table.row?.cells.push({ ...place, flow, ...(number && { number }) });
  }

  #closeRow(table: OpenTable): void {
    this.#closeCell(table);
    const { row } = table;
    table.row = undefined;
    if (!row || row.cells.length === 0) return;
    if (--this.#rows < 0) throw cannotRead('tooLarge');
    table.rows.push(row);
  }

  #closeTable(table: OpenTable): void {
    this.#closeRow(table);
    this.#tables.pop();
    this.#content.table({ rows: table.rows });
  }

  /** Numbers that a browser shows before the items of a list. */
  #number(): void {
    const number = this.#lists.at(-1);
    if (number === undefined || Number.isNaN(number)) return;
    this.#lists[this.#lists.length - 1] = number + 1;
    this.#content.text(`${number}. `, false);
  }
}
