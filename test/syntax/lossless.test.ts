import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitBlocks } from '../../server/src/syntax/blocks.ts';
import { fold, isLineEnd, isSpace } from '../../server/src/syntax/characters.ts';
import type { BlockTree, ClassNode, Indicator, Line, Part, Span, Value } from '../../server/src/syntax/nodes.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { vocabulary } from './outline.ts';
import { anyString, damagedExample, indicatorsText, languageText } from './texts.ts';

/**
 * Invariant 1: parsing never throws and loses nothing. The leaves of a tree are: a line that is one thing as a whole, a
 * heading, a label, the text of a field, amount, goal or value, the lead before a column, an indicator's number, a
 * class's code and name, code 3, an indicator's name. Every character is in exactly one leaf but spaces, line ends and
 * the grammar's marks; comments and markers (the inserts) stand between leaves or inside the text of one.
 */
const MARKS = new Set([...';:,.()-\\'].map((mark) => mark.charCodeAt(0)).concat(0x3001, 0x3002));

interface Leaf extends Span {
  /** Inserts may stand inside it. */
  readonly holdsInserts?: boolean;
}

function leavesOf(part: Part): { leaves: Leaf[]; inserts: readonly Line[] } {
  switch (part.type) {
    case 'field':
      return { leaves: [part.label, part.text], inserts: [] };
    case 'amount':
      return { leaves: [...(part.lead ? [part.lead] : []), part.label, part.text], inserts: [] };
    case 'goal':
      return { leaves: [part.label, { ...part.text, holdsInserts: true }], inserts: part.inserts };
    case 'indicators': {
      const items = part.items.map((item) =>
        item.type === 'indicator' ? indicatorLeaves(item) : { leaves: [item], inserts: [] },
      );
      return {
        leaves: [part.label, ...items.flatMap((item) => item.leaves)],
        inserts: items.flatMap((item) => item.inserts),
      };
    }
    default:
      return { leaves: [part], inserts: [] };
  }
}

function indicatorLeaves(item: Indicator): { leaves: Leaf[]; inserts: readonly Line[] } {
  const classLeaves = (node: ClassNode | undefined) => (node ? [node.code, node.name] : []);
  const valueLeaves = ({ label, text }: Value) => [label, { ...text, holdsInserts: true }];
  const name = item.name && { ...item.name, holdsInserts: true };
  const leaves: (Leaf | undefined)[] = [
    item.number,
    ...classLeaves(item.class1),
    ...classLeaves(item.class2),
    item.code3,
    name,
  ];
  return {
    leaves: [...leaves, ...item.values.flatMap(valueLeaves)].filter((leaf) => leaf !== undefined),
    inserts: item.inserts,
  };
}

function assertOrdered(spans: readonly Span[], within: Span): void {
  let at = within.start;
  for (const { start, end } of spans) {
    assert.ok(at <= start && start <= end && end <= within.end, `${start}..${end} behind ${at} within ${within.end}`);
    at = end;
  }
}

/** Nodes stand in order and inside the node that holds them. */
function assertNested(tree: BlockTree, text: string): void {
  assertOrdered(tree.parts, { start: 0, end: text.length });
  for (const part of tree.parts) {
    const { leaves, inserts } = leavesOf(part);
    assertOrdered(leaves, part);
    assertOrdered(inserts, part);
    if (part.type !== 'indicators') continue;
    assertOrdered([part.label, ...part.items], part);
    for (const item of part.items) {
      if (item.type === 'heading') assertOrdered([item.class], item);
      if (item.type !== 'indicator') continue;
      assertOrdered(item.inserts, item);
      assertOrdered(item.values, item);
      for (const node of [item.class1, item.class2])
        if (node)
          assertOrdered(
            indicatorLeaves({
              ...item,
              class1: node,
              class2: undefined,
              number: undefined,
              name: undefined,
              code3: undefined,
              values: [],
            }).leaves,
            node,
          );
      for (const value of item.values) assertOrdered(value.label ? [value.label, value.text] : [value.text], value);
    }
  }
}

/** Every character that means something is in one leaf or insert; no insert cuts a leaf that is not text. */
function assertCovered(tree: BlockTree, text: string): void {
  const owners = new Uint8Array(text.length);
  for (const part of tree.parts) {
    const { leaves, inserts } = leavesOf(part);
    for (const leaf of leaves) {
      owners.fill(1, leaf.start, leaf.end);
      if (leaf.holdsInserts) continue;
      const cut = inserts.find((insert) => insert.start < leaf.end && leaf.start < insert.end);
      assert.equal(cut, undefined, 'a comment inside a word');
    }
    for (const insert of inserts) owners.fill(1, insert.start, insert.end);
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (owners[i] || isSpace(code) || isLineEnd(code) || MARKS.has(fold(code))) continue;
    assert.fail(`${JSON.stringify(text[i])} at ${i} is in no node`);
  }
}

/** Texts begin and end with something; labels end in their colon. */
function assertTrimmed(tree: BlockTree, text: string): void {
  const blank = (at: number) => isSpace(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at));
  for (const part of tree.parts) {
    for (const { start, end } of leavesOf(part).leaves) {
      if (start < end)
        assert.ok(!blank(start) && !blank(end - 1), `spaces around ${JSON.stringify(text.slice(start, end))}`);
    }
    if (!('label' in part)) continue;
    const { colon, end } = part.label;
    assert.ok(colon >= end && (colon === end || text.slice(end, colon).trim() === '' || blank(end)));
    if (part.type !== 'field' || part.role !== 'total' || colon > end) {
      assert.ok(fold(text.charCodeAt(colon)) === 0x3a || part.type === 'field', 'a label without colon');
    }
  }
}

const STARTS: ReadonlySet<string> = new Set(['total', 'unit', 'project', 'include']);

/** The reader that splits and the one that parses agree: what begins a block stands at a block's start and nowhere else. */
function assertStart({ kind, parts }: BlockTree): void {
  const starts = parts.map((part) => (part.type === 'field' && STARTS.has(part.role) ? part.role : undefined));
  const [first, ...others] = starts;
  assert.equal(first ?? 'head', kind);
  assert.ok(
    others.every((role) => role === undefined),
    'a block inside a block',
  );
}

function assertLossless(text: string): void {
  const blocks = splitBlocks(text, vocabulary);
  assert.equal(blocks.map((block) => block.text).join(''), text);
  for (const block of blocks) {
    assert.notEqual(block.text, '');
    const tree = parseBlock(block.kind, block.text, vocabulary);
    assert.equal(tree.kind, block.kind);
    assertStart(tree);
    assertNested(tree, block.text);
    assertCovered(tree, block.text);
    assertTrimmed(tree, block.text);
  }
}

for (const [name, texts, numRuns] of [
  ['any string', anyString, 3000],
  ["the language's own words and marks", languageText, 10_000],
  ["indicators of the language's own words and marks", indicatorsText, 10_000],
  ['damaged examples', damagedExample, 3000],
] as const) {
  test(`nothing is lost: ${name}`, () => fc.assert(fc.property(texts, assertLossless), { numRuns }));
}
