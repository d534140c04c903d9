/** The house of docs/architecture.md: imports run down only, and only the entries for Node know it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const source = path.join(import.meta.dirname, '../server/src');

/** The floors from the roof down; a file belongs to the first that its path begins with. */
const FLOORS = [
  [
    ...['node.ts', 'serveProcess.ts', 'cli.ts', 'cli/', 'converter.ts'],
    ...['compiled.ts', 'nodeHost.ts', 'stdio.ts', 'nodeFiles.ts', 'nodeConverters.ts'],
  ],
  ['worker.ts', 'serveWorker.ts', 'webConverters.ts', 'webConverter.ts', 'assets.ts'],
  ['commonHost.ts', 'converterQueue.ts'],
  [
    'connection.ts',
    'configuration.ts',
    'protocol.ts',
    'exchangeProtocol.ts',
    'tokenResults.ts',
    'refreshes.ts',
    'serving/',
  ],
  ['languageService.ts'],
  ['features/'],
  ['render/', 'exchange/exporting/', 'exchange/conversion.ts'],
  ['workspace/'],
  ['rules/', 'exchange/'],
  ['table/'],
  ['syntax/'],
  ['profile/'],
];
const ENTRIES_FOR_NODE = 0;

const files = globSync('**/*.ts', { cwd: source }).map((file) => file.replaceAll('\\', '/'));

function floorOf(file: string): number {
  const floor = FLOORS.findIndex((names) =>
    names.some((name) => file === name || (name.endsWith('/') && file.startsWith(name))),
  );
  assert.notEqual(floor, -1, `${file} is on no floor`);
  return floor;
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] as string);
}

for (const file of files) {
  test(file, () => {
    for (const imported of importsOf(file)) {
      if (imported.endsWith('.json')) continue;
      if (imported.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), imported);
        assert.ok(floorOf(target) >= floorOf(file), `imports ${target}, which is a floor above it`);
      } else if (floorOf(file) !== ENTRIES_FOR_NODE) {
        assert.doesNotMatch(
          imported,
          /^(node:|vscode$|.*\/node$)/,
          'only the entries for Node know it, and none knows VS Code',
        );
      }
    }
  });
}
