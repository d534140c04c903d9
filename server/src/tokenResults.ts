import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver-types';
import { join, linesAfter, type TokenPiece } from './features/semanticTokens/tokenPiece.ts';
import type { TableDocument } from './workspace/tableDocument.ts';

interface Result {
  readonly resultId: string;
  readonly pieces: readonly TokenPiece[];
}

/** How many results of a document are kept: a client may have dropped the last ones on their way. */
const KEPT = 4;

/** The tokens that a client was sent last of each document, so that the next time only what changed travels. */
export class TokenResults {
  readonly #sent = new WeakMap<TableDocument, Result[]>();
  #count = 0;

  full(document: TableDocument, pieces: readonly TokenPiece[]): SemanticTokens {
    return { resultId: this.#keep(document, pieces), data: join(pieces) };
  }

  /** What changed since a result; all of it where that is not among the last. */
  since(
    previous: string,
    document: TableDocument,
    pieces: readonly TokenPiece[],
  ): SemanticTokens | SemanticTokensDelta {
    const before = this.#sent.get(document)?.find(({ resultId }) => resultId === previous);
    if (!before) return this.full(document, pieces);
    return { resultId: this.#keep(document, pieces), edits: editsBetween(before.pieces, pieces) };
  }

  #keep(document: TableDocument, pieces: readonly TokenPiece[]): string {
    const resultId = String(++this.#count);
    this.#sent.set(document, [{ resultId, pieces }, ...(this.#sent.get(document) ?? [])].slice(0, KEPT));
    return resultId;
  }
}

/** The edits that make the numbers of some pieces those of others. Costs little for each piece that stayed. */
export function editsBetween(before: readonly TokenPiece[], after: readonly TokenPiece[]): SemanticTokensEdit[] {
  const writer = new EditWriter();
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) writer.keep(before[front++] as TokenPiece);
  let back = 0;
  while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  const [beforeEnd, afterEnd] = [before.length - back, after.length - back];
  const stays = inBoth(before.slice(front, beforeEnd), after.slice(front, afterEnd));
  let [i, j] = [front, front];
  while (i < beforeEnd || j < afterEnd) {
    const [old, now] = [before[i], after[j]];
    if (old === now && old) {
      writer.keep(old);
      i++;
      j++;
    } else if (i < beforeEnd && old && !stays.has(old)) {
      writer.remove(old);
      i++;
    } else if (j < afterEnd && now && !stays.has(now)) {
      writer.add(now);
      j++;
    } else {
      // Both stay and are in another order: which no edit does, and which is right all the same.
      for (; i < beforeEnd; i++) writer.remove(before[i] as TokenPiece);
      for (; j < afterEnd; j++) writer.add(after[j] as TokenPiece);
    }
  }
  for (let k = beforeEnd; k < before.length && writer.isShifted; k++) writer.keep(before[k] as TokenPiece);
  return writer.edits();
}

function inBoth(before: readonly TokenPiece[], after: readonly TokenPiece[]): ReadonlySet<TokenPiece> {
  const there = new Set(before);
  return new Set(after.filter((piece) => there.has(piece)));
}

/** Collects edits of the numbers while it goes over the pieces before and after. */
class EditWriter {
  readonly #edits: { start: number; deleteCount: number; data: number[] }[] = [];
  /** How many numbers before the change are behind it. */
  #at = 0;
  #linesBefore = 0;
  #linesAfter = 0;

  /** What stays is to count its lines anew. */
  get isShifted(): boolean {
    return this.#linesBefore !== this.#linesAfter;
  }

  keep(piece: TokenPiece): void {
    const { data } = piece;
    // A piece's first number counts from the last token before it.
    if (data.length > 0 && this.isShifted) {
      this.#put(1, [(data[0] as number) + this.#linesAfter]);
      this.#at += data.length - 1;
    } else this.#at += data.length;
    this.#linesBefore = linesAfter(piece, this.#linesBefore);
    this.#linesAfter = linesAfter(piece, this.#linesAfter);
  }

  remove(piece: TokenPiece): void {
    this.#put(piece.data.length, []);
    this.#linesBefore = linesAfter(piece, this.#linesBefore);
  }

  add(piece: TokenPiece): void {
    this.#put(0, join([piece], this.#linesAfter));
    this.#linesAfter = linesAfter(piece, this.#linesAfter);
  }

  edits(): SemanticTokensEdit[] {
    return this.#edits;
  }

  #put(deleteCount: number, data: readonly number[]): void {
    if (deleteCount === 0 && data.length === 0) return;
    const last = this.#edits.at(-1);
    if (last && last.start + last.deleteCount === this.#at) {
      last.deleteCount += deleteCount;
      for (const number of data) last.data.push(number);
    } else this.#edits.push({ start: this.#at, deleteCount, data: [...data] });
    this.#at += deleteCount;
  }
}
