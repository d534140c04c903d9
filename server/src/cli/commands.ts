import { formattedText } from '../features/formatting.ts';
import { standalone } from '../features/preview/standalone.ts';
import { type ReportedFinding, reportFindings } from '../features/report.ts';
import { rulePage } from '../features/rulePage.ts';
import { nodeHost } from '../nodeHost.ts';
import type { Profile } from '../profile/profile.ts';
import { isAtLeast, type Language } from '../rules/rule.ts';
import type { TableSettings } from '../workspace/settings.ts';
import { TableDocument } from '../workspace/tableDocument.ts';
import { Workspace } from '../workspace/workspace.ts';
import type { Command } from './arguments.ts';
import { CannotDo } from './cannotDo.ts';
import { isSameFile, readText, readToWrite, writeText } from './files.ts';
import { findingText, printable, printableLines, ruleListText, summaryText } from './text.ts';

/** Where a command writes to, and in which language. */
export interface Terminal {
  readonly language: Language;
  out(text: string): void;
  err(text: string): void;
  /** Tells why something cannot be done. */
  tell(reason: CannotDo): void;
}

/** What a command came to, as the process's exit code: nothing grave, something grave, or not done. */
export type Outcome = 0 | 1 | 2;

type Of<Name extends Command['name']> = Extract<Command, { readonly name: Name }>;

/** Checks each file that can be read; the others are named. */
export async function check(command: Of<'check'>, terminal: Terminal): Promise<Outcome> {
  const { files, format, failOn } = command;
  const settings = await settingsOf(command);
  // A table that several of the files take in is read once.
  const tables = new Workspace({}, () => settings);
  const findings: ReportedFinding[] = [];
  let checked = 0;
  for (const file of files) {
    const text = tryToRead(file, terminal);
    if (text === undefined) continue;
    checked++;
    const document = new TableDocument(file, 'jxmb', 0, text, settings, tables);
    for (const finding of reportFindings(document, file, terminal.language)) {
      findings.push(finding);
      if (format === 'text') terminal.out(findingText(finding, terminal.language));
    }
  }
  if (format === 'json') terminal.out(`${JSON.stringify(findings, null, 2)}\n`);
  else if (checked > 0) terminal.out(summaryText(findings, checked, terminal.language));
  if (checked < files.length) return 2;
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}

/** Lays each file out anew that can be read, and names those that change; only names them where nothing is to be written. */
export async function format(command: Of<'format'>, terminal: Terminal): Promise<Outcome> {
  const { files, check: isCheck, style } = command;
  const settings = { ...(await settingsOf(command)), format: style };
  let changed = 0;
  const done = files.filter((file) =>
    isDone(terminal, () => {
      const { text, encode } = readToWrite(file);
      const document = new TableDocument(file, 'jxmb', 0, text, settings);
      if (isNoTable(file, document)) throw noTable(file);
      const formatted = formattedText(document);
      if (formatted === text) return;
      if (!isCheck) writeText(file, encode(formatted), true);
      changed++;
      terminal.out(`${printable(file)}\n`);
    }),
  );
  if (done.length < files.length) return 2;
  return isCheck && changed > 0 ? 1 : 0;
}

/** Does something that may be impossible; then why is told. */
function isDone(terminal: Terminal, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof CannotDo)) throw error;
    terminal.tell(error);
    return false;
  }
}

function noTable(file: string): CannotDo {
  return new CannotDo({ zh: `${file}: 没有找到表格`, en: `${file}: no table was found in it` });
}

async function settingsOf({
  profile,
  ...own
}: Pick<Of<'check'>, 'profile'> & Partial<Pick<Of<'check'>, 'strict' | 'severities'>>): Promise<TableSettings> {
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

/** Lists all rules, or explains one. */
export function explainRules({ id }: Of<'rules'>, { out, language }: Terminal): Outcome {
  if (id === undefined) {
    out(ruleListText(language));
    return 0;
  }
  const page = rulePage(id, language);
  if (page === undefined) {
    throw new CannotDo({
      zh: `没有规则 ${id};用 jxmb rules 列出全部规则`,
      en: `there is no rule ${id}; jxmb rules lists them all`,
    });
  }
  out(page);
  return 0;
}

function tryToRead(file: string, terminal: Terminal): string | undefined {
  let text: string | undefined;
  isDone(terminal, () => {
    text = readText(file);
  });
  return text;
}

/** Makes a document of a published text, and tells what was changed on the way. */
export async function importFile(command: Of<'import'>, terminal: Terminal): Promise<Outcome> {
  const { file, output, force } = command;
  const { language } = terminal;
  const text = readText(file);
  keepSource(command);
  const { importPublishedText, reportText } = await nodeHost.loadImporter();
  const { document, report } = importPublishedText(text, nodeHost.settings.profile);
  const { totals, units, projects } = report.counts;
  if (totals + units + projects === 0) throw noTable(file);
  if (output === undefined) terminal.out(document);
  else writeText(output, document, force);
  if (command.report === 'text') terminal.err(printableLines(reportText(report, language)));
  else {
    const items = report.items.map((item) => ({ ...item, message: item.message[language] }));
    terminal.err(`${JSON.stringify({ counts: report.counts, items }, null, 2)}\n`);
  }
  return 0;
}

/** Makes of a table a page that stands for itself. */
export async function preview(command: Of<'preview'>, terminal: Terminal): Promise<Outcome> {
  const { file, output, force } = command;
  const settings = await settingsOf(command);
  const text = readText(file);
  keepSource(command);
  const document = new TableDocument(file, 'jxmb', 0, text, settings, new Workspace({}, () => settings));
  if (isNoTable(file, document)) throw noTable(file);
  const page = [...standalone(document, command, terminal)].join('');
  if (output === undefined) terminal.out(page);
  else writeText(output, page, force);
  return 0;
}

/** What is made of a file never takes its place. */
function keepSource({ file, output }: Pick<Of<'import'>, 'file' | 'output'>): void {
  if (output === undefined || !isSameFile(file, output)) return;
  throw new CannotDo({ zh: `${output}: 不能写到原文件上`, en: `${output}: is the file that is read` });
}

/** Whether a file is no table: neither its name nor anything in it says so. */
function isNoTable(file: string, document: TableDocument): boolean {
  return !/\.jxmb$/i.test(file) && [...document.sequence].every(({ kind }) => kind === 'head');
}
