import { edited, inOrder } from '../rules/edits.ts';
import { reread } from '../rules/reread.ts';
import type { Fix, Rule, TextEdit } from '../rules/rule.ts';
import { totalMismatch } from '../rules/totalMismatch.ts';
import type { Block } from '../syntax/blocks.ts';
import type { PlacedFinding } from '../workspace/lastStep.ts';
import { TableDocument } from '../workspace/tableDocument.ts';
import { fixesOf } from './codeActions.ts';
import { Pieces } from './pieces.ts';

/**
 * What is mended in one go: the fields of the rows, then their totals, then the sums of the units, then 合计. What is
 * mended first may move what comes after it.
 */
const PHASES: readonly ((placed: PlacedFinding) => boolean)[] = [
  ({ finding }) => finding.rule !== totalMismatch && !isSum(finding.rule),
  ({ finding }) => finding.rule === totalMismatch,
  ({ finding, place }) => isSum(finding.rule) && place.block.kind === 'unit',
  ({ finding, place }) => isSum(finding.rule) && place.block.kind === 'total',
];

/** Fixes that lie over each other are applied in turns, and a sum set right may make a field spare; no text needs more. */
const MOST_TURNS = 50;

/**
 * The fix of a finding that may be applied with others, if it has one.
 * @param isAsked whether somebody asks for all of the rule
 */
export function sureFix(placed: PlacedFinding, document: TableDocument, isAsked: boolean): Fix | undefined {
  return fixesOf(placed, document).find(({ sure }) => sure === true || (isAsked && sure === 'asked'));
}

/**
 * Applies all sure fixes of a document, or those of one rule, until there are no more; gives the edits of the document
 * that come to the same, in order, offsets in the document. An amount that is set to its sum and would no longer be
 * what its own sources make is left to people.
 */
export function fixAll(document: TableDocument, only?: Rule): TextEdit[] {
  const isWanted = ({ finding }: PlacedFinding) => !only || finding.rule === only;
  const isAsked = only !== undefined;
  if (!document.findings().some((placed) => isWanted(placed) && sureFix(placed, document, isAsked))) return [];
  const work = new FixedDocument(document, isAsked);
  let isDone = false;
  for (let round = 0; round < MOST_TURNS && !isDone; round++) {
    isDone = true;
    for (const belongs of PHASES) {
      for (let turn = 0; turn < MOST_TURNS; turn++) {
        if (!work.turn((placed) => isWanted(placed) && belongs(placed))) break;
        isDone = false;
      }
    }
  }
  return work.edits();
}

/** A copy of a document on which fixes are applied, and what has become of the document's text. */
class FixedDocument {
  readonly #copy: TableDocument;
  readonly #pieces: Pieces;
  readonly #isAsked: boolean;

  constructor(document: TableDocument, isAsked: boolean) {
    this.#isAsked = isAsked;
    const { uri, languageId, version, settings, tables } = document;
    const text = document.getText();
    this.#copy = new TableDocument(uri, languageId, version, text, settings, tables);
    this.#pieces = new Pieces(text);
  }

  edits(): TextEdit[] {
    return this.#pieces.edits();
  }

  /** Applies the sure fixes of some findings, those that lie over another left out; tells whether there was any. */
  turn(isWanted: (placed: PlacedFinding) => boolean): boolean {
    const byBlock = new Map<Block, PlacedFinding[]>();
    for (const placed of this.#copy.findings().filter(isWanted)) {
      const own = byBlock.get(placed.place.block);
      if (own) own.push(placed);
      else byBlock.set(placed.place.block, [placed]);
    }
    const edits: TextEdit[] = [];
    for (const [block, own] of byBlock) {
      const fixes = own.flatMap((placed) => sureFix(placed, this.#copy, this.#isAsked) ?? []);
      if (own.some(({ finding }) => isSum(finding.rule)) && !this.#totalHolds(block, fixes)) continue;
      const { offset } = (own[0] as PlacedFinding).place;
      const taken: TextEdit[] = [];
      for (const fix of fixes) {
        if (!fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...fix.edits);
      }
      edits.push(...inOrder(taken).map((edit) => ({ ...edit, start: offset + edit.start, end: offset + edit.end })));
    }
    this.#pieces.replace(edits);
    for (const { start, end, text } of [...edits].reverse()) this.#copy.edit(start, end, text);
    return edits.length > 0;
  }

  /** Whether a row's total is still the sum of its sources once its sums are set right. */
  #totalHolds(block: Block, fixes: readonly Fix[]): boolean {
    const { context } = this.#copy;
    const edits = fixes.flatMap((fix) => fix.edits);
    const row = reread(this.#copy.row(block), block.text, edits, context);
    let holds = true;
    totalMismatch.check?.(row, edited(block.text, edits), context, ({ severity }) => {
      if (severity !== 'info') holds = false;
    });
    return holds;
  }
}

function isSum(rule: Rule): boolean {
  return rule.scope === 'table' && rule.looksAt === 'sums';
}

/** Whether two edits lie over each other or put text in at the same place. */
function touch(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
