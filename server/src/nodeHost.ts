/** What the entries that run in Node share. */
import { commonHost } from './commonHost.ts';
import type { Converters } from './exchange/converters.ts';
import { NodeConverters } from './nodeConverters.ts';
import { listTables, readText, stampOf } from './nodeFiles.ts';
import type { TableSettings } from './workspace/settings.ts';
import type { TableFiles } from './workspace/workspace.ts';

export const nodeHost = {
  ...commonHost,
  settings: { ...commonHost.settings, readTable: readText } as TableSettings,
  files: { stamp: stampOf, list: listTables } satisfies TableFiles,
  converters: new NodeConverters() as Converters,
  /** The language of the surroundings, such as `zh_CN.UTF-8`. */
  locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
};
