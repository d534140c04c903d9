/**
 * The tree of one block. Offsets count UTF-16 code units from the block's start, so that a block can move without its
 * tree changing. Nodes of one list follow each other and never overlap; what lies between them is spaces, line ends and
 * the marks of the grammar (separators, terminators, colons, escapes). No other character is outside a node.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BlockKind = 'head' | 'total' | 'unit' | 'project' | 'include';

/** A line's label: the word, whichever way it was written, and where its colon stands. */
export interface LabelNode extends Span {
  /** Offset of the colon, or `end` where there is none (合计 may stand alone). */
  readonly colon: number;
}

export type Part = Line | Field | Amount | Goal | Indicators;

/** A line that is one thing as a whole; the span leaves out spaces around it. */
export interface Line extends Span {
  readonly type:
    | 'title'
    /** `2025年` on a line of its own. */
    | 'year'
    /** `其中:` on a line of its own. */
    | 'lead'
    | 'comment'
    /** A version control's conflict marker. */
    | 'marker'
    /** Text that belongs to no field. */
    | 'stray';
}

/** A label with a text of one line: names, headers, the project's other fields. */
export interface Field extends Span {
  readonly type: 'field';
  readonly role: 'department' | 'moneyUnit' | 'year' | 'profile' | 'total' | 'unit' | 'project' | 'include' | 'field';
  /** Which of the profile's fields, where `role` is `field`; else 0. */
  readonly index: number;
  readonly label: LabelNode;
  readonly text: Span;
  /** Written `单位:` though the name of an organisation follows. */
  readonly asMoneyUnit?: true;
}

/** One amount column of a row. `text` is the number as written; empty where none is given. */
export interface Amount extends Span {
  readonly type: 'amount';
  readonly column: number;
  /** The `其中:` before the label. */
  readonly lead?: Span;
  readonly label: LabelNode;
  readonly text: Span;
}

/** A goal: all lines up to the next label. `inserts` are the comments and markers among them, which are not its text. */
export interface Goal extends Span {
  readonly type: 'goal';
  readonly index: number;
  readonly label: LabelNode;
  readonly text: Span;
  readonly inserts: readonly Line[];
}

export interface Indicators extends Span {
  readonly type: 'indicators';
  readonly label: LabelNode;
  readonly items: readonly (Indicator | Heading | Line)[];
}

/** A line such as `(一)产出指标`, which gives its class to the indicators below it. */
export interface Heading extends Span {
  readonly type: 'heading';
  /** The class's name or code. */
  readonly class: ClassNode;
  /** The figure in `产出指标(50分)`. */
  readonly weight?: Span;
}

export interface Indicator extends Span {
  readonly type: 'indicator';
  /** The number as written, without the mark after it. */
  readonly number?: Span;
  readonly class1?: ClassNode;
  readonly class2?: ClassNode;
  readonly code3?: Span;
  readonly name?: Span;
  readonly values: readonly Value[];
  /** Comments and markers within the indicator's lines, which are not its text. */
  readonly inserts: readonly Line[];
}

/** A class as written: `11-数量指标`, its code alone, or its name alone. */
export interface ClassNode extends Span {
  readonly code?: Span;
  readonly name?: Span;
}

export interface Value extends Span {
  /** Which of the profile's value labels; -1 where no label is written and the value is every label's. */
  readonly index: number;
  readonly label?: LabelNode;
  /** The label is one letter away from the one that is meant. */
  readonly misspelt?: true;
  readonly text: Span;
}

/** One row of the table, or what stands before the first row. */
export interface BlockTree {
  readonly kind: BlockKind;
  readonly parts: readonly Part[];
}
