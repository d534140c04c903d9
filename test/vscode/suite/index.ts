import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** What VS Code calls: runs every bundled test file beside this one. */
export function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000 });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  reportTo(process.env.JXMB_SUITE_REPORT);
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      const counts = process.env.JXMB_SUITE_COUNTS;
      if (counts) writeFileSync(counts, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}

/** A file that is the report and nothing else; the console is shared with all of VS Code. */
function reportTo(file: string | undefined): void {
  if (!file) return;
  Object.assign(Mocha.reporters.Base, {
    consoleLog: (...line: unknown[]) => appendFileSync(file, `${format(...line)}\n`),
  });
}
