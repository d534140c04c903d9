import { parseArgs } from 'node:util';
import profileJson from '../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../server/src/profile/profile.ts';
import { type BlockChange, BlockDocument } from '../server/src/syntax/document.ts';
import { parseBlock } from '../server/src/syntax/parseBlock.ts';
import { type Vocabulary, vocabularyOf } from '../server/src/syntax/vocabulary.ts';
import { defaultSettings } from '../server/src/workspace/settings.ts';
import { TableDocument } from '../server/src/workspace/tableDocument.ts';
import { generate } from './generate.ts';
import { measure } from './measure.ts';

/**
 * What one character typed costs, in tables of 10 to 10,000 projects side by side: it must not grow with the table.
 *
 *     node bench/edit.ts [--large] [reader] [table]
 *
 * `reader`: the blocks and the tree of what changed; `table`: the open table with its findings. `--large`: 100,000
 * projects too.
 */
const profile = profileJson as Profile;

/** What is typed: a character into a goal, then it is taken out again; from project to project. */
interface Typist {
  type(): void;
}

/** Places in a table where text may be typed: in goals, spread over it. */
function placesIn(text: string): number[] {
  const places: number[] = [];
  for (let i = 0; i < 61; i++) {
    const goal = text.indexOf('绩效目标:', Math.floor((text.length * i) / 61));
    if (goal >= 0) places.push(goal + 12);
  }
  return places;
}

function readerTypist(text: string): Typist {
  const vocabulary = vocabularyOf(profile);
  const document = new BlockDocument(text, vocabulary);
  const places = placesIn(text);
  let turn = 0;
  const read = ({ added }: BlockChange) => {
    for (const block of added) parseBlock(block.kind, block.text, vocabulary);
  };
  return {
    type() {
      const at = places[(turn >> 1) % places.length] as number;
      read(turn++ % 2 === 0 ? document.edit(at, at, '好') : document.edit(at, at + 1, ''));
    },
  };
}

function tableTypist(text: string): Typist {
  const document = new TableDocument('file:///table.jxmb', 'jxmb', 0, text, defaultSettings(profile));
  const places = placesIn(text).map((offset) => document.positionAt(offset));
  document.findings();
  let turn = 0;
  return {
    type() {
      const start = places[(turn >> 1) % places.length] as { line: number; character: number };
      const end = turn % 2 === 0 ? start : { line: start.line, character: start.character + 1 };
      document.update([{ range: { start, end }, text: turn % 2 === 0 ? '好' : '' }], ++turn);
      document.findings();
    },
  };
}

/** Counts how often the reader looks at a line for a label. */
class CountingSet extends Set<number> {
  count = 0;

  override has(code: number): boolean {
    this.count++;
    return super.has(code);
  }
}

/** What edits make the reader do, each counted on average: blocks and characters read again, lines looked at. */
function countsOf(text: string): { blocks: number; characters: number; lines: number } {
  const words = vocabularyOf(profile);
  const labelInitials = new CountingSet(words.labelInitials);
  const vocabulary: Vocabulary = { ...words, labelInitials };
  const document = new BlockDocument(text, vocabulary);
  labelInitials.count = 0;
  let blocks = 0;
  let characters = 0;
  const places = placesIn(text);
  for (const at of places) {
    for (const change of [document.edit(at, at, '好'), document.edit(at, at + 1, '')]) {
      blocks += change.added.length;
      for (const block of change.added) characters += block.text.length;
    }
  }
  const edits = places.length * 2;
  return { blocks: blocks / edits, characters: characters / edits, lines: labelInitials.count / edits };
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { large: { type: 'boolean' } } });
const sizes = [10, 100, 1_000, 10_000, ...(values.large ? [100_000] : [])];
const texts = sizes.map((projects) => generate({ projects }));
const typists = { reader: readerTypist, table: tableTypist };

for (const [name, typist] of Object.entries(typists)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const works = texts.map((text) => {
    const { type } = typist(text);
    return () => type();
  });
  const { figures, steadiness } = measure(works);
  console.log(`\n${name}: one character typed, µs (steadiness of the machine ${steadiness.toFixed(2)})`);
  console.table(
    Object.fromEntries(
      figures.map(({ least, median, p95 }, i) => [
        sizes[i],
        {
          least: Number(least.toFixed(1)),
          median: Number(median.toFixed(1)),
          p95: Number(p95.toFixed(1)),
          'ratio to 10': Number((median / (figures[0]?.median ?? 1)).toFixed(2)),
        },
      ]),
    ),
  );
}

console.log('\ncounts of one edit');
console.table(
  Object.fromEntries(
    texts.map((text, i) => {
      const counts = countsOf(text);
      return [
        sizes[i],
        Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, Number(count.toFixed(1))])),
      ];
    }),
  ),
);
