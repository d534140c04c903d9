import { json } from './json.ts';
import { jxmb } from './jxmb.ts';
import type { Reader } from './reader.ts';
import { treeSitter } from './treeSitter.ts';
import { yaml } from './yaml.ts';

export const readers = { jxmb, json, yaml, treeSitter } satisfies Readonly<Record<string, Reader>>;
