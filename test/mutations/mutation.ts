import type { BlockPlace } from '../../server/src/syntax/blockSequence.ts';
import type { Span } from '../../server/src/syntax/nodes.ts';
import type { Amount, Indicator, IndicatorValue, Row } from '../../server/src/table/row.ts';
import type { TableSettings } from '../../server/src/workspace/settings.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';

/** Slips of a known kind, made in a sound table at a random place: each is to be found there, and nothing else. */

/** A replacement of text; offsets count in the document. */
export interface Edit extends Span {
  readonly text: string;
}

/** What a slip is to bring to light: a finding of a rule that touches a span of the table as it was before the slip. */
export interface Expected {
  readonly rule: string;
  readonly at: Span;
}

export interface Slip {
  /** In order, not overlapping. */
  readonly edits: readonly Edit[];
  readonly expected: readonly Expected[];
  /** Whether the first fix of the first expected finding restores the text. */
  readonly restored: boolean;
}

/** Chooses one of some items; undefined where there are none. */
export type Pick = <T>(items: readonly T[]) => T | undefined;

export interface Mutation {
  /** The rule whose finding it is. */
  readonly rule: string;
  /** What the clerk did wrong. */
  readonly name: string;
  /** The file of the sound example that it is made in; the large one where none is named. */
  readonly example?: string;
  /** What the table with the slip is read by. */
  readonly settings?: Partial<TableSettings>;
  /** Chooses a place and makes the slip; undefined where the place it chose will not do. */
  slip(table: Table, pick: Pick): Slip | undefined;
}

/** A row of the table and where its block stands. */
export interface PlacedRow {
  readonly place: BlockPlace;
  readonly row: Row;
  readonly text: string;
}

/** A sound table, with its rows at hand. All spans that it gives count in the document. */
export class Table {
  readonly document: TableDocument;
  readonly text: string;
  readonly rows: readonly PlacedRow[];

  constructor(document: TableDocument) {
    this.document = document;
    this.text = document.getText();
    this.rows = [...document.sequence].map((block) => {
      return { place: document.placeOf(block), row: document.row(block), text: block.text };
    });
  }

  get projects(): readonly PlacedRow[] {
    return this.rows.filter(({ row }) => row.kind === 'project');
  }

  get units(): readonly PlacedRow[] {
    return this.rows.filter(({ row }) => row.kind === 'unit');
  }

  /** All indicators of all projects, each with its row. */
  get indicators(): readonly { readonly in: PlacedRow; readonly indicator: Indicator }[] {
    return this.projects.flatMap((placed) => placed.row.indicators.map((indicator) => ({ in: placed, indicator })));
  }

  /** All values of all indicators. */
  get values(): readonly {
    readonly in: PlacedRow;
    readonly indicator: Indicator;
    readonly value: IndicatorValue;
  }[] {
    return this.indicators.flatMap(({ in: placed, indicator }) =>
      indicator.values.map((value) => ({ in: placed, indicator, value })),
    );
  }

  /** All amounts of rows of all kinds. */
  get amounts(): readonly { readonly in: PlacedRow; readonly amount: Amount }[] {
    return this.rows.flatMap((placed) => placed.row.amounts.map((amount) => ({ in: placed, amount })));
  }

  /** A span of a block in the document. */
  spanIn({ place }: PlacedRow, { start, end }: Span): Span {
    return { start: place.offset + start, end: place.offset + end };
  }

  /** The text of a span of the document. */
  at({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The whole lines that a span of the document stands on, with the line end behind them. */
  linesOf({ start, end }: Span): Span {
    const next = this.text.indexOf('\n', Math.max(start, end - 1));
    return { start: this.text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? this.text.length : next + 1 };
  }
}
