import { env, l10n, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { COPY_FOR_EXCEL, type CopyParams, type CopyResult } from '../../../server/src/exchangeProtocol.ts';
import { tell } from './working.ts';

/** How long the status bar says that something was copied, in ms. */
const SAID = 5000;

/** Copies the rows that are selected, else all of the table: the clipboard of editors holds text only. */
export async function copyFromEditor(client: BaseLanguageClient, { document, selection }: TextEditor): Promise<void> {
  // A selection that ends before a line's first character does not mean that line.
  const { start, end } = selection;
  const endLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const lines = selection.isEmpty ? undefined : { startLine: start.line, endLine };
  const cells = await cellsOf(client, { textDocument: { uri }, ...(lines && { lines }) });
  if (!cells) return;
  await env.clipboard.writeText(cells.tsv);
  tellCopied();
}

/** The rows as spreadsheets take them from the clipboard. */
export async function cellsOf(client: BaseLanguageClient, params: CopyParams): Promise<CopyResult | undefined> {
  try {
    return (await client.sendRequest<CopyResult | null>(COPY_FOR_EXCEL, params)) ?? undefined;
  } catch (error) {
    tell(error);
    return undefined;
  }
}

export function tellCopied(): void {
  window.setStatusBarMessage(l10n.t('Copied. Paste it into Excel or WPS.'), SAID);
}
