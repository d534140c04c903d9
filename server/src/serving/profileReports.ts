import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Language } from '../rules/rule.ts';
import type { Places } from './places.ts';

type Send = (uri: string, diagnostics: Diagnostic[]) => void;

/** Tells the client what is wrong with files of profiles, each time that this has changed. */
export class ProfileReports {
  readonly #sent = new Map<string, string>();
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** @param knowsSchema the client itself tells what is not as the schema has it */
  tell(places: Places, language: Language, knowsSchema: boolean): void {
    const files = new Set(places.files);
    for (const uri of new Set([...files, ...this.#sent.keys()])) {
      const problems = files.has(uri) ? places.problemsOf(uri) : [];
      const diagnostics = problems.flatMap(({ range, message, bySchema }): Diagnostic[] =>
        bySchema && knowsSchema
          ? []
          : [{ range, message: message[language], severity: DiagnosticSeverity.Error, source: 'jxmb' }],
      );
      const text = JSON.stringify(diagnostics);
      if (text === (this.#sent.get(uri) ?? '[]')) continue;
      this.#sent.set(uri, text);
      this.#send(uri, diagnostics);
    }
  }
}
