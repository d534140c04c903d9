import { l10n, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageclient';

/**
 * Asks the server for something that may take long: what it has come to is shown, and can be cancelled. What cannot be
 * done is told to people; then, and on cancel, there is no answer.
 * @param late takes an answer that came although it was cancelled: the server may have been too busy to hear of that
 */
export async function working<Answer>(
  client: BaseLanguageClient,
  title: string,
  method: string,
  params: object,
  late: (answer: Answer) => void = () => {},
): Promise<Answer | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (progress, cancel) => {
    const workDoneToken = crypto.randomUUID();
    let shown = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const { percentage = shown, message } = value;
      progress.report({ increment: percentage - shown, ...(message && { message }) });
      shown = percentage;
    });
    try {
      const answer = await client.sendRequest<Answer | null>(method, { ...params, workDoneToken }, cancel);
      if (answer === null || !cancel.isCancellationRequested) return answer ?? undefined;
      late(answer);
      return undefined;
    } catch (error) {
      if (!cancel.isCancellationRequested) tell(error);
      return undefined;
    } finally {
      listening.dispose();
    }
  });
}

/** Tells why the server has not done what it was asked for. */
export function tell(error: unknown): void {
  if (!(error instanceof ResponseError)) throw error;
  const isStale = error.code === LSPErrorCodes.ContentModified;
  void window.showErrorMessage(isStale ? l10n.t('The table has changed meanwhile. Try again.') : error.message);
}
