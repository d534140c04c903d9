import type { Bilingual } from '../../profile/profile.ts';
import { classText } from '../../rules/classText.ts';
import { mayBeOf } from '../../rules/demandedClasses.ts';
import type { Language } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { className, type Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../../table/moneyUnit.ts';
import { readRow } from '../../table/row.ts';
import { PerBlock } from '../perBlock.ts';
import { bold, enumerated, escapeMarkdown, say, table } from './markdown.ts';

const MESSAGES = {
  none: { zh: '没有绩效指标', en: 'No indicators' },
  indicators: { zh: '指标 {count} 条', en: 'Indicators: {count}' },
  count: { zh: '条数', en: 'Number' },
  levelTwo: { zh: '二级指标', en: 'Level-2 classes' },
  unclassed: { zh: '未分类', en: 'Of no class' },
  noLevelTwo: { zh: '未写二级指标', en: 'without a level-2 class' },
  required: { zh: '没有(必须有)', en: 'none (required)' },
  expected: { zh: '没有(一般应有)', en: 'none (expected)' },
  lacking: { zh: '{count} 个项目没有', en: 'projects without: {count}' },
} satisfies Record<string, Bilingual>;

/** The indicators of a project by class. */
interface ClassCounts {
  readonly count: number;
  /** By code of level 2, else of level 1, else by nothing. */
  readonly byCode: ReadonlyMap<string, number>;
  /** Codes of classes that it should have and has no indicator of. */
  readonly missing: readonly string[];
}

const counts = new PerBlock<ClassCounts>();

function countsOf(block: Block, vocabulary: Vocabulary): ClassCounts {
  return counts.get(block, [vocabulary], () => {
    const { kind, text } = block;
    const { indicators } = readRow(text, parseBlock(kind, text, vocabulary), vocabulary, DEFAULT_MONEY_UNIT);
    const { required, expected } = vocabulary.profile.demands;
    const byCode = new Map<string, number>();
    for (const { level1, level2 } of indicators) add(byCode, level2?.code ?? level1?.code ?? '', 1);
    const missing = [...required, ...expected].filter(
      (code) => !indicators.some((indicator) => mayBeOf(code, indicator)),
    );
    return { count: indicators.length, byCode, missing };
  });
}

/** The indicators of some projects by class, with the classes that are missing; each project is read once. */
export function describeClasses(projects: readonly Block[], vocabulary: Vocabulary, language: Language): string {
  let count = 0;
  const byCode = new Map<string, number>();
  const missing = new Map<string, number>();
  for (const project of projects) {
    const own = countsOf(project, vocabulary);
    count += own.count;
    for (const [code, number] of own.byCode) add(byCode, code, number);
    for (const code of own.missing) add(missing, code, 1);
  }
  if (count === 0) return say(MESSAGES.none, language);
  const { classes, demands } = vocabulary.profile;
  const lacking = (code: string) => {
    const number = missing.get(code);
    if (number === undefined) return [];
    const isRequired = demands.required.includes(code);
    return projects.length > 1
      ? [bold(say(MESSAGES.lacking, language, { count: String(number) }))]
      : [bold(say(isRequired ? MESSAGES.required : MESSAGES.expected, language))];
  };
  const rows = classes.flatMap((one) => {
    const untold = byCode.get(one.code) ?? 0;
    const children = one.children.flatMap((child) => {
      const number = byCode.get(child.code);
      const name = escapeMarkdown(className(child.name));
      const told = [...(number ? [String(number)] : []), ...lacking(child.code)];
      return told.length > 0 ? [`${name} ${told.join(' ')}`] : [];
    });
    const all = one.children.reduce((sum, { code }) => sum + (byCode.get(code) ?? 0), untold);
    const notes = untold > 0 ? [`${say(MESSAGES.noLevelTwo, language)} ${untold}`] : [];
    const told = [...children, ...notes, ...lacking(one.code)];
    return all > 0 || told.length > 0
      ? [[escapeMarkdown(classText(one)), String(all), enumerated(told, language)]]
      : [];
  });
  const unclassed = byCode.get('');
  if (unclassed) rows.push([say(MESSAGES.unclassed, language), String(unclassed), '']);
  const heads = [
    say(MESSAGES.indicators, language, { count: String(count) }),
    say(MESSAGES.count, language),
    say(MESSAGES.levelTwo, language),
  ];
  return table([heads, ...rows], ['left', 'center', 'left']);
}

function add(numbers: Map<string, number>, key: string, number: number): void {
  numbers.set(key, (numbers.get(key) ?? 0) + number);
}
