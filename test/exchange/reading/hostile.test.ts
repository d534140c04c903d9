/** Files that were damaged, or made to do harm. `bench/hostileFiles.ts` tries ten thousand more. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { NodeConverters } from '../../../server/src/nodeConverters.ts';
import { attempt } from './hostile/attempt.ts';
import { bombs } from './hostile/bombs.ts';
import { mutate } from './hostile/mutate.ts';
import { Random } from './hostile/random.ts';
import { fixture, samples } from './hostile/samples.ts';

const RUNS = 300;
const seed = Number(process.env.JXMB_SEED ?? Date.now() % 1_000_000);

const converters = new NodeConverters();
after(() => converters.close());

test(`${RUNS} wrong files are read or refused in words (JXMB_SEED=${seed})`, async () => {
  const known = samples();
  for (let i = 0; i < RUNS; i++) {
    const file = mutate(known, new Random(seed + i));
    const { fault } = await attempt(converters, file);
    assert.equal(fault, undefined, `JXMB_SEED=${seed + i}: ${file.how}`);
  }
});

/** What some say; the others have nothing in them that is worth a table. */
const SAID: Readonly<Record<string, RegExp>> = {
  'spaces.xlsx': /unusual size/,
  'half-hidden.xlsx': /damaged/,
  'shared.xlsx': /too large/,
  'deep.xlsx': /too deep/,
  'entities.xlsx': /document type/,
  'entries.xlsx': /too large/,
  'tail.xlsx': /damaged/,
  'inner.zip': /neither a workbook nor a document/,
  'open.html': /too deep/,
  'spans.html': /too large/,
  'commas.csv': /too large/,
  'stream.pdf': /unusual size/,
  'header.pdf': /damaged/,
};

for (const { name, bytes } of bombs(fixture('list.xlsx'), fixture('form.docx'), 24)) {
  if (!SAID[name]) continue;
  test(`${name} is refused in words`, async () => {
    const { outcome, fault } = await attempt(converters, { name, bytes: bytes() });
    assert.equal(fault, undefined);
    assert.match(outcome, SAID[name] as RegExp);
  });
}
