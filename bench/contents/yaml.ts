import type { Style, Writer } from './content.ts';
import { type Amounts, type Indicator, type Project, profile, type Table } from './table.ts';

/** The same as the JSON, as people write it in YAML. */
export const yaml: Writer = {
  languageId: 'yaml',
  ending: '.yaml',
  table({ amounts, units }: Table, styleOf) {
    const rows = units.map(({ name, amounts, projects }) => {
      const written = projects.map((project) => projectText(project, styleOf(project))).join('');
      return `  - name: ${name}\n    amounts:\n${amountLines(amounts, '      ')}    projects:\n${written}`;
    });
    const head = 'title: 项目支出绩效目标表\ndepartment: 示范市科技局\nyear: 2025\nmoneyUnit: 万元\n';
    return `${head}amounts:\n${amountLines(amounts, '  ')}units:\n${rows.join('')}`;
  },
  project: projectText,
};

function projectText({ name, amounts, goals, indicators }: Project, style: Style): string {
  const goal = goals.map((line) => `          - ${line}\n`).join('');
  const list = indicators.map((indicator, i) => indicatorLines(indicator, i === 0 ? style : undefined)).join('');
  const head = `${style.mark('project')}      - name: ${name}\n        amounts:\n`;
  return `${head}${amountLines(amounts, '          ', style)}        goals:\n${goal}        indicators:\n${list}`;
}

function amountLines(amounts: Amounts, indent: string, style?: Style): string {
  return amounts
    .map((amount, column) => {
      if (amount.isZero) return '';
      const after = column === 1 && style ? style.surplus + style.mark('digit') : '';
      return `${indent}${profile.columns[column]?.name}: '${amount.toString(2)}${after}'\n`;
    })
    .join('');
}

function indicatorLines({ number, class1, class2, name, value }: Indicator, style?: Style): string {
  const mark = (place: 'short' | 'long' | 'hover') => style?.mark(place) ?? '';
  const pairs = [
    `number: ${number}`,
    `class1: ${mark('short')}${class1}`,
    `${mark('hover')}class2: ${mark('long')}${class2}`,
    `name: ${name}`,
    // A value may begin with a sign that means something in YAML.
    ...profile.valueLabels.map((label) => `${label.name}: '${value}'`),
  ];
  return pairs.map((pair, i) => `          ${i === 0 ? '- ' : '  '}${pair}\n`).join('');
}
