import { type Attributes, prefixed, readXmlPart } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { numberText } from './numberText.ts';

/** A level of a list: `%1、` in numbers of some format. */
interface Level {
  start: number;
  format: string;
  text: string;
}

interface List {
  /** What lists of one kind count together by. */
  readonly kind: string;
  readonly starts: Map<number, number>;
}

/** A paragraph's place in a list. */
export interface Item {
  readonly list: string;
  readonly level: number;
}

const LEVELS = 9;

/** The numbers that Word shows before paragraphs and does not write into them. Asked for them in the document's order. */
export class Numbering {
  readonly #kinds = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, Item>();
  readonly #counters = new Map<string, number[]>();
  readonly #started = new Set<string>();

  constructor(zip: Zip, numbering: string, styles: string) {
    this.#readNumbering(zip, numbering);
    this.#readStyles(zip, styles);
  }

  /** The list that paragraphs of a style are in. */
  ofStyle(style: string): Item | undefined {
    return this.#styles.get(style);
  }

  /** What stands before the next paragraph of a list. */
  next({ list: id, level }: Item): string {
    const list = this.#lists.get(id);
    const levels = list && this.#kinds.get(list.kind);
    if (!levels || level >= LEVELS) return '';
    const counters = this.#counters.get(list.kind) ?? [];
    this.#counters.set(list.kind, counters);
    this.#startAnew(id, list, counters);
    const startOf = (at: number) => levels.get(at)?.start ?? 1;
    counters[level] = (counters[level] ?? startOf(level) - 1) + 1;
    counters.length = level + 1;
    const shown = (at: number) => numberText(counters[at] ?? startOf(at), levels.get(at)?.format ?? 'decimal');
    const { text = '', format = '' } = levels.get(level) ?? {};
    if (format === 'bullet') return '';
    const label = text.replace(/%([1-9])/g, (_, digit: string) => shown(Number(digit) - 1));
    return /[\w.]$/.test(label) ? `${label} ` : label;
  }

  /** A list may say that it counts anew; once. */
  #startAnew(id: string, { starts }: List, counters: number[]): void {
    if (this.#started.has(id)) return;
    this.#started.add(id);
    for (const [level, start] of starts) counters[level] = start - 1;
  }

  #readNumbering(zip: Zip, part: string): void {
    let levels: Map<number, Level> | undefined;
    let level: Level | undefined;
    let id = '';
    let list: List | undefined;
    let overridden = 0;
    const open = (name: string, attributes: Attributes) => {
      const value = prefixed(attributes, 'val') ?? '';
      if (name === 'abstractNum') {
        levels = new Map();
        this.#kinds.set(prefixed(attributes, 'abstractNumId') ?? '', levels);
      } else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        levels?.set(Number(prefixed(attributes, 'ilvl')), level);
      } else if (name === 'start' && level) level.start = Number(value);
      else if (name === 'numFmt' && level) level.format = value;
      else if (name === 'lvlText' && level) level.text = value;
      else if (name === 'num') id = prefixed(attributes, 'numId') ?? '';
      else if (name === 'abstractNumId') {
        list = { kind: value, starts: new Map() };
        this.#lists.set(id, list);
      } else if (name === 'lvlOverride') overridden = Number(prefixed(attributes, 'ilvl'));
      else if (name === 'startOverride' && overridden < LEVELS) list?.starts.set(overridden, Number(value));
    };
    const close = (name: string) => {
      if (name === 'abstractNum') levels = undefined;
      if (name === 'lvl') level = undefined;
    };
    readXmlPart(zip, part, { open, close });
  }

  #readStyles(zip: Zip, part: string): void {
    let style = '';
    let level = 0;
    readXmlPart(zip, part, {
      open: (name, attributes) => {
        if (name === 'style') {
          style = prefixed(attributes, 'styleId') ?? '';
          level = 0;
        } else if (name === 'ilvl') level = Number(prefixed(attributes, 'val'));
        else if (name === 'numId') this.#styles.set(style, { list: prefixed(attributes, 'val') ?? '', level });
      },
    });
  }
}
