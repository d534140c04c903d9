import type { Attributes } from '../xml.ts';
import { prefixed } from '../xml.ts';
import type { Item, Numbering } from './numbering.ts';

/** Boxes to tick, which Word takes from fonts of signs. */
const SIGNS: Readonly<Record<string, string>> = {
  '52': '☑',
  FE: '☑',
  '53': '☒',
  FD: '☒',
  A3: '□',
  A8: '□',
  '6F': '□',
  '71': '□',
  FC: '√',
};

/** Signs of the font Symbol. */
const COMPARISONS: Readonly<Record<string, string>> = { A3: '≤', B3: '≥', B4: '×', B1: '±', B0: '°' };

/** A paragraph while it is read. */
export class Paragraph {
  #text = '';
  #isInRun = false;
  #style = '';
  #list: string | undefined;
  #level: number | undefined;

  add(text: string): void {
    this.#text += text;
  }

  /** An element in the paragraph: of its properties, or of its runs, where some stand for characters. */
  open(name: string, attributes: Attributes): void {
    const value = prefixed(attributes, 'val') ?? '';
    if (name === 'r') this.#isInRun = true;
    else if (this.#isInRun) this.#text += characterOf(name, attributes);
    else if (name === 'pStyle') this.#style = value;
    else if (name === 'numId') this.#list = value;
    else if (name === 'ilvl') this.#level = Number(value);
  }

  /** Id of its style; empty where it has none of its own. */
  get style(): string {
    return this.#style;
  }

  closeRun(): void {
    this.#isInRun = false;
  }

  /** The text with the number that Word shows before it. */
  end(numbering: Numbering): string {
    const item = this.#item(numbering);
    return (item ? numbering.next(item) : '') + this.#text;
  }

  #item(numbering: Numbering): Item | undefined {
    const ofStyle = numbering.ofStyle(this.#style);
    const list = this.#list ?? ofStyle?.list;
    return list === undefined || list === '0' ? undefined : { list, level: this.#level ?? ofStyle?.level ?? 0 };
  }
}

function characterOf(name: string, attributes: Attributes): string {
  switch (name) {
    case 'tab':
      return ' ';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return signOf(prefixed(attributes, 'char') ?? '', prefixed(attributes, 'font') ?? '');
    default:
      return '';
  }
}

function signOf(code: string, font: string): string {
  const short = code.replace(/^F0(?=..$)/i, '').toUpperCase();
  const signs = /symbol/i.test(font) ? COMPARISONS : SIGNS;
  return signs[short] ?? String.fromCharCode(Number.parseInt(code, 16) || 0xfffd);
}
