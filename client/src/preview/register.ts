import { commands, type Disposable, Uri, ViewColumn, window, workspace } from 'vscode';
import { copyFromEditor } from '../exchange/copyForExcel.ts';
import { exportTable } from '../exchange/exportTable.ts';
import type { Preview, Surroundings } from './preview.ts';
import { type Opening, PREVIEW, Previews } from './previews.ts';
import { savePage } from './savePage.ts';
import { showText } from './showText.ts';
import { isTable, isWithin, renamed } from './tables.ts';

/** The previews, their commands, and what they follow. */
export function registerPreviews(surroundings: Surroundings): Disposable[] {
  const previews = new Previews(surroundings);
  const opens = (opening: Opening) => (chosen?: unknown) => {
    const table = chosenTable(chosen);
    if (table) previews.open(table, opening);
  };
  const withActive = (act: (preview: Preview) => unknown) => () => previews.active && act(previews.active);
  const follow = () => {
    const table = activeTable();
    if (table) previews.follow(table);
  };
  return [
    window.registerWebviewPanelSerializer(PREVIEW, previews),
    commands.registerCommand('jxmb.showPreview', opens({ isLocked: false, isBeside: false })),
    commands.registerCommand('jxmb.showPreviewToSide', opens({ isLocked: false, isBeside: true })),
    commands.registerCommand('jxmb.showLockedPreviewToSide', opens({ isLocked: true, isBeside: true })),
    commands.registerCommand(
      'jxmb.togglePreviewLock',
      withActive((preview) => previews.toggleLock(preview)),
    ),
    commands.registerCommand(
      'jxmb.refreshPreview',
      withActive((preview) => preview.refresh()),
    ),
    commands.registerCommand(
      'jxmb.showSource',
      withActive(({ table }) => showText(table, ViewColumn.Active)),
    ),
    commands.registerCommand('jxmb.savePreview', (chosen?: unknown) => {
      const { active } = previews;
      const table = active?.table ?? chosenTable(chosen);
      return table && savePage(surroundings.client, table, active?.state.view ?? 'list');
    }),
    commands.registerCommand('jxmb.export', (chosen?: unknown) => {
      const table = chosen instanceof Uri ? chosen : (previews.active?.table ?? activeTable());
      return table && exportTable(surroundings.client, table);
    }),
    commands.registerCommand('jxmb.copyForExcel', () => {
      const { active } = previews;
      if (active) return active.copyForExcel();
      const editor = window.activeTextEditor;
      return editor && isTable(editor.document) ? copyFromEditor(surroundings.client, editor) : undefined;
    }),
    window.onDidChangeActiveTextEditor(follow),
    // A document in the active editor has become a table.
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidDeleteFiles(({ files }) => {
      previews.forEach((preview) => {
        if (files.some((file) => isWithin(preview.table, file))) preview.lose();
      });
    }),
    workspace.onDidRenameFiles(({ files }) => {
      previews.forEach((preview) => {
        for (const { oldUri, newUri } of files) {
          const moved = renamed(preview.table, oldUri, newUri);
          if (moved) preview.moveTo(moved);
        }
      });
    }),
  ];
}

/** The table that a menu was opened on, else that of the active editor. */
function chosenTable(chosen: unknown): Uri | undefined {
  return chosen instanceof Uri ? chosen : activeTable();
}

function activeTable(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && isTable(document) ? document.uri : undefined;
}
