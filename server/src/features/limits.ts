import type { Bilingual } from '../profile/profile.ts';
import type { Language } from '../rules/rule.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

/** How many findings of a table are sent to an editor. */
export const MOST_FINDINGS = 20_000;

/** Tables of more projects have nothing above the single projects, nor below them in the outline: editors cannot show so much. */
export const MOST_PROJECTS_IN_DETAIL = 2_000;

const MESSAGES = {
  findings: {
    zh: '问题太多,只列出前 {most} 个,还有 {rest} 个没有列出。',
    en: 'Too many findings: the first {most} are listed, {rest} more are not.',
  },
  outline: {
    zh: '项目超过 {most} 个,大纲只列到项目,不列目标和指标。',
    en: 'There are more than {most} projects: the outline lists them without their goals and indicators.',
  },
  lenses: {
    zh: '项目超过 {most} 个,只在单位上方显示合计和问题数,项目上方不显示。',
    en: 'There are more than {most} projects: sums and findings are shown above units, not above projects.',
  },
} satisfies Record<string, Bilingual>;

/** What is said where some findings of a table are not sent; undefined where all are. */
export function findingsLeftOut(count: number, language: Language): string | undefined {
  if (count <= MOST_FINDINGS) return undefined;
  const [most, rest] = [MOST_FINDINGS, count - MOST_FINDINGS].map(grouped) as [string, string];
  return MESSAGES.findings[language].replace('{most}', most).replace('{rest}', rest);
}

/** Whether a table is small enough for something to be shown of each project besides its name. */
export function showsDetails({ sequence }: TableDocument): boolean {
  if (sequence.count <= MOST_PROJECTS_IN_DETAIL) return true;
  return sequence.list().filter(({ kind }) => kind === 'project').length <= MOST_PROJECTS_IN_DETAIL;
}

/** What is left out of a table because there is too much of it, each said in full. */
export function limitsOf(document: TableDocument, language: Language): string[] {
  const findings = findingsLeftOut(document.findings().length, language);
  const left = showsDetails(document)
    ? []
    : [MESSAGES.outline, ...(document.settings.show.codeLenses ? [MESSAGES.lenses] : [])];
  const most = grouped(MOST_PROJECTS_IN_DETAIL);
  return [...(findings ? [findings] : []), ...left.map((message) => message[language].replace('{most}', most))];
}

/** `20,000` */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
