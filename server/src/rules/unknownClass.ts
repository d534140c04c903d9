import { distance } from 'fastest-levenshtein';
import type { Span } from '../syntax/nodes.ts';
import type { ClassEntry } from '../syntax/vocabulary.ts';
import type { IndicatorClass } from '../table/row.ts';
import { classText } from './classText.ts';
import { MOVING_MAY_ADD } from './moveToClass.ts';
import { nearest } from './nearest.ts';
import type { BlockRule, RuleContext, RuleExplanation } from './rule.ts';
import { isUnknown, SETTLING_MAY_ADD } from './settledClass.ts';

interface Data {
  readonly level: 1 | 2;
  readonly code: string;
  readonly name: string;
  /** Code of the level-1 class beside it, where that is known. */
  readonly parent?: string;
}

/** A name that is part of another, in letters that part them. */
const PART = 0.5;
const SHORTEST_PART = 4;

export const unknownClassExplained: RuleExplanation = {
  explanation: {
    zh: '一级、二级指标的代码和名称由表样规定。写错一个字,汇总时这条指标就归不进任何一类。',
    en: 'The profile decides the codes and names of classes. With one wrong character the indicator falls into no class when tables are put together.',
  },
  reason: {
    zh: '系统导入时,类别不认识的指标会被整条丢掉。',
    en: 'On import into the budget system, indicators of unknown classes are dropped.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-灰重指标; 讲座验收合格率; 年度指标值:100%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 12-质量指标; 讲座验收合格率; 年度指标值:100%。
`,
  },
};

export const unknownClass: BlockRule = {
  id: 'unknown-class',
  scope: 'block',
  severity: 'error',
  review: 'form',
  title: { zh: '没有这个指标类别', en: 'No such class' },
  messages: {
    code1: { zh: '没有代码为 {code} 的一级指标', en: 'No level-1 class has the code {code}' },
    code2: { zh: '没有代码为 {code} 的二级指标', en: 'No level-2 class has the code {code}' },
    name1: { zh: '没有名为"{name}"的一级指标', en: 'No level-1 class is called “{name}”' },
    name2: { zh: '没有名为"{name}"的二级指标', en: 'No level-2 class is called “{name}”' },
    replace: { zh: '改为 {class}', en: 'Change to {class}' },
  },
  fixesMayAdd: ['class-parent', 'class-missing', ...MOVING_MAY_ADD, ...SETTLING_MAY_ADD],

  checkIndicator(indicator, _text, _context, report) {
    const { class1, class2, number } = indicator;
    if (!(class1 && isUnknown(class1)) && !(class2 && isUnknown(class2))) return;
    const reportOn = (written: IndicatorClass<unknown>, level: 1 | 2, span: Span, what: 'code' | 'name') =>
      report({
        span,
        message: `${what}${level}`,
        args: { code: written.code, name: written.name },
        indicator: number ?? null,
        data: {
          level,
          code: written.code,
          name: written.name,
          ...(level === 2 && class1?.byCode && { parent: class1.byCode.code }),
        } satisfies Data,
      });
    for (const [written, level] of [
      [class1, 1],
      [class2, 2],
    ] as const) {
      if (!written) continue;
      if (written.node.code && !written.byCode) reportOn(written, level, written.node.code, 'code');
      else if (written.node.name && !written.byName) reportOn(written, level, written.node.name, 'name');
    }
  },

  fixes(finding, row, _text, { vocabulary }) {
    const data = finding.data as Data;
    const node = row.indicators
      .flatMap(({ class1, class2 }) => [class1?.node, class2?.node])
      .find((candidate) => candidate && candidate.start <= finding.span.start && finding.span.end <= candidate.end);
    if (!node) return [];
    return nearestClasses(data, vocabulary).map((entry, i) => ({
      message: 'replace',
      args: { class: classText(entry.class) },
      edits: [{ start: node.start, end: node.end, text: classText(entry.class) }],
      ...(i === 0 && { preferred: true as const }),
    }));
  },
};

/** The classes of the level that may be meant, best first: the code that was written counts like one right letter less. */
function nearestClasses({ level, code, name, parent }: Data, vocabulary: RuleContext['vocabulary']): ClassEntry[] {
  const score = (entry: ClassEntry) => {
    const names = [entry.class.name, ...entry.class.aliases];
    const letters = name === '' ? 2 : Math.min(...names.map((other) => lettersBetween(name, other)));
    const sameCode = entry.class.code === code ? -1.5 : 0;
    const sameParent = parent !== undefined && entry.class.code.startsWith(parent) ? -0.5 : 0;
    return letters + sameCode + sameParent;
  };
  return nearest(
    [...vocabulary.classByCode.values()].filter((entry) => entry.level === level),
    score,
  );
}

/** How many letters part two names; a part of a name is near to it: 成本指标, of the older system, to 经济成本指标. */
function lettersBetween(name: string, other: string): number {
  return name.length >= SHORTEST_PART && other.includes(name) ? PART : distance(name, other);
}
