import type { Grid } from '../grid.ts';
import type { RowRole } from '../rowRole.ts';
import { Budget } from './budget.ts';
import { cellText } from './cellText.ts';
import { Numbering } from './docx/numbering.ts';
import { Paragraph } from './docx/paragraph.ts';
import { readRoleStyles } from './docx/roleStyles.ts';
import { OpenTable } from './docx/table.ts';
import { type Flow, gridsOf } from './flow.ts';
import { MAX_SLOTS } from './limits.ts';
import { cannotRead } from './messages.ts';
import { mainPart, relationsOf } from './relations.ts';
import { type Attributes, prefixed, readXmlPart } from './xml.ts';
import type { Zip } from './zip.ts';

/** The tables of a document of Word, and the paragraphs around them with the numbers that Word shows before them. */
export function readDocx(zip: Zip): Grid[] {
  const part = mainPart(zip, 'word/document.xml');
  const relations = [...relationsOf(zip, part).values()];
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? '';
  const styles = partOf('styles');
  const reader = new DocumentReader(new Numbering(zip, partOf('numbering'), styles), readRoleStyles(zip, styles));
  if (!readXmlPart(zip, part, reader)) throw cannotRead('damaged');
  return gridsOf(reader.flow, new Budget());
}

/** What is not to be seen: texts taken out, readings of characters, the second form of a drawing. */
const UNSEEN = new Set(['del', 'moveFrom', 'rt', 'mc:Fallback']);

class DocumentReader {
  readonly flow: Flow = [];
  readonly #numbering: Numbering;
  readonly #roles: ReadonlyMap<string, RowRole>;
  readonly #tables: OpenTable[] = [];
  /** A text box lies in a paragraph and has its own. */
  readonly #paragraphs: Paragraph[] = [];
  #unseen = 0;
  #isInText = false;
  #slots = MAX_SLOTS;

  constructor(numbering: Numbering, roles: ReadonlyMap<string, RowRole>) {
    this.#numbering = numbering;
    this.#roles = roles;
  }

  open(name: string, attributes: Attributes): void {
    if (UNSEEN.has(name)) this.#unseen++;
    if (this.#unseen > 0) return;
    const table = this.#tables.at(-1);
    switch (name) {
      case 'p':
        this.#paragraphs.push(new Paragraph());
        break;
      case 't':
      case 'm:t':
        this.#isInText = true;
        break;
      case 'tbl':
        this.#tables.push(new OpenTable());
        break;
      case 'tr':
        table?.openRow();
        break;
      case 'tc':
        if (--this.#slots < 0) throw cannotRead('tooLarge');
        table?.openCell();
        break;
      default:
        this.#detail(name, attributes);
    }
  }

  text(text: string): void {
    if (this.#isInText && this.#unseen === 0) this.#paragraphs.at(-1)?.add(text);
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.#unseen--;
    if (this.#unseen > 0) return;
    if (name === 'p') this.#closeParagraph();
    else if (name === 'r') this.#paragraphs.at(-1)?.closeRun();
    else if (name === 't' || name === 'm:t') this.#isInText = false;
    else if (name === 'tc') this.#tables.at(-1)?.closeCell();
    else if (name === 'tr') this.#tables.at(-1)?.closeRow();
    else if (name === 'tbl') {
      const table = this.#tables.pop();
      if (table) this.#flow.push(table);
    }
  }

  /** Where lines go: the innermost cell that is open. */
  get #flow(): Flow {
    return this.#table?.cell?.flow ?? this.flow;
  }

  get #table(): OpenTable | undefined {
    return this.#tables.findLast(({ cell }) => cell);
  }

  #detail(name: string, attributes: Attributes): void {
    const value = prefixed(attributes, 'val');
    const table = this.#tables.at(-1);
    const cell = table?.cell;
    if (name === 'gridBefore') table?.skip(Number(value));
    else if (name === 'gridSpan' && cell) cell.columns = Number(value);
    else if (name === 'vMerge' && cell) cell.isBelow = value !== 'restart';
    else if (name === 'hMerge' && cell) cell.isBeside = value !== 'restart';
    else this.#paragraphs.at(-1)?.open(name, attributes);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    const role = this.#roles.get(paragraph?.style ?? '');
    if (role) this.#table?.markRow(role);
    const text = cellText(paragraph?.end(this.#numbering) ?? '');
    if (text !== '') this.#flow.push(...text.split('\n'));
  }
}
