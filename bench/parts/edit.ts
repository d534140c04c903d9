import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { type BlockChange, BlockDocument } from '../../server/src/syntax/document.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { type Vocabulary, vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import type { Content } from '../contents/content.ts';
import { contentOf } from '../contents/languages.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { measure } from '../sampling/measure.ts';

/**
 * What an edit costs without a server around it, in tables of all sizes side by side: it must not grow with the table. And
 * what it makes the reader do, counted: the same on any machine.
 *
 *     node bench/parts/edit.ts [--quick] [--sizes 10,100]
 */
const { quick, sizes: asked } = optionsOf();
const profile = profileJson as Profile;
/** Beyond what anybody has, to see that nothing grows. */
const sizes = quick || !asked.includes(10_000) ? asked : [...asked, 100_000];

/** Does something to a table, and the next time takes it back. */
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

/** A character in a goal, from project to project: the blocks, and the tree of what changed. */
function readerTypist({ text }: Content): Typist {
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

const open = (text: string) => new TableDocument('file:///table.jxmb', 'jxmb', 0, text, defaultSettings(profile));

/** The same in an open table with its findings. */
function tableTypist({ text }: Content): Typist {
  const document = open(text);
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

/** A whole project in the middle. */
function projectTypist({ text, project, places: { project: start } }: Content): Typist {
  const document = open(text);
  document.findings();
  const end = { line: start.line + project.split('\n').length - 1, character: 0 };
  let turn = 0;
  return {
    type() {
      const change =
        turn % 2 === 0 ? { range: { start, end: start }, text: project } : { range: { start, end }, text: '' };
      document.update([change], ++turn);
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

/** By size, in µs. */
type Times = Readonly<Record<string, { readonly median: number; readonly p95: number; readonly ratioToLeast: number }>>;

export interface EditSection {
  readonly reader: Times;
  readonly table: Times;
  readonly project: Times;
  readonly counts: Readonly<Record<string, ReturnType<typeof countsOf>>>;
  readonly noise: number;
}

const contents = sizes.map((size) => contentOf('jxmb', size));
let noise = 1;

function timesOf(name: string, typistFor: (content: Content) => Typist): Times {
  const works = contents.map((content) => {
    const typist = typistFor(content);
    return () => typist.type();
  });
  const { figures, steadiness } = measure(works);
  noise = Math.max(noise, steadiness);
  const least = figures[0]?.median ?? 1;
  console.log(`  ${name}: ${figures.map(({ median }) => `${median.toFixed(1)} µs`).join(', ')}`);
  return Object.fromEntries(
    figures.map(({ median, p95 }, i) => [sizes[i], { median, p95, ratioToLeast: median / least }]),
  );
}

const reader = timesOf('blocks and trees', readerTypist);
const table = timesOf('table with findings', tableTypist);
const project = timesOf('a whole project', projectTypist);
const counts = Object.fromEntries(sizes.map((size, i) => [size, countsOf((contents[i] as Content).text)]));
writeSection('edit', { reader, table, project, counts, noise } satisfies EditSection);
