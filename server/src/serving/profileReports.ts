import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import { fillIn, type Language } from '../rules/rule.ts';
import { nearestProfiles } from '../rules/unknownProfile.ts';
import type { TableSettings } from '../workspace/settings.ts';
import type { Places } from './places.ts';

type Send = (uri: string, diagnostics: Diagnostic[]) => void;

const MESSAGES = {
  unknown: {
    zh: '设置 jxmb.profile 写的"{name}"不是表样的代号,没有写版式的表按 {profile} 读。可用的表样: {profiles}',
    en: 'The setting jxmb.profile names “{name}”, which is no profile; tables without 版式 are read by {profile}. Profiles: {profiles}',
  },
  failed: {
    zh: '设置 jxmb.profile 写的表样"{name}"读不进来,没有写版式的表按 {profile} 读。{why}',
    en: 'The profile “{name}” of the setting jxmb.profile cannot be read; tables without 版式 are read by {profile}. {why}',
  },
} satisfies Record<string, Bilingual>;

/** Tells the client what is wrong with files of profiles, and which the settings name in vain, each time that this has changed. */
export class ProfileReports {
  readonly #sent = new Map<string, string>();
  #unknown: ReadonlySet<string> = new Set();
  readonly #send: Send;
  readonly #warn: (message: string) => void;

  /** @param warn shows a message to whoever uses the client */
  constructor(send: Send, warn: (message: string) => void) {
    this.#send = send;
    this.#warn = warn;
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
    const unknown = places.unknownProfiles;
    for (const [name, settings] of unknown) {
      if (!this.#unknown.has(name)) this.#warn(unknownText(name, settings, language));
    }
    this.#unknown = new Set(unknown.keys());
  }
}

function unknownText(name: string, { profile, profiles, failedProfiles }: TableSettings, language: Language): string {
  const why = failedProfiles.get(name)?.[language];
  const near = nearestProfiles(name, profiles).join(', ');
  const args = { name, profile: profile.id, profiles: near, ...(why !== undefined && { why }) };
  return fillIn(MESSAGES[why === undefined ? 'unknown' : 'failed'][language], args);
}
