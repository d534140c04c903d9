import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, findings, openTable, soundTable } from './helpers.ts';

/** What the keys do in a list of choices. */
const KEYS = {
  Enter: 'workbench.action.acceptSelectedQuickOpenItem',
  Escape: 'workbench.action.closeQuickOpen',
} as const;

/**
 * Chooses a profile, and presses a key until that is done: nothing tells an extension that a list is shown, and keys do
 * nothing before it is.
 */
async function choose(key: keyof typeof KEYS): Promise<void> {
  let isDone = false;
  const chosen = vscode.commands.executeCommand('jxmb.chooseProfile').then(() => {
    isDone = true;
  });
  await answered(
    'a choice',
    () => vscode.commands.executeCommand(KEYS[key]),
    () => isDone,
  );
  await chosen;
}

describe('choosing a profile', () => {
  afterEach(closeAll);

  it('writes the one that Enter takes into the head, and the table is checked by it', async () => {
    const document = await openTable(soundTable);
    await findings(document, (rules) => rules.length === 0);
    await choose('Enter');
    assert.equal(document.getText(), soundTable.replace('单位: 万元\n', '单位: 万元\n版式: central-2021\n'));
    await findings(document, (rules) => rules.includes('duplicate-value'));
    await choose('Enter');
    assert.equal(document.getText(), soundTable.replace('单位: 万元\n', '单位: 万元\n版式: guangzhou\n'));
    await findings(document, (rules) => rules.length === 0);
  });

  it('changes nothing where Escape closes the list', async () => {
    const document = await openTable(soundTable);
    await choose('Escape');
    assert.equal(document.getText(), soundTable);
  });
});
