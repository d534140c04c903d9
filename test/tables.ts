import { builtIn } from '../server/src/profile/builtIn.ts';
import type { Profile } from '../server/src/profile/profile.ts';
import type { ClientAbilities } from '../server/src/workspace/environment.ts';
import { defaultSettings, type TableSettings } from '../server/src/workspace/settings.ts';
import { TableDocument } from '../server/src/workspace/tableDocument.ts';

/** Tables as the product opens them, for tests. */

export const [profile, central] = builtIn as readonly [Profile, Profile];

export const settings: TableSettings = defaultSettings(profile, builtIn);

/** Opens a text as a table. */
export function openTable(text: string, own: Partial<TableSettings> = {}, uri = 'file:///a.jxmb'): TableDocument {
  return new TableDocument(uri, 'jxmb', 0, text, { ...settings, ...own });
}

/** A client that can do everything. */
export const client: ClientAbilities = {
  versionedEdits: true,
  snippets: true,
  replaceRanges: true,
  resolvesCompletions: true,
  listDefaults: false,
  laterKinds: true,
  relatedPlaces: true,
  unnecessaryTags: true,
  vscode: true,
  resolvesActions: true,
  markdownHovers: true,
  inlayHints: true,
};

/** What features are asked for it, in Chinese. */
export const asked = { language: 'zh', client } as const;
