import type { GridCell, GridRow } from '../../grid.ts';
import type { Budget } from '../budget.ts';
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '../limits.ts';
import { cannotRead } from '../messages.ts';
import { type Attributes, readXmlPart } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { readCell, type Shared } from './cell.ts';
import { Hidden } from './hidden.ts';
import { mergeCells, readMerge } from './merges.ts';
import { placeOf } from './place.ts';
import { RichText } from './richText.ts';

/** The rows of a sheet that have anything in them. */
export function readSheet(zip: Zip, part: string, shared: Shared, budget: Budget): GridRow[] | undefined {
  const sheet = new SheetReader(shared, budget);
  if (!readXmlPart(zip, part, sheet)) return undefined;
  return mergeCells(sheet.rows(), sheet.merges);
}

class SheetReader {
  readonly merges: NonNullable<ReturnType<typeof readMerge>>[] = [];
  readonly #shared: Shared;
  readonly #budget: Budget;
  readonly #rows = new Map<number, GridCell[]>();
  readonly #inline = new RichText();
  readonly #hidden = new Hidden();
  #row = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #formula = '';
  #isIn: 'v' | 'f' | undefined;

  constructor(shared: Shared, budget: Budget) {
    this.#shared = shared;
    this.#budget = budget;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.#row = attributes.r ? Number(attributes.r) : this.#row + 1;
        this.#column = -1;
        if (!(this.#row >= 1 && this.#row <= MAX_SHEET_ROWS)) throw cannotRead('damaged');
        this.#hidden.row(this.#row, attributes);
        break;
      case 'col':
        this.#hidden.columns(attributes);
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
      case 'f':
        this.#isIn = name;
        break;
      case 'mergeCell':
        this.#merge(attributes.ref ?? '');
        break;
      default:
        this.#inline.open(name);
    }
  }

  text(text: string): void {
    if (this.#isIn === 'v') this.#value += text;
    else if (this.#isIn === 'f') this.#formula += text;
    else this.#inline.add(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.#isIn = undefined;
    else if (name === 'c') this.#closeCell();
    else this.#inline.close(name);
  }

  /** In order, whatever the order of the file. */
  rows(): GridRow[] {
    for (const cells of this.#rows.values()) cells.sort((a, b) => a.column - b.column);
    const rows = [...this.#rows].map(([number, cells]) => this.#hidden.mark(number, cells));
    return rows.sort((a, b) => a.number - b.number);
  }

  #openCell({ r = '', t = 'n', s = '0' }: Attributes): void {
    const place = placeOf(r);
    if (r !== '' && !place) throw cannotRead('damaged');
    this.#row = Math.max(1, place?.row ?? this.#row);
    this.#column = place?.column ?? this.#column + 1;
    if (this.#column >= MAX_SHEET_COLUMNS) throw cannotRead('damaged');
    this.#type = t;
    this.#style = Number(s);
    this.#value = '';
    this.#formula = '';
    this.#inline.clear();
  }

  #closeCell(): void {
    const cell = readCell(
      {
        column: this.#column,
        type: this.#type,
        style: this.#style,
        value: this.#value,
        inline: this.#inline.text,
        formula: this.#formula,
      },
      this.#shared,
    );
    if (!cell) return;
    this.#budget.cell();
    this.#budget.text(cell.text);
    const cells = this.#rows.get(this.#row);
    if (cells) cells.push(cell);
    else {
      this.#budget.row();
      this.#rows.set(this.#row, [cell]);
    }
  }

  #merge(name: string): void {
    const merge = readMerge(name);
    if (!merge) return;
    this.#budget.merge();
    this.merges.push(merge);
  }
}
