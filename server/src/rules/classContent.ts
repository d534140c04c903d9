import type { Judging } from '../profile/judging.ts';
import type { ChildClass, Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator, Row } from '../table/row.ts';
import { question, type Wording } from '../table/wording.ts';
import { classText } from './classText.ts';
import { MOVING_MAY_ADD, movedText, moveToClass } from './moveToClass.ts';
import { indicatorsOf } from './placement.ts';
import { routineIn } from './routines.ts';
import type { BlockRule, RuleContext, RuleExplanation } from './rule.ts';
import { speaksOfSatisfaction } from './satisfaction.ts';
import { settledClass } from './settledClass.ts';

interface Data {
  readonly indicator: Indicator;
  /** The classes that the name may belong to, best first. */
  readonly targets: readonly ChildClass[];
}

export const classContentExplained: RuleExplanation = {
  explanation: {
    zh: '名称说的是及时、按时,却不在时效指标里;说的是合格、达标、准确,却写成数量或时效;说的是成本、预算控制,却写成数量、质量、时效或效益。严格检查时,数量指标里的"…率"也提示。投诉处置、破案一类的及时率可以是社会效益,不提示;数量类里以"数""次"等结尾的名称也不提示。',
    en: 'The name speaks of timeliness, quality or cost control, but is filed elsewhere. In strict mode a rate among quantities is found too. Silent where the name speaks of its own class as well, where it is a count, and where timeliness is itself the benefit (投诉, 破案).',
  },
  reason: {
    zh: '放错类别,这一类看上去有指标,实际没有;按类别打分时分值也给错了地方。',
    en: 'In the wrong class an indicator fills a gap that is still there, and its weight goes to the wrong place.',
  },
  examples: {
    wrong: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 11-数量指标; 讲课费支付及时率; 年度指标值:100%。
`,
    right: `
项目名称: 科普活动经费
绩效指标:
  1、1-产出指标; 13-时效指标; 讲课费支付及时率; 年度指标值:100%。
`,
  },
};

export const classContent: BlockRule = {
  id: 'class-content',
  scope: 'block',
  severity: 'hint',
  review: 'relevant',
  strictFindsMore: true,
  title: { zh: '名称像是别的类别的指标', en: 'The name speaks of another class' },
  messages: {
    speaks: {
      zh: '名称中的"{word}"一般属于 {class},这里写在 {own}',
      en: '“{word}” in the name speaks for {class}; it is filed under {own}',
    },
    name: { zh: '名称', en: 'the name' },
    move: { zh: '改为 {class}', en: 'Change to {class}' },
  },
  fixesMayAdd: MOVING_MAY_ADD,

  check(row, _text, context, report) {
    for (const indicator of indicatorsOf(row)) {
      const found = spokenOf(indicator, context);
      if (!found) continue;
      const { spoken, own, nameSpan } = found;
      const { class2, number } = indicator;
      const targets = targetsOf(spoken, row, context.vocabulary);
      if (targets.length === 0) continue;
      report({
        span: class2?.node ?? nameSpan,
        message: 'speaks',
        args: { word: spoken.word, class: targets.map(classText).join(' / '), own: classText(own) },
        indicator: number ?? null,
        ...(class2 && { related: () => [{ span: nameSpan, message: 'name' }] }),
        data: { indicator, targets } satisfies Data,
      });
    }
  },

  fixes(finding) {
    const { indicator, targets } = finding.data as Data;
    return targets.flatMap((target, i) => {
      const edits = moveToClass(indicator, target);
      if (edits.length === 0) return [];
      const args = { class: movedText(indicator, target) };
      return [{ message: 'move', args, edits, ...(i === 0 && { preferred: true as const }) }];
    });
  },
};

type Content = Judging['classContent'][number];

interface Spoken {
  readonly word: string;
  readonly contents: readonly Content[];
}

interface Speaking {
  readonly content: Content;
  readonly word: string;
}

/** All that a name speaks for, whatever class it stands in. */
const speaking = question(({ plain }, judging): readonly Speaking[] =>
  judging.classContent.flatMap((content) => {
    const word = endsRight(plain, content) ? content.words.in(plain) : undefined;
    if (word === undefined || content.not.in(plain) !== undefined) return [];
    return content.also.isEmpty || content.also.in(plain) !== undefined ? { content, word } : [];
  }),
);

/** What the name of an indicator speaks for, if that is not the class it stands in. */
function spokenOf(indicator: Indicator, { vocabulary, strict }: RuleContext) {
  const { named, node } = indicator;
  const { judging } = vocabulary;
  // Most names speak for no class.
  if (!node.name || speaking(named, judging).length === 0) return undefined;
  const own = settledClass(indicator, vocabulary);
  const spoken = own && spokenFor(named, own.code, judging, strict);
  if (!own || !spoken || speaksOfSatisfaction(named, judging)) return undefined;
  return routineIn(named, own, vocabulary) === undefined ? { spoken, own, nameSpan: node.name } : undefined;
}

/**
 * What a name that stands in a class speaks for; undefined where that is nothing else, or its own class as well. A mere
 * rate (`strict`) counts only where no word says more.
 */
function spokenFor(named: Wording, own: string, judging: Judging, strict: boolean): Spoken | undefined {
  let spoken: Spoken | undefined;
  for (const { content, word } of speaking(named, judging)) {
    if ((content.strict && (!strict || spoken)) || !content.from.has(own)) continue;
    spoken = { word: spoken?.word ?? word, contents: [...(spoken?.contents ?? []), content] };
  }
  return spoken && !judging.classContent.some((content) => isOwn(named.plain, own, content)) ? spoken : undefined;
}

/** Looked at before the words: most names end otherwise. */
function endsRight(name: string, { ends, words }: Content): boolean {
  return ends.isEmpty || ends.endOf(name) !== undefined || words.endOf(name) !== undefined;
}

function isOwn(name: string, own: string, content: Content): boolean {
  return !content.strict && content.classes.has(own) && content.words.in(name) !== undefined;
}

/**
 * The classes that are spoken for. Where one thing has two places (成本 under 产出 or by itself), the one that the
 * project uses already comes first.
 */
function targetsOf({ contents }: Spoken, { indicators }: Row, { levelTwo }: Vocabulary): readonly ChildClass[] {
  const codes = contents.flatMap(({ classes: { list } }) => {
    const used = list.filter((code) => indicators.some(({ level2 }) => level2?.code === code));
    return [...used, ...list];
  });
  return [...new Set(codes)].flatMap((code) => levelTwo.get(code) ?? []);
}
