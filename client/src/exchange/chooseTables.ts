import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { ImportParams, RecognisedTable, RecogniseResult } from '../../../server/src/exchangeProtocol.ts';

/** What is to be imported, and for which profile. */
export type Choice = Pick<ImportParams, 'tables' | 'profile'>;

interface Item extends QuickPickItem {
  /** The table's place in the list. */
  readonly place: number;
}

/** Shows what was recognised, a line a table, before anything is written; undefined where somebody turns away. */
export async function chooseTables(found: RecogniseResult, areSeveral: boolean): Promise<Choice | undefined> {
  let chosen = found.tables.flatMap(({ isChosen }, place) => (isChosen ? [place] : []));
  let profile: string | undefined;
  for (;;) {
    const answer = await showTables(found, areSeveral, chosen, profile);
    if (answer.tables) chosen = answer.tables;
    if (answer.next === 'import') return { tables: chosen, ...(profile !== undefined && { profile }) };
    if (answer.next === 'nothing') return undefined;
    profile = (await chooseProfile(found, profile)) ?? profile;
  }
}

interface Answer {
  readonly next: 'import' | 'profile' | 'nothing';
  readonly tables?: number[];
}

function showTables(
  { tables, profiles }: RecogniseResult,
  areSeveral: boolean,
  chosen: readonly number[],
  profile: string | undefined,
): Promise<Answer> {
  const nameOf = (id: string) => profiles.find((one) => one.id === id)?.name ?? id;
  const items = tables.map((table, place) => itemOf(table, place, areSeveral, nameOf(profile ?? table.profile)));
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Import: What Was Recognised');
  pick.placeholder = tables.some(({ isTable }) => isTable)
    ? l10n.t('Tick what is to be imported')
    : l10n.t('No table of performance targets was recognised; what is ticked becomes comments');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ place }) => chosen.includes(place));
  if (profiles.length > 1 && tables.some(({ isOpen }) => isOpen)) {
    pick.buttons = [{ iconPath: new ThemeIcon('settings-gear'), tooltip: l10n.t('Choose Profile…') }];
  }
  return new Promise((resolve) => {
    const end = (next: Answer['next']) => {
      resolve({ next, tables: pick.selectedItems.map(({ place }) => place) });
      pick.dispose();
    };
    pick.onDidTriggerButton(() => end('profile'));
    pick.onDidAccept(() => {
      if (pick.selectedItems.length > 0) end('import');
    });
    pick.onDidHide(() => end('nothing'));
    pick.show();
  });
}

function itemOf(table: RecognisedTable, place: number, areSeveral: boolean, profile: string): Item {
  const { file, name, layout, isTable, isChosen, projects, indicators, moneyUnit, title, reason } = table;
  const counts = isTable
    ? [
        l10n.t(projects === 1 ? '{0} project' : '{0} projects', projects),
        // Those of cells that hold many are counted only when they are read.
        indicators > 0 ? l10n.t(indicators === 1 ? '{0} indicator' : '{0} indicators', indicators) : '',
        moneyUnit,
        profile,
      ]
    : [];
  const detail = [areSeveral && name !== file ? file : '', title, reason];
  return {
    place,
    label: plain(name),
    description: plain(joined([layout, ...counts])),
    detail: plain(joined(detail)),
    // What is chosen and no table goes along with one: its comments.
    iconPath: new ThemeIcon(isTable ? 'table' : isChosen ? 'comment' : 'circle-slash'),
  };
}

async function chooseProfile({ profiles }: RecogniseResult, profile: string | undefined): Promise<string | undefined> {
  const items = profiles.map(({ id, name }) => ({ label: name, description: id, id, picked: id === profile }));
  const title = l10n.t('Choose Profile');
  const placeHolder = l10n.t('The profile that the tables are written for');
  return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.id;
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter((one) => one).join(' · ');
}

/** A text in which VS Code sees no icons. */
function plain(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
