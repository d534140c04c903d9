import { nodeHost } from '../nodeHost.ts';
import type { Profile } from '../profile/profile.ts';
import type { Severity } from '../rules/rule.ts';
import type { TableSettings } from '../workspace/settings.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { CannotDo } from './cannotDo.ts';
import { FileProblem } from './fileProblem.ts';
import { isSameFile, readText } from './files.ts';

/** By what a command reads tables. */
export interface SettingsOptions {
  /** Id of a profile, or a file with one. */
  readonly profile?: string;
  readonly strict?: boolean;
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
}

/** By what tables are read, as a command has it. */
export async function settingsOf({ profile, ...own }: SettingsOptions): Promise<TableSettings> {
  const { settings } = nodeHost;
  const { strict = settings.strict, severities = settings.severities } = own;
  if (profile?.endsWith('.json')) {
    const read = await ownProfile(profile);
    const profiles = new Map([...settings.profiles, [read.id, read]]);
    return { ...settings, profile: read, profiles, strict, severities };
  }
  const named = profile === undefined ? settings.profile : settings.profiles.get(profile);
  if (named) return { ...settings, profile: named, strict, severities };
  const known = [...settings.profiles.keys()].join(', ');
  throw new CannotDo({
    zh: `没有表样 ${profile};有的是 ${known}`,
    en: `there is no profile ${profile}; there are ${known}`,
  });
}

/** The profile that a file holds. */
async function ownProfile(file: string): Promise<Profile> {
  const { readProfile } = await nodeHost.loadProfileReader();
  const { profile, problems } = readProfile(readText(file));
  if (profile) return profile;
  const lines = problems.map(({ range: { start }, message: { zh, en } }) => {
    const at = `${file}:${start.line + 1}:${start.character + 1}`;
    return { zh: `${at}: ${zh}`, en: `${at}: ${en}` };
  });
  throw new CannotDo({ zh: lines.map(({ zh }) => zh).join('; '), en: lines.map(({ en }) => en).join('; ') });
}

/** What is made of a file never takes its place. */
export function keepSource(file: string, output: string | undefined): void {
  if (output === undefined || !isSameFile(file, output)) return;
  throw new CannotDo({ zh: `${output}: 不能写到原文件上`, en: `${output}: is the file that is read` });
}

/** Whether a file is no table: neither its name nor anything in it says so. */
export function isNoTable(file: string, document: TableDocument): boolean {
  return !/\.jxmb$/i.test(file) && [...document.sequence].every(({ kind }) => kind === 'head');
}

export function noTable(file: string): FileProblem {
  return new FileProblem(file, {
    kind: 'no-table',
    reason: { zh: '没有找到表格', en: 'no table was found in it' },
  });
}
