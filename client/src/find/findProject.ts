import { CancellationTokenSource, l10n, type QuickPickItem, Range, ThemeIcon, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FIND_SYMBOLS,
  type FindSymbolsParams,
  type FoundSymbol,
  type FoundSymbols,
} from '../../../server/src/protocol.ts';

interface Item extends QuickPickItem {
  /** Absent in the line that says how many more there are. */
  readonly symbol?: FoundSymbol;
}

/**
 * A list of all units and projects, narrowed by what is typed: Han, pinyin, initials, or all mixed. VS Code's own search
 * for symbols compares characters only.
 * @param query what the list begins with
 */
export function findProject(client: BaseLanguageClient, query = ''): void {
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Find a Project or Unit');
  pick.placeholder = l10n.t('Name, pinyin or initials, such as 科技, keji or kj');
  pick.value = query;
  let asking: CancellationTokenSource | undefined;
  /** The answer to what was typed last. */
  let answer: Promise<void> | undefined;
  const ask = async (typed: string) => {
    asking?.cancel();
    const own = new CancellationTokenSource();
    asking = own;
    pick.busy = true;
    try {
      const params: FindSymbolsParams = { query: typed };
      const found = await client.sendRequest<FoundSymbols>(FIND_SYMBOLS, params, own.token);
      if (asking === own) pick.items = itemsOf(found);
    } catch (error) {
      // What was typed since has taken its place.
      if (!own.token.isCancellationRequested) throw error;
    } finally {
      if (asking === own) pick.busy = false;
      own.dispose();
    }
  };
  pick.onDidChangeValue((typed) => {
    answer = ask(typed);
  });
  pick.onDidAccept(async () => {
    // Who is faster than the answer means the first of what comes.
    const isEarly = pick.busy;
    await answer;
    const symbol = (isEarly ? pick.items : pick.selectedItems)[0]?.symbol;
    if (!symbol) return;
    pick.hide();
    const { start, end } = symbol.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    await window.showTextDocument(Uri.parse(symbol.uri), { selection });
  });
  pick.onDidHide(() => {
    asking?.cancel();
    asking = undefined;
    pick.dispose();
  });
  pick.show();
  answer = ask(query);
}

function itemsOf({ symbols, more }: FoundSymbols): Item[] {
  const items = symbols.map((symbol): Item => {
    const { kind, name, unit, total, file } = symbol;
    return {
      label: plain(name),
      iconPath: new ThemeIcon(kind === 'unit' ? 'symbol-module' : 'symbol-class'),
      ...(total && { description: total }),
      detail: plain(unit ? `${unit} · ${file}` : file),
      // Which fit is decided by the server, by pinyin too.
      alwaysShow: true,
      symbol,
    };
  });
  if (more > 0) items.push({ label: l10n.t('{0} more: type more of the name', more), alwaysShow: true });
  return items;
}

/** A text in which VS Code sees no icons. */
function plain(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
