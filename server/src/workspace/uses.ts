import { isOfPeriodOrYear } from '../rules/judged.ts';
import type { Block } from '../syntax/blocks.ts';
import type { BlockChange } from '../syntax/document.ts';
import type { Indicator } from '../table/row.ts';
import { valueParts } from '../table/valueParts.ts';
import type { Rows } from './rows.ts';

/** Longer texts are prose, which nobody writes twice. */
const LONGEST = 60;

/** Where more than so many counted blocks went at once, all is counted anew, by and by. */
const MOST_GONE = 300;

/** So many blocks are counted when somebody asks for what tables have written: a table of people at once. */
const MOST_READ = 100;

/** Counts some blocks of tables that are not counted yet, for somebody who waits for an answer. */
export function countSome(tables: readonly Uses[]): void {
  let left = MOST_READ;
  for (const uses of tables) {
    // A large one is begun, and counted on while nobody waits.
    if (left > 0 && (!uses.isBegun || uses.waiting <= MOST_READ)) left -= uses.read(left);
  }
}

/** How often each text is written, those that are not any more left out. */
export type Counts = ReadonlyMap<string, number>;

/** A name of an indicator that a table has, in one class. */
export interface NameUse {
  readonly name: string;
  readonly count: number;
  /** Its values as they are written, and how often. */
  readonly values: Counts;
}

/** What a table writes in a class of indicators. */
export interface ClassUses {
  readonly count: number;
  readonly names: ReadonlyMap<string, NameUse>;
  /** What stands before the number of its values (`≥`, `不少于`, nothing), and how often. */
  readonly operators: Counts;
  /** What stands behind it: its unit, and what may compare from there. */
  readonly endings: Counts;
}

/**
 * What a table has written: names of units and projects, indicators by class, their values. Blocks are read when
 * somebody asks, so many at a time, and each once; an edit only notes which came and went.
 */
export class Uses {
  readonly #rows: Rows;
  #waiting: Set<Block>;
  readonly #gone = new Set<Block>();
  #isBegun = false;
  readonly #classes = new Map<string, MutableClass>();
  readonly #texts: Record<'projects' | 'units', Map<string, number>> = { projects: new Map(), units: new Map() };
  readonly #fields = new Map<string, Map<string, number>>();

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#waiting = new Set(rows.sequence);
  }

  /** Takes over an edit of the blocks. */
  change({ removed, added }: BlockChange): void {
    for (const block of removed) if (!this.#waiting.delete(block)) this.#gone.add(block);
    for (const block of added) this.#waiting.add(block);
  }

  /** Reads blocks that are not counted yet, so many at most, and says how many it read. */
  read(most: number): number {
    this.#isBegun = true;
    if (this.#gone.size > MOST_GONE) this.#startAnew();
    let count = 0;
    for (const block of this.#waiting) {
      if (count === most) return count;
      this.#waiting.delete(block);
      this.#count(block, 1);
      count++;
    }
    // Only now: what the new version of a block has again stays where it is.
    for (const block of this.#gone) this.#count(block, -1);
    count += this.#gone.size;
    this.#gone.clear();
    return count;
  }

  /** Whether some blocks have been counted. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  /** How many blocks are not counted yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether all blocks are counted. */
  get isWhole(): boolean {
    return this.#waiting.size === 0;
  }

  #startAnew(): void {
    this.#waiting = new Set(this.#rows.sequence);
    this.#gone.clear();
    for (const counts of [this.#classes, this.#fields, this.#texts.projects, this.#texts.units]) counts.clear();
  }

  get projects(): Counts {
    return this.#texts.projects;
  }

  get units(): Counts {
    return this.#texts.units;
  }

  /** What stands in a field of projects, or in 部门名称. */
  field(label: string): Counts {
    return this.#fields.get(label) ?? NOTHING;
  }

  of(code: string): ClassUses | undefined {
    return this.#classes.get(code);
  }

  #count(block: Block, step: 1 | -1): void {
    const row = this.#rows.row(block);
    const { vocabulary } = this.#rows.context;
    const name = row.name === '' ? '' : block.text.slice(row.nameSpan.start, row.nameSpan.end);
    if (row.kind === 'project') add(this.#texts.projects, name, step);
    if (row.kind === 'unit') add(this.#texts.units, name, step);
    for (const field of row.fields) {
      const label =
        field.role === 'field'
          ? vocabulary.profile.fields[field.index]?.name
          : FIELD_OF_HEAD[field.role as 'department'];
      if (label === undefined) continue;
      const texts = this.#fields.get(label) ?? new Map<string, number>();
      this.#fields.set(label, texts);
      add(texts, block.text.slice(field.text.start, field.text.end), step);
    }
    for (const indicator of row.indicators) this.#countIndicator(indicator, block.text, step);
  }

  #countIndicator(indicator: Indicator, text: string, step: 1 | -1): void {
    const written = writtenIn(indicator, text);
    if (!written) return;
    const { code, name, value } = written;
    const own = this.#classes.get(code) ?? new MutableClass();
    this.#classes.set(code, own);
    own.count += step;
    if (value !== undefined) {
      const [before, number, after] = valueParts(value);
      if (number !== '') {
        add(own.operators, before, step, true);
        add(own.endings, after, step);
      }
    }
    if (!isShort(name)) return;
    const use = own.names.get(name) ?? { name, count: 0, values: new Map<string, number>() };
    use.count += step;
    if (value !== undefined) add(use.values, value, step);
    if (use.count > 0) own.names.set(name, use);
    else own.names.delete(name);
  }
}

const NOTHING: Counts = new Map();
const FIELD_OF_HEAD = { department: '部门名称' } as const;

class MutableClass implements ClassUses {
  count = 0;
  readonly names = new Map<string, { readonly name: string; count: number; readonly values: Map<string, number> }>();
  readonly operators = new Map<string, number>();
  readonly endings = new Map<string, number>();
}

/** What an indicator counts as. */
export interface WrittenIndicator {
  readonly code: string;
  /** As it is written, escapes and all. */
  readonly name: string;
  readonly value: string | undefined;
}

/** What an indicator of a block counts as; undefined where its class is not known. */
export function writtenIn(indicator: Indicator, text: string): WrittenIndicator | undefined {
  const code = indicator.level2?.code;
  const { name } = indicator.node;
  if (code === undefined) return undefined;
  return { code, name: name ? text.slice(name.start, name.end) : '', value: writtenValue(indicator, text) };
}

/** An indicator's value as it is written: the last of its label's that says something on one line. */
function writtenValue({ values }: Indicator, text: string): string | undefined {
  const value = values.findLast((one) => isOfPeriodOrYear(one) && one.node.text.end > one.node.text.start);
  const written = value && text.slice(value.node.text.start, value.node.text.end);
  return written !== undefined && isShort(written) ? written : undefined;
}

function isShort(text: string): boolean {
  return text !== '' && text.length <= LONGEST && !text.includes('\n') && !text.includes('\r');
}

function add(counts: Map<string, number>, text: string, step: 1 | -1, mayBeEmpty = false): void {
  if (!isShort(text) && !(mayBeEmpty && text === '')) return;
  const count = (counts.get(text) ?? 0) + step;
  if (count > 0) counts.set(text, count);
  else counts.delete(text);
}
