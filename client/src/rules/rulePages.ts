import { commands, type Disposable, l10n, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RULE_LIST, RULE_PAGE, type RulePageParams, type RuleTitle } from '../../../server/src/protocol.ts';
import { RULE_SCHEME, ruleAddress, ruleAt, SHOW_RULE_COMMAND } from '../../../server/src/workspace/ourClient.ts';

/**
 * The pages that explain rules: read-only documents whose text is the server's, so that nobody needs the internet. A
 * finding's code leads to its page; the manifest has VS Code open them as Markdown previews.
 */
export function registerRulePages(client: BaseLanguageClient): Disposable[] {
  const provider: TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }, token) {
      const params: RulePageParams = { id: ruleAt(path) };
      const page = await client.sendRequest<string | null>(RULE_PAGE, params, token);
      return page ?? l10n.t('There is no rule {0}.', params.id);
    },
  };
  return [
    workspace.registerTextDocumentContentProvider(RULE_SCHEME, provider),
    commands.registerCommand(SHOW_RULE_COMMAND, async (named?: unknown) => {
      const id = typeof named === 'string' ? named : await chooseRule(client);
      if (id) await commands.executeCommand('vscode.open', Uri.parse(ruleAddress(id)));
    }),
  ];
}

async function chooseRule(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest<readonly RuleTitle[]>(RULE_LIST);
  const items = rules.map(({ id, title }) => ({ label: title, description: id }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Show a Rule'),
    placeHolder: l10n.t('Find a rule by its title or id'),
    matchOnDescription: true,
  });
  return chosen?.description;
}
