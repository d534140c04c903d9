import { formattedText } from '../features/formatting.ts';
import { standalone } from '../features/preview/standalone.ts';
import { rulePage } from '../features/rulePage.ts';
import { TableDocument } from '../workspace/tableDocument.ts';
import { Workspace } from '../workspace/workspace.ts';
import { CannotDo } from './cannotDo.ts';
import { readText, readToWrite, writeText } from './files.ts';
import { isNoTable, keepSource, noTable, settingsOf } from './tables.ts';
import type { Of, Outcome, Terminal } from './terminal.ts';
import { printable, ruleListText } from './text.ts';

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

/** Lists all rules, or explains one. */
export async function explainRules({ id }: Of<'rules'>, { out, language }: Terminal): Promise<Outcome> {
  if (id === undefined) {
    out(ruleListText(language));
    return 0;
  }
  const page = await rulePage(id, language);
  if (page === undefined) {
    throw new CannotDo({
      zh: `没有规则 ${id};用 jxmb rules 列出全部规则`,
      en: `there is no rule ${id}; jxmb rules lists them all`,
    });
  }
  out(page);
  return 0;
}

/** Makes of a table a page that stands for itself. */
export async function preview(command: Of<'preview'>, terminal: Terminal): Promise<Outcome> {
  const { file, output, force } = command;
  const settings = await settingsOf(command);
  const text = readText(file);
  keepSource(file, output);
  const document = new TableDocument(file, 'jxmb', 0, text, settings, new Workspace({}, () => settings));
  if (isNoTable(file, document)) throw noTable(file);
  const page = [...standalone(document, command, terminal)].join('');
  if (output === undefined) terminal.out(page);
  else writeText(output, page, force);
  return 0;
}
