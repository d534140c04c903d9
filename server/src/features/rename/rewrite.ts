import { removeAround } from '../../rules/edits.ts';
import type { TextEdit } from '../../rules/rule.ts';
import { splitBlocks } from '../../syntax/blocks.ts';
import { escapeTexts } from '../../syntax/escape.ts';
import type { BlockKind, BlockTree, Line, Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { joinedText } from '../../syntax/text.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';

/** A block as far as rewriting a name in it goes. */
interface Written {
  readonly kind: BlockKind;
  readonly text: string;
}

/**
 * The edits that put a new name in the place of an old one, with the escapes it needs there; undefined where the block
 * would read otherwise whatever is escaped. Comments that stand inside the old name stay.
 */
export function rewriteName(block: Written, span: Span, name: string, vocabulary: Vocabulary): TextEdit[] | undefined {
  const before = parseBlock(block.kind, block.text, vocabulary);
  const [first, ...others] = removeAround(block.text, span, insertsOf(before));
  if (!first) return undefined;
  const meant = JSON.stringify(shapeOf(before, { ...block, at: first.start, name: undefined }));
  const editsFor = (written: string) => [{ ...first, text: written }, ...others];
  const known = new Map<string, boolean>();
  const reads = ([written = '']: readonly string[]) => {
    const answer = known.get(written) ?? readsAs(written);
    known.set(written, answer);
    return answer;
  };
  const readsAs = (written: string) => {
    const text = applied(block.text, editsFor(written));
    const [own, ...more] = splitBlocks(text, vocabulary);
    if (own?.kind !== block.kind || more.length > 0) return false;
    const after = parseBlock(block.kind, text, vocabulary);
    return JSON.stringify(shapeOf(after, { text, at: first.start, name })) === meant;
  };
  const [written = ''] = escapeTexts([name], reads);
  return reads([written]) ? editsFor(written) : undefined;
}

function insertsOf({ parts }: BlockTree): Line[] {
  return parts.flatMap((part) =>
    part.type === 'indicators' ? part.items.flatMap((item) => (item.type === 'indicator' ? item.inserts : [])) : [],
  );
}

function applied(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

interface Shaping {
  readonly text: string;
  /** Where the name begins that is rewritten. */
  readonly at: number;
  /** What is to stand there; undefined where anything may. */
  readonly name: string | undefined;
}

const RENAMED = '\0';

/** What a tree says, wherever it stands: its nodes with their texts, the rewritten name as a mark where it reads as meant. */
function shapeOf(node: unknown, shaping: Shaping, inserts: readonly Line[] = []): unknown {
  if (Array.isArray(node)) return node.map((item) => shapeOf(item, shaping, inserts));
  if (typeof node !== 'object' || node === null) return node;
  const own = 'inserts' in node ? (node.inserts as readonly Line[]) : inserts;
  const entries = Object.entries(node).filter(([key]) => key !== 'start' && key !== 'end' && key !== 'colon');
  if (!entries.some(([, value]) => typeof value === 'object')) {
    const { start, end } = node as Span;
    const text = joinedText(shaping.text, { start, end }, own);
    const isName = start === shaping.at && start < end && (shaping.name === undefined || text === shaping.name);
    return [Object.fromEntries(entries), isName ? RENAMED : text];
  }
  return entries.map(([key, value]) => [key, shapeOf(value, shaping, own)]);
}
