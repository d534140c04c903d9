/** Files made wrong: whatever happens to a file on its way, and what somebody does to it on purpose. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from './random.ts';

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Mutation = (sample: Sample, random: Random, samples: readonly Sample[]) => Uint8Array;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  bits({ bytes }, random) {
    const wrong = bytes.slice();
    for (let i = random.below(20); i >= 0; i--) {
      const at = random.below(wrong.length);
      wrong[at] = (wrong[at] as number) ^ (1 << random.below(8));
    }
    return wrong;
  },
  truncated: ({ bytes }, random) => bytes.slice(0, random.below(bytes.length)),
  hole({ bytes }, random) {
    const from = random.below(bytes.length);
    const to = Math.min(bytes.length, from + random.below(2000));
    return random.below(2) ? joined(bytes.subarray(0, from), bytes.subarray(to)) : bytes.slice().fill(0, from, to);
  },
  grown({ bytes }, random, samples) {
    const other = random.of(samples).bytes;
    const at = random.below(bytes.length);
    return joined(bytes.subarray(0, at), other.subarray(random.below(other.length)), bytes.subarray(at));
  },
  numbers({ bytes }, random) {
    const wrong = bytes.slice();
    const view = new DataView(wrong.buffer);
    // The directory of a zip file is near its end.
    const near = random.below(2) ? Math.min(wrong.length - 4, 3000) : wrong.length - 4;
    for (let i = random.below(4); i >= 0; i--) {
      const at = wrong.length - 4 - random.below(near);
      view.setUint32(at, random.of([0, 1, 0xff, 0xffff, 0x7fffffff, 0xffffffff, random.below(2 ** 32)]), true);
    }
    return wrong;
  },
  content(sample, random) {
    if (!isZip(sample.bytes)) return strToU8(wrongText(strFromU8(sample.bytes, true), random), true);
    return withPart(sample.bytes, random, (part) => strToU8(wrongText(strFromU8(part), random)));
  },
  part: ({ bytes }, random, samples) =>
    isZip(bytes) ? withPart(bytes, random, () => random.of(samples).bytes) : bytes.slice(0, random.below(bytes.length)),
};

/** A wrong file made of a sound one, and how it was made. */
export function mutate(samples: readonly Sample[], random: Random): Sample & { readonly how: string } {
  const sample = random.of(samples);
  const kinds = Object.keys(MUTATIONS);
  let { bytes } = sample;
  const how: string[] = [sample.name];
  for (let i = random.below(3); i >= 0 && bytes.length > 8; i--) {
    const kind = random.of(kinds);
    how.push(kind);
    try {
      bytes = (MUTATIONS[kind] as Mutation)({ name: sample.name, bytes }, random, samples);
    } catch {
      // What is broken already cannot be unpacked and broken further.
    }
  }
  const name = random.below(4)
    ? sample.name
    : random.of(['a.xlsx', 'b.docx', 'c.pdf', 'd.csv', 'e.html', 'f', '../../g.xls']);
  return { name, bytes, how: how.join(' ') };
}

const WORDS = [
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '&c;&c;&c;',
  '&#0;&#xD800;&#x110000;',
  '<row r="1048576">',
  '<row r="99999999999">',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="ZZZZ1" t="s"><v>4294967295</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="B2:A1"/>',
  '<td colspan="1000000000" rowspan="1000000000">',
  '<w:gridSpan w:val="999999999"/>',
  '<w:gridSpan w:val="-1"/>',
  '<w:vMerge/>',
  '<w:tbl><w:tr><w:tc>',
  '</table></td></tr>',
  '<table><tr><td>',
  '-99999999999999999999999999999999999e307',
  '1e-999',
  '"',
  '""""""""',
  '|---|',
  '\u0000\u0001\ufeff\u202e',
  '\\|\\|\\|',
  '/Kids [1 0 R]',
  '/Length 999999999',
  'endstream',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
];

function wrongText(text: string, random: Random): string {
  let wrong = text;
  for (let i = random.below(4); i >= 0; i--) {
    const at = random.below(wrong.length + 1);
    const what = random.below(5);
    if (what === 0) wrong = wrong.slice(0, at) + random.of(WORDS).repeat(1 + random.below(50)) + wrong.slice(at);
    else if (what === 1) wrong = wrong.slice(0, at) + wrong.slice(at + random.below(300));
    else if (what === 2)
      wrong = wrong.replace(/\d+/g, (digits) =>
        random.below(20) ? digits : random.of(['0', '-1', '1e9', '99999999999']),
      );
    else if (what === 3) wrong = wrong.slice(0, at) + wrong.slice(random.below(wrong.length + 1)) + wrong.slice(at);
    else wrong = wrong.slice(0, at) + random.of(WORDS) + wrong.slice(at);
  }
  return wrong;
}

function withPart(bytes: Uint8Array, random: Random, change: (part: Uint8Array) => Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const name = random.of(Object.keys(parts));
  return zipSync({ ...parts, [name]: change(parts[name] as Uint8Array) });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
