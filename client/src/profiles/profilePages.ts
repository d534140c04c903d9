import { type Disposable, l10n, type TextDocumentContentProvider, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PROFILE_PAGE, type ProfilePageParams } from '../../../server/src/protocol.ts';
import { PROFILE_SCHEME, profileAt } from '../../../server/src/workspace/ourClient.ts';

/** The profiles that ship with the extension, as read-only JSON: the definition of a class or a label leads there. */
export function registerProfilePages(client: BaseLanguageClient): Disposable {
  const provider: TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }, token) {
      const params: ProfilePageParams = { id: profileAt(path) };
      const page = await client.sendRequest<string | null>(PROFILE_PAGE, params, token);
      return page ?? l10n.t('There is no profile {0}.', params.id);
    },
  };
  return workspace.registerTextDocumentContentProvider(PROFILE_SCHEME, provider);
}
