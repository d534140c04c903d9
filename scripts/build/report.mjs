import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const shownParts = 6;

/** What a bundle weighs and what it is made of, by the bytes each package has in it. */
export async function describeBundle(dist, output, { outputs }) {
  const content = await readFile(path.join(dist, output));
  const { inputs } = outputs[`dist/${output}`];
  const parts = groupedBytes(inputs);
  const largest = [...parts].sort(([, a], [, b]) => b - a).slice(0, shownParts);
  const name = `dist/${output}`.padEnd(32);
  const heading = `${name}${kilobytes(content.length)}  (gzip ${kilobytes(gzipSync(content).length).trim()})`;
  return [heading, ...largest.map(([part, bytes]) => `  ${part.padEnd(30)}${kilobytes(bytes)}`)].join('\n');
}

function groupedBytes(inputs) {
  const parts = new Map();
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const part = packageOf(file);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return parts;
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` is of `@b/c`, `server/src/rules/e.ts` of `server/src/rules`. */
function packageOf(file) {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
  return inPackage ? inPackage[1] : path.posix.dirname(file);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
