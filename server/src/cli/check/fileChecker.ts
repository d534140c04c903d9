import { reportFindings } from '../../features/report.ts';
import type { Language } from '../../rules/rule.ts';
import type { TableSettings } from '../../workspace/settings.ts';
import { TableDocument } from '../../workspace/tableDocument.ts';
import { Workspace } from '../../workspace/workspace.ts';
import { FileProblem } from '../fileProblem.ts';
import { readText } from '../files.ts';
import { isNoTable, noTable } from '../tables.ts';
import type { ReportFormat } from './formats.ts';
import { add, NOTHING, type Tally, tallyOf } from './tally.ts';
import type { Task } from './task.ts';

/** What is to be written of some files, and what they came to. */
export interface Answer {
  readonly out: string;
  readonly err: string;
  readonly tally: Tally;
}

/** Checks files one by one. What it says of each is the same whatever it has checked before. */
export class FileChecker {
  readonly #settings: TableSettings;
  readonly #format: ReportFormat;
  readonly #language: Language;
  /** A table that several of the files take in is read once, as long as there is room. */
  readonly #tables: Workspace;

  constructor(settings: TableSettings, format: ReportFormat, language: Language) {
    this.#settings = settings;
    this.#format = format;
    this.#language = language;
    this.#tables = new Workspace({}, () => settings);
  }

  check(tasks: readonly Task[]): Answer {
    const pieces: string[] = [];
    let err = '';
    let tally = NOTHING;
    for (const task of tasks) {
      try {
        const one = this.#checkOne(task);
        pieces.push(...one.pieces);
        tally = add(tally, one.tally);
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        const told = this.#format.failed(task.file, error.problem, this.#language);
        pieces.push(...(told.pieces ?? []));
        err += told.error ?? '';
        tally = add(tally, { ...NOTHING, failed: 1 });
      }
    }
    return { out: pieces.join(this.#format.frame.between), err, tally };
  }

  #checkOne({ file, text, problem }: Task): { readonly pieces: readonly string[]; readonly tally: Tally } {
    if (problem) throw new FileProblem(file, problem);
    const document = new TableDocument(file, 'jxmb', 0, text ?? readText(file), this.#settings, this.#tables);
    if (isNoTable(file, document)) throw noTable(file);
    const findings = reportFindings(document, file, this.#language);
    const tally = tallyOf(findings);
    return { pieces: this.#format.checked(file, findings, tally, this.#language), tally };
  }
}
