import type { Bilingual, Described, Explained, Label, StandardIndicator, WholeProfile } from '../../profile/profile.ts';
import { classText } from '../../rules/classText.ts';
import type { Language } from '../../rules/rule.ts';
import type { ClassEntry, LabelMeaning, LabelRole, Vocabulary } from '../../syntax/vocabulary.ts';
import { bold, escapeMarkdown, list, paragraphs, say } from './markdown.ts';

/** What a person reads about classes, names and labels, as Markdown, in hovers and beside completions. */

const MESSAGES = {
  levelOne: { zh: '一级指标', en: 'level-1 class' },
  levelTwo: { zh: '二级指标,属 {parent}', en: 'level-2 class under {parent}' },
  examples: { zh: '例如: {examples}', en: 'Examples: {examples}' },
  source: { zh: '依据: {source}', en: 'Source: {source}' },
  formula: { zh: '计算公式: {formula}', en: 'Formula: {formula}' },
  unit: { zh: '计量单位: {unit}', en: 'Unit: {unit}' },
  qualitative: { zh: '定性指标,没有计量单位', en: 'Qualitative, without a unit' },
  direction: { zh: '指标方向: {direction}', en: 'Direction: {direction}' },
  typical: { zh: '常见指标值: {typical}', en: 'Typical value: {typical}' },
  alsoWritten: { zh: '也写作: {aliases}', en: 'Also written: {aliases}' },
} satisfies Record<string, Bilingual>;

const DIRECTIONS = {
  higher: { zh: '越高越好', en: 'higher is better' },
  lower: { zh: '越低越好', en: 'lower is better' },
} satisfies Record<string, Bilingual>;

/** What the language's own labels are for; the profile describes the others. */
const OWN_LABELS: Partial<Record<LabelRole, Bilingual>> = {
  department: {
    zh: '编制这张表的部门。',
    en: 'The department whose table this is.',
  },
  moneyUnit: {
    zh: '全表金额的单位: 元、千元、万元或亿元。',
    en: 'The unit of all amounts in the table: 元, 千元, 万元 or 亿元.',
  },
  year: {
    zh: '预算年度,如 2025。',
    en: 'The budget year, such as 2025.',
  },
  profile: {
    zh: '这张表照哪一种表样填写。',
    en: 'The profile that this table follows.',
  },
  total: {
    zh: '全部门合计,每一列等于各预算单位之和。',
    en: 'The whole department: each column is the sum of the units.',
  },
  unit: {
    zh: '使用资金的预算单位;下面的项目都属于它,直到下一个预算单位。每一列等于其下各项目之和。',
    en: 'The unit that spends the money; the projects below belong to it, up to the next unit. Each column is the sum of its projects.',
  },
  project: {
    zh: '一个项目从这里开始。',
    en: 'A project begins here.',
  },
  include: {
    zh: '把另一个文件里的预算单位和项目放到这里。',
    en: 'Takes in the units and projects of another file.',
  },
  indicators: {
    zh: '项目的绩效指标,一行一条: 序号、一级指标; 二级指标; 三级指标名称; 指标值。',
    en: "The project's indicators, one a line: number, level-1 class, level-2 class, name, values.",
  },
};

/** What was said of the classes of profiles: it is asked for again and again. */
const told = new WeakMap<WholeProfile, Map<string, string>>();

/** A class: what it means, what belongs there, examples, and where that is from. */
export function describeClass(entry: ClassEntry, profile: WholeProfile, language: Language): string {
  const own = told.get(profile) ?? new Map<string, string>();
  told.set(profile, own);
  const key = `${language} ${entry.class.code}`;
  const text = own.get(key) ?? tellOfClass(entry, profile, language);
  own.set(key, text);
  return text;
}

function tellOfClass(entry: ClassEntry, { classes }: WholeProfile, language: Language): string {
  const whole = classes.flatMap((one) => [one, ...one.children]).find(({ code }) => code === entry.class.code);
  const { definition, belongs, examples, source } = whole as Explained;
  const level =
    entry.level === 1
      ? say(MESSAGES.levelOne, language)
      : say(MESSAGES.levelTwo, language, { parent: escapeMarkdown(classText(entry.parent)) });
  return paragraphs(
    `${bold(classText(entry.class))} (${level})`,
    escapeMarkdown(definition[language]),
    escapeMarkdown(belongs[language]),
    examples.length > 0 && say(MESSAGES.examples, language, { examples: escapeMarkdown(examples.join('、')) }),
    `*${say(MESSAGES.source, language, { source: escapeMarkdown(source[language]) })}*`,
  );
}

/** A standard name: what is measured and how, and what its values look like. */
export function describeIndicator(indicator: StandardIndicator, vocabulary: Vocabulary, language: Language): string {
  const { name, definition, formula, unit, direction, typical } = indicator;
  const entry = vocabulary.classByCode.get(indicator.class);
  return paragraphs(
    bold(name) + (entry ? ` (${escapeMarkdown(classText(entry.class))})` : ''),
    escapeMarkdown(definition[language]),
    list([
      formula && say(MESSAGES.formula, language, { formula: escapeMarkdown(formula) }),
      unit
        ? say(MESSAGES.unit, language, { unit: escapeMarkdown(unit) })
        : !/\d/.test(typical ?? '') && say(MESSAGES.qualitative, language),
      direction && say(MESSAGES.direction, language, { direction: say(DIRECTIONS[direction], language) }),
      typical && say(MESSAGES.typical, language, { typical: escapeMarkdown(typical) }),
    ]),
  );
}

/** The same in a few words, for the list of completions. */
export function indicatorDetail(indicator: StandardIndicator, vocabulary: Vocabulary, language: Language): string {
  const before = details.get(indicator);
  if (before?.vocabulary === vocabulary && before.language === language) return before.text;
  const text = tellBriefly(indicator, vocabulary, language);
  details.set(indicator, { vocabulary, language, text });
  return text;
}

/** What was said of names last: long lists are asked for again with every character. */
const details = new WeakMap<
  StandardIndicator,
  { readonly vocabulary: Vocabulary; readonly language: Language; readonly text: string }
>();

function tellBriefly(indicator: StandardIndicator, vocabulary: Vocabulary, language: Language): string {
  const { unit, direction, typical } = indicator;
  const entry = vocabulary.classByCode.get(indicator.class);
  const parts = [entry && classText(entry.class), unit, direction && say(DIRECTIONS[direction], language), typical];
  return parts.filter((part) => part).join(' · ');
}

/** A label of the profile: a column, a goal, a field or a value label. */
export function describeLabel({ name, aliases = [], description }: Label & Described, language: Language): string {
  return paragraphs(
    bold(name),
    escapeMarkdown(description[language]),
    aliases.length > 0 && say(MESSAGES.alsoWritten, language, { aliases: escapeMarkdown(aliases.join('、')) }),
  );
}

/** What a label at a line's start is for. */
export function describeMeaning(meaning: LabelMeaning, profile: WholeProfile, language: Language): string {
  const { columns, goals, fields } = profile;
  const own = OWN_LABELS[meaning.role];
  if (own) return paragraphs(bold(meaning.name), escapeMarkdown(own[language]));
  const labels: readonly (Label & Described)[] =
    meaning.role === 'column' ? columns : meaning.role === 'goal' ? goals : fields;
  const label = labels[meaning.index];
  return label ? describeLabel(label, language) : '';
}
