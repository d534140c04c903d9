import type { Range } from 'vscode-languageserver-types';
import type { Catalogue } from '../profile/catalogue.ts';
import type { Finding } from '../rules/rule.ts';
import { sumMismatch } from '../rules/sumMismatch.ts';
import { totalMismatch } from '../rules/totalMismatch.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { blocksIn } from './blocksIn.ts';
import { PerBlock } from './perBlock.ts';
import { standardKey, tokensOf } from './semanticTokens/blockTokens.ts';
import { encode, join, type TokenPiece } from './semanticTokens/tokenPiece.ts';

/** The profile whose words our grammar for VS Code knows. */
const GRAMMAR_PROFILE = 'guangzhou';

const NONE: readonly number[] = [];

const pieces = new PerBlock<TokenPiece>();

/**
 * The tokens of a document, block by block; a block that did not change has the piece it had. They say what a grammar
 * cannot know; where there is no grammar, or one that does not know the profile's words, they say more.
 */
export async function tokenPieces(document: TableDocument, environment: Environment): Promise<TokenPiece[]> {
  const pieceOf = await reader(document, environment);
  const all: TokenPiece[] = [];
  for (const block of document.sequence) all.push(pieceOf(block));
  return all;
}

/** The tokens of a document, or of the blocks that have lines in a range, encoded as the protocol has them. */
export async function semanticTokens(
  document: TableDocument,
  range: Range | undefined,
  environment: Environment,
): Promise<number[]> {
  if (!range) return join(await tokenPieces(document, environment));
  const pieceOf = await reader(document, environment);
  const places = [...blocksIn(document.sequence, range)];
  return join(
    places.map(({ block }) => pieceOf(block)),
    places[0]?.line,
  );
}

async function reader(document: TableDocument, environment: Environment): Promise<(block: Block) => TokenPiece> {
  const catalogue = await environment.loadCatalogue(document.context.vocabulary.profile.id);
  const { context, checker } = document;
  const standard = standardNames(catalogue);
  const found = checker.findingsByBlock();
  const labels = !environment.client.vscode || context.vocabulary.profile.id !== GRAMMAR_PROFILE;
  const ordinary = [context.vocabulary, context.moneyUnit, standard, labels, ''];
  return (block) => {
    const mismatches = mismatchesIn(found.get(block));
    const given = mismatches === NONE ? ordinary : [...ordinary.slice(0, -1), mismatches.join()];
    return pieces.get(block, given, () =>
      encode(block.text, block.lineEnds, tokensOf(block, { context, standard, mismatches, labels })),
    );
  };
}

/** Where amounts stand that do not add up, as far as somebody is told so. */
function mismatchesIn(found: readonly Finding[] | undefined): readonly number[] {
  const wrong = found?.filter(
    ({ rule, message }) => (rule === totalMismatch || rule === sumMismatch) && message !== 'rounding',
  );
  return wrong && wrong.length > 0 ? wrong.map(({ span }) => span.start) : NONE;
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
