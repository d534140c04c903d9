import type { Range } from 'vscode-languageserver-types';
import type { Catalogue } from '../profile/catalogue.ts';
import type { RuleContext } from '../rules/rule.ts';
import { sumMismatch } from '../rules/sumMismatch.ts';
import { totalMismatch } from '../rules/totalMismatch.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { blocksIn } from './blocksIn.ts';
import { catalogueOf } from './catalogue.ts';
import { PerBlock } from './perBlock.ts';
import { standardKey, type TokenQuestion, tokensOf } from './semanticTokens/blockTokens.ts';
import { encode, join, type TokenPiece } from './semanticTokens/tokenPiece.ts';

/** The profile whose words our grammar for VS Code knows. */
const GRAMMAR_PROFILE = 'guangzhou';

const NONE: readonly number[] = [];

const kept = new PerBlock<TokenPiece>();

/** What was answered last about a document. */
interface Answer {
  readonly reader: Reader;
  readonly blocks: readonly Block[];
  readonly pieces: readonly TokenPiece[];
}

const answers = new WeakMap<TableDocument, Answer>();

/**
 * The tokens of a document, block by block; a block that did not change has the piece it had. They say what a grammar
 * cannot know; where there is no grammar, or one that does not know the profile's words, they say more.
 */
export async function tokenPieces(document: TableDocument, environment: Environment): Promise<readonly TokenPiece[]> {
  const reader = await readerOf(document, environment);
  const blocks = document.sequence.list();
  const last = answers.get(document);
  const pieces = last?.reader.isLike(reader) ? changedPieces(last, blocks, reader) : blocks.map(reader.pieceOf);
  answers.set(document, { reader, blocks, pieces });
  return pieces;
}

/** The pieces as they were but for what changed: for most blocks nothing needs to be looked up. */
function changedPieces(last: Answer, blocks: readonly Block[], reader: Reader): TokenPiece[] {
  const { length } = blocks;
  const pieces = new Array<TokenPiece>(length);
  const piece = (i: number, before: number) => {
    const block = blocks[i] as Block;
    const isOdd = reader.mismatches.has(block) || last.reader.mismatches.has(block);
    pieces[i] = isOdd ? reader.pieceOf(block) : (last.pieces[before] as TokenPiece);
  };
  let front = 0;
  for (; front < length && blocks[front] === last.blocks[front]; front++) piece(front, front);
  const shift = last.blocks.length - length;
  let back = length;
  for (; back > front && back + shift > front && blocks[back - 1] === last.blocks[back - 1 + shift]; back--) {
    piece(back - 1, back - 1 + shift);
  }
  for (let i = front; i < back; i++) pieces[i] = reader.pieceOf(blocks[i] as Block);
  return pieces;
}

/** The tokens of a document, or of the blocks that have lines in a range, encoded as the protocol has them. */
export async function semanticTokens(
  document: TableDocument,
  range: Range | undefined,
  environment: Environment,
): Promise<number[]> {
  if (!range) return join(await tokenPieces(document, environment));
  const { pieceOf } = await readerOf(document, environment);
  const places = [...blocksIn(document.sequence, range)];
  return join(
    places.map(({ block }) => pieceOf(block)),
    places[0]?.line,
  );
}

async function readerOf(document: TableDocument, environment: Environment): Promise<Reader> {
  const catalogue = await catalogueOf(document.context.vocabulary.profile, environment);
  const { context } = document;
  const isKnown = context.vocabulary.profile.id === GRAMMAR_PROFILE;
  const grammar = !environment.client.vscode ? 'none' : isKnown ? 'knows the profile' : 'knows no profile';
  return new Reader(context, standardNames(catalogue), grammar, mismatchesIn(document));
}

/** Reads the tokens of blocks, each once as long as what they depend on stays. */
class Reader {
  readonly mismatches: ReadonlyMap<Block, readonly number[]>;
  readonly #context: RuleContext;
  readonly #standard: ReadonlySet<string>;
  readonly #grammar: TokenQuestion['grammar'];
  /** What the tokens of a block depend on besides the block and its mismatches. */
  readonly #given: readonly unknown[];

  constructor(
    context: RuleContext,
    standard: ReadonlySet<string>,
    grammar: TokenQuestion['grammar'],
    mismatches: ReadonlyMap<Block, readonly number[]>,
  ) {
    this.#context = context;
    this.#standard = standard;
    this.#grammar = grammar;
    this.#given = [context.vocabulary, context.moneyUnit, standard, grammar];
    this.mismatches = mismatches;
  }

  /** Whether blocks without mismatches have the same tokens for another reader. */
  isLike(other: Reader): boolean {
    return this.#given.every((one, i) => one === other.#given[i]);
  }

  readonly pieceOf = (block: Block): TokenPiece => {
    const mismatches = this.mismatches.get(block) ?? NONE;
    const given = [...this.#given, mismatches.join()];
    const question = { context: this.#context, standard: this.#standard, grammar: this.#grammar, mismatches };
    return kept.get(block, given, () => encode(block.text, block.lineEnds, tokensOf(block, question)));
  };
}

/** Where amounts stand that do not add up, as far as somebody is told so. */
function mismatchesIn({ checker }: TableDocument): ReadonlyMap<Block, readonly number[]> {
  const mismatches = new Map<Block, readonly number[]>();
  for (const [block, found] of checker.findingsByBlock()) {
    const wrong = found.filter(
      ({ rule, message }) => (rule === totalMismatch || rule === sumMismatch) && message !== 'rounding',
    );
    if (wrong.length > 0)
      mismatches.set(
        block,
        wrong.map(({ span }) => span.start),
      );
  }
  return mismatches;
}

const standardByCatalogue = new WeakMap<Catalogue, ReadonlySet<string>>();

function standardNames(catalogue: Catalogue): ReadonlySet<string> {
  let names = standardByCatalogue.get(catalogue);
  if (!names) {
    names = new Set(catalogue.map((indicator) => standardKey(indicator.class, indicator.name)));
    standardByCatalogue.set(catalogue, names);
  }
  return names;
}
