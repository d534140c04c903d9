import { inspect } from 'node:util';
import { shown } from '../lib/paths.mjs';

/** A reporter for node:test that is short where all is well: a line a file, and each failure in full. */
export default async function* report(events) {
  const files = new Map();
  const failures = [];
  for await (const { type, data } of events) {
    const { file } = data;
    if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') failures.push(data);
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:pass' || type === 'test:fail') {
      if (data.details.type === 'suite') continue;
      const seen = files.get(file) ?? { passed: 0, failed: 0, skipped: 0 };
      seen[data.skip !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed'] += 1;
      files.set(file, seen);
    }
    if (type === 'test:summary' && file) yield fileLine(file, files.get(file), data.duration_ms);
  }
  for (const failure of failures) yield failureText(failure);
}

function fileLine(file, { passed, failed, skipped } = { passed: 0, failed: 0, skipped: 0 }, milliseconds) {
  const counts = [`${passed}`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`].filter(Boolean);
  return `${failed > 0 ? '✖' : '✔'} ${shown(file)}  ${counts.join(', ')}  (${(milliseconds / 1000).toFixed(1)} s)\n`;
}

function failureText({ name, file, line, details }) {
  const error = details.error.cause ?? details.error;
  const where = file ? `${shown(file)}${line ? `:${line}` : ''}` : '';
  const what = typeof error === 'string' ? error : inspect(error, { depth: 4 });
  return `\n✖ ${name}  ${where}\n${what.replace(/^/gm, '  ')}\n`;
}
