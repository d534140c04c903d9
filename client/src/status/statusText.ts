import type { TableStatus } from '../../../server/src/protocol.ts';

/** Puts a message into the language of VS Code, as `l10n.t` does. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

export interface StatusText {
  /** `万元 · 45 个项目 · 72,239.50` */
  readonly text: string;
  /** The profile and how much is found; where something was left out, that. */
  readonly detail: string;
  /** Something was left out. */
  readonly isWarning: boolean;
}

/** What the status item shows of a table. */
export function statusText(status: TableStatus, translate: Translate): StatusText {
  const { moneyUnit, projects, total, profileName, findings, limits } = status;
  const count = translate(projects === 1 ? '{0} project' : '{0} projects', projects);
  const found = translate(findings === 1 ? '{0} finding' : '{0} findings', findings);
  return {
    text: [moneyUnit, count, ...(total === null ? [] : [total])].join(' · '),
    detail: limits.length > 0 ? limits.join(' ') : [profileName, ...(findings > 0 ? [found] : [])].join(' · '),
    isWarning: limits.length > 0,
  };
}
