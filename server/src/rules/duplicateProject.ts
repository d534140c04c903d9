import { squeeze } from '../syntax/characters.ts';
import type { RepetitionRule, RuleExplanation } from './rule.ts';

export const duplicateProjectExplained: RuleExplanation = {
  explanation: {
    zh: '同一个资金使用单位下有两个同名项目。不同单位的项目可以同名。确是两个项目的,在名称里写明区别。',
    en: 'A unit has two projects of the same name. Projects of different units may share one. Where there really are two, their names should tell them apart.',
  },
  reason: {
    zh: '单位加项目名称是项目的标识,重名时常是同一个项目报了两次,钱也算了两次。',
    en: 'A project is known by its unit and its name; the same name twice is often one project handed in twice, and its money counted twice.',
  },
  examples: {
    wrong: `
资金使用单位: 示范市科学馆

项目名称: 科普活动经费
总计: 30.00

项目名称: 科普活动经费
总计: 12.00
`,
    right: `
资金使用单位: 示范市科学馆

项目名称: 科普活动经费(讲座)
总计: 30.00

项目名称: 科普活动经费(展览)
总计: 12.00
`,
  },
};

export const duplicateProject: RepetitionRule = {
  id: 'duplicate-project',
  scope: 'table',
  looksAt: 'repetitions',
  within: 'unit',
  severity: 'warning',
  review: 'reasonable',
  compares: true,
  title: { zh: '同一单位下项目重名', en: 'Two projects of one name under a unit' },
  messages: {
    repeated: {
      zh: '本单位前面已有项目"{name}"',
      en: 'A project called “{name}” stands under this unit already',
    },
    first: { zh: '第一次写在这里', en: 'first given here' },
    taken: {
      zh: '"{path}"里的项目"{name}",同一单位在前面已经有了',
      en: 'The project “{name}” of “{path}” stands under the same unit before this already',
    },
    takenMore: {
      zh: '"{path}"里的项目"{name}"等 {count} 个,同一单位在前面已经有了',
      en: 'Projects of “{path}” stand under the same unit before this already: “{name}” and others, {count} in all',
    },
    again: { zh: '又写在这里', en: 'given again here' },
  },

  keyOf(row) {
    if (row.kind !== 'project') return undefined;
    const key = squeeze(row.name);
    return key === '' ? undefined : { key, span: row.nameSpan };
  },

  report({ key, span }, { block, table, span: first }) {
    return {
      span,
      message: 'repeated',
      args: { name: key },
      related: () => [{ block, table, span: first, message: 'first' }],
    };
  },
};
