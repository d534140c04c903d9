import {
  commands,
  Disposable,
  type Event,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type StatusParams, type TableStatus } from '../../../server/src/protocol.ts';
import { CHOOSE_PROFILE, chooseProfile } from './chooseProfile.ts';
import { statusText } from './statusText.ts';

/** Changes that come quicker than this are shown once. */
const PAUSE = 200;

/** Shows beside the language what the table in the editor is: its money unit, its projects and what they come to. */
export function registerStatus(client: BaseLanguageClient, changed: Event<void>): Disposable[] {
  const item = languages.createLanguageStatusItem('jxmb.table', { language: 'jxmb' });
  item.name = l10n.t('Performance Target Table');
  item.command = { command: CHOOSE_PROFILE, title: l10n.t('Choose Profile…') };
  let asked = 0;
  const update = async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'jxmb' || !client.isRunning()) return;
    const turn = ++asked;
    const params: StatusParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
    try {
      const status = await client.sendRequest<TableStatus | null>(STATUS, params);
      if (status && turn === asked) show(item, status);
    } catch {
      // The table has changed meanwhile: it will be asked again for that.
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const updateSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), PAUSE);
  };
  return [
    item,
    changed(updateSoon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'jxmb') updateSoon();
    }),
    window.onDidChangeActiveTextEditor(() => void update()),
    commands.registerCommand(CHOOSE_PROFILE, () => chooseProfile(client)),
    new Disposable(() => clearTimeout(timer)),
  ];
}

function show(item: LanguageStatusItem, status: TableStatus): void {
  const { text, detail, isWarning } = statusText(status, l10n.t);
  item.text = text;
  item.detail = detail;
  item.severity = isWarning ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
