import { commands, l10n, type QuickPickItem, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PROFILES, type ProfileChoice, type ProfilesParams } from '../../../server/src/protocol.ts';

export const CHOOSE_PROFILE = 'jxmb.chooseProfile';

interface Item extends QuickPickItem {
  /** Absent where the setting is meant. */
  readonly choice?: ProfileChoice;
}

/** Lets somebody choose the profile of the table in the editor, and writes it into the head. */
export async function chooseProfile(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'jxmb') return;
  const params: ProfilesParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
  const { version } = document;
  const choices = await client.sendRequest<readonly ProfileChoice[]>(PROFILES, params);
  // Who chooses wants another.
  const sorted = [...choices].sort((a, b) => Number(a.current) - Number(b.current));
  const items: Item[] = sorted.map((choice) => ({
    label: choice.name,
    description: choice.current ? l10n.t('{0} (as now)', choice.id) : choice.id,
    choice,
  }));
  items.push({ label: l10n.t('Default for tables that name none…') });
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Choose Profile'),
    placeHolder: l10n.t('The profile is written into the head of the table (版式)'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  if (!chosen.choice) {
    await commands.executeCommand('workbench.action.openSettings', 'jxmb.profile');
    return;
  }
  if (chosen.choice.current || document.version !== version) return;
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...chosen.choice.edits]));
  await workspace.applyEdit(edit);
}
