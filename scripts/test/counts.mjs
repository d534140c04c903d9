import { readFile, writeFile } from 'node:fs/promises';

/**
 * How many tests passed, failed and were skipped. A step that runs as a process of its own leaves its counts in the
 * file that the environment names.
 */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

export function add(sum, { passed = 0, failed = 0, skipped = 0 }) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}

export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const variable = 'JXMB_COUNTS';

export const environmentWithCounts = (file) => ({ ...process.env, [variable]: file });

export async function noteCounts(counts) {
  if (process.env[variable]) await writeFile(process.env[variable], JSON.stringify(counts));
}

/** The counts a process left, or undefined where it did not come so far. */
export async function readCounts(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
