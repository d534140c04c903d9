/** Thousands of slips in sound tables, each found where it is, and nothing else with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixesOf } from '../../server/src/features/codeActions.ts';
import { rules } from '../../server/src/rules/registry.ts';
import type { PlacedFinding } from '../../server/src/workspace/lastStep.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { applyFix } from '../rules/fixture.ts';
import { openTable } from '../tables.ts';
import { type Edit, type Expected, type Mutation, type Slip, Table } from './mutation.ts';
import { mutations } from './mutations.ts';
import { soundExample } from './sound.ts';

const LARGE = '示范区科工商信局-2025.jxmb';
const RUNS = 60;
/** How many places may be turned down for one slip. */
const TRIES = 200;

const seed = Number(process.env.JXMB_SEED ?? Math.floor(Math.random() * 2 ** 31));
console.log(`mutations: seed ${seed} (JXMB_SEED=${seed} runs them again)`);

interface Sound {
  readonly table: Table;
  /** What is found in the sound table already. */
  readonly known: readonly string[];
}

const sounds = new Map<string, Sound>();

function soundOf(name: string): Sound {
  let sound = sounds.get(name);
  if (!sound) {
    const document = openTable(soundExample(name));
    sound = { table: new Table(document), known: document.findings().map((placed) => shownFinding(document, placed)) };
    sounds.set(name, sound);
  }
  return sound;
}

function shownFinding(document: TableDocument, { finding, place }: PlacedFinding): string {
  const start = place.offset + finding.span.start;
  return `${finding.rule.id} ${JSON.stringify(document.blocks.slice(start, place.offset + finding.span.end))} in ${document.row(place.block).name}`;
}

function apply(document: TableDocument, edits: readonly Edit[]): void {
  for (const { start, end, text } of [...edits].reverse()) document.edit(start, end, text);
}

/** Where a span of the sound text stands once the edits are made; it grows over what is put in at its ends. */
function moved({ start, end }: Expected['at'], edits: readonly Edit[]): Expected['at'] {
  let from = start;
  let to = end;
  for (const edit of edits) {
    const grown = edit.text.length - (edit.end - edit.start);
    if (edit.end < start || (edit.end === start && edit.start < start)) from += grown;
    if (edit.start <= end) to += grown;
  }
  return { start: from, end: Math.max(from, to) };
}

function assertFound(mutation: Mutation, sound: Sound, slip: Slip): void {
  const { text } = sound.table;
  const document = openTable(text, mutation.settings);
  apply(document, slip.edits);
  const found = document.findings();
  const left = [...sound.known];
  const fresh = found.filter((placed) => {
    const index = left.indexOf(shownFinding(document, placed));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const story = () => {
    const lines = slip.edits.map(
      ({ start, end, text: put }) => `${JSON.stringify(text.slice(start, end))} → ${JSON.stringify(put)}`,
    );
    return `${mutation.rule}: ${mutation.name}\n${lines.join('\n')}\nfound: ${fresh.map((placed) => shownFinding(document, placed)).join('\n       ')}`;
  };
  const rest = [...fresh];
  for (const { rule, at } of slip.expected) {
    const span = moved(at, slip.edits);
    const index = rest.findIndex(({ finding, place }) => {
      const start = place.offset + finding.span.start;
      const end = place.offset + finding.span.end;
      return finding.rule.id === rule && start <= span.end && end >= span.start;
    });
    assert.ok(index >= 0, `not found: ${rule}\n${story()}`);
    rest.splice(index, 1);
  }
  assert.deepEqual(
    rest.map((placed) => shownFinding(document, placed)),
    [],
    `found though nobody made it: ${story()}`,
  );
  if (!slip.restored) return;
  const [expected] = slip.expected;
  const placed = fresh.find(({ finding }) => finding.rule.id === expected?.rule) as PlacedFinding;
  const [fix] = fixesOf(placed, document);
  assert.ok(fix, `no fix: ${story()}`);
  applyFix(document, placed, fix);
  assert.equal(document.getText(), text, `the fix does not restore the text: ${story()}`);
}

test('every rule has a mutation', () => {
  const mutated = new Set(mutations.map(({ rule }) => rule));
  assert.deepEqual(
    rules.map(({ id }) => id).filter((id) => !mutated.has(id)),
    [],
  );
});

for (const mutation of mutations) {
  test(`${mutation.rule}: ${mutation.name}`, () => {
    const sound = soundOf(mutation.example ?? LARGE);
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const pick = <T>(items: readonly T[]): T | undefined =>
          items.length === 0 ? undefined : items[g(fc.nat, { max: items.length - 1 })];
        for (let i = 0; i < TRIES; i++) {
          const slip = mutation.slip(sound.table, pick);
          if (!slip) continue;
          assertFound(mutation, sound, slip);
          return;
        }
        assert.fail(`${mutation.name}: no place for it`);
      }),
      { seed, numRuns: RUNS },
    );
  });
}
