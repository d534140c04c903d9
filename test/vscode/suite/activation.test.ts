import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, findings, openTable, ruleOf, soundTable } from './helpers.ts';

describe('activation', () => {
  afterEach(closeAll);

  it('loads one file into VS Code', async () => {
    const wrong = soundTable.replace('科技金融专项\n总计: 120.00', '科技金融专项\n总计: 110.00');
    const found = await findings(await openTable(wrong), (rules) => rules.includes('total-mismatch'));
    assert.ok(found.some((finding) => ruleOf(finding) === 'total-mismatch'));
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'jxmb');
    assert.ok(extension);
    const { extensionPath } = extension;
    // The libraries are in the file itself; those in node_modules are the tests' own.
    const ours = ['dist', 'client', 'server'].map((folder) => path.join(extensionPath, folder, path.sep));
    const loaded = Object.keys(require.cache).filter((file) => ours.some((folder) => file.startsWith(folder)));
    assert.deepEqual(
      loaded.map((file) => path.relative(extensionPath, file)),
      [path.join('dist', 'client.js')],
    );
  });
});
