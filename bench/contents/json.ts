import type { Style, Writer } from './content.ts';
import { type Amounts, type Indicator, type Project, profile, type Table } from './table.ts';

/** The table as JSON, as the schema beside it wants it. */
export const json: Writer = {
  languageId: 'json',
  ending: '.json',
  table({ amounts, units }: Table, styleOf) {
    const rows = units.map(({ name, amounts, projects }) => {
      const written = projects.map((project) => projectText(project, styleOf(project)));
      const head = `    {\n      "name": ${quoted(name)},\n      "amounts": ${amountsText(amounts, '      ')},\n`;
      return `${head}      "projects": [\n${written.join('').replace(/,\n$/, '\n')}      ]\n    }`;
    });
    const head = `{\n  "title": "项目支出绩效目标表",\n  "department": "示范市科技局",\n  "year": 2025,\n  "moneyUnit": "万元",\n`;
    return `${head}  "amounts": ${amountsText(amounts, '  ')},\n  "units": [\n${rows.join(',\n')}\n  ]\n}\n`;
  },
  project: projectText,
};

/** With the comma behind it: one may be put in before another. */
function projectText({ name, amounts, goals, indicators }: Project, style: Style): string {
  const indent = '          ';
  const goal = goals.map((line) => `${indent}  ${quoted(line)}`).join(',\n');
  const list = indicators.map((indicator, i) => indicatorText(indicator, i === 0 ? style : undefined)).join(',\n');
  return [
    `${style.mark('project')}        {\n${indent}"name": ${quoted(name)},\n`,
    `${indent}"amounts": ${amountsText(amounts, indent, style)},\n`,
    `${indent}"goals": [\n${goal}\n${indent}],\n${indent}"indicators": [\n${list}\n${indent}]\n        },\n`,
  ].join('');
}

function amountsText(amounts: Amounts, indent: string, style?: Style): string {
  const lines = amounts.flatMap((amount, column) => {
    if (amount.isZero) return [];
    const after = column === 1 && style ? style.surplus + style.mark('digit') : '';
    return `${indent}  "${profile.columns[column]?.name}": "${amount.toString(2)}${after}"`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function indicatorText({ number, class1, class2, name, value }: Indicator, style?: Style): string {
  const mark = (place: 'short' | 'long' | 'hover') => style?.mark(place) ?? '';
  const pairs = [
    `"number": ${number}`,
    `"class1": "${mark('short')}${class1}"`,
    `"${mark('hover')}class2": "${mark('long')}${class2}"`,
    `"name": ${quoted(name)}`,
    ...profile.valueLabels.map((label) => `"${label.name}": ${quoted(value)}`),
  ];
  return `            {\n${pairs.map((pair) => `              ${pair}`).join(',\n')}\n            }`;
}

const quoted = (text: string) => JSON.stringify(text);
