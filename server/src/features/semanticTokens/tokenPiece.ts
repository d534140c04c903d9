import { isComment, isConflictMarker, LineScanner, skipSpaces, skipSpacesBack } from '../../syntax/lines.ts';
import type { Span } from '../../syntax/nodes.ts';
import { MODIFIERS, type TokenModifier, type TokenType, TYPES } from './legend.ts';

export interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier | undefined;
}

/** The tokens of one block, encoded as the protocol has them, the line of the first counted from the block's first. */
export interface TokenPiece {
  /** In as few bytes as their values take. */
  readonly data: Uint8Array | Uint16Array | Uint32Array;
  /** The line of the last token. */
  readonly lastLine: number;
  /** How many lines the block has. */
  readonly lines: number;
}

const INDEX_OF_TYPE = indexed(Object.keys(TYPES) as TokenType[]);
const INDEX_OF_MODIFIER = indexed(Object.keys(MODIFIERS) as TokenModifier[]);

/** Encodes tokens that follow each other and do not overlap. What goes over several lines is a token on each. */
export function encode(text: string, lineEnds: number, tokens: readonly Token[]): TokenPiece {
  const data: number[] = [];
  const lines = new LineScanner(text);
  lines.advance();
  let line = 0;
  let lastLine = 0;
  let lastStart = 0;
  let largest = 0;
  const add = (start: number, end: number, { type, modifier }: Token) => {
    const character = start - lines.start;
    const delta = line - lastLine;
    data.push(
      delta,
      delta === 0 ? character - lastStart : character,
      end - start,
      INDEX_OF_TYPE[type],
      modifier ? 1 << INDEX_OF_MODIFIER[modifier] : 0,
    );
    largest = Math.max(largest, delta, character, end - start);
    lastLine = line;
    lastStart = character;
  };
  for (const token of tokens) {
    let { start } = token;
    while (start < token.end) {
      while (start >= lines.next && lines.next > lines.end) {
        if (!lines.advance()) break;
        line++;
      }
      const first = skipSpaces(text, Math.max(start, lines.start), lines.end);
      const end = skipSpacesBack(text, Math.min(token.end, lines.end), first);
      const isInsert =
        start > token.start && (isComment(text, first, lines.end) || isConflictMarker(text, lines.start, lines.end));
      if (end > first && !isInsert) add(first, end, token);
      if (lines.next >= text.length) break;
      start = lines.next;
    }
  }
  const smallest = largest < 0x100 ? Uint8Array : largest < 0x10000 ? Uint16Array : Uint32Array;
  return { data: smallest.from(data), lastLine, lines: lineEnds };
}

/** The lines from the last token to the end of a piece. */
export function linesAfter({ data, lines, lastLine }: TokenPiece, before: number): number {
  return data.length > 0 ? lines - lastLine : before + lines;
}

/** The numbers of a whole document. */
export function join(pieces: readonly TokenPiece[], linesBefore = 0): number[] {
  let length = 0;
  for (const { data } of pieces) length += data.length;
  const all = new Array<number>(length);
  let at = 0;
  let before = linesBefore;
  for (const piece of pieces) {
    const { data } = piece;
    for (let i = 0; i < data.length; i++) all[at + i] = data[i] as number;
    if (data.length > 0) all[at] = (data[0] as number) + before;
    at += data.length;
    before = linesAfter(piece, before);
  }
  return all;
}

function indexed<Key extends string>(keys: readonly Key[]): Readonly<Record<Key, number>> {
  return Object.fromEntries(keys.map((key, i) => [key, i])) as Record<Key, number>;
}
