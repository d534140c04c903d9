// Writes what follows from the rules: their settings and texts in package.json and package.nls*.json, a page each in
// docs/rules/, and the table in the README.
//
//   node scripts/build-rules.mjs           writes the files
//   node scripts/build-rules.mjs --check   writes nothing; exits 1 when one of them is not fresh

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { inRoot } from './lib/paths.mjs';
import { continueInNode24 } from './setup/node24.mjs';

// The rules are TypeScript.
await continueInNode24();
const { REVIEW_WORDS, rulePage, SEVERITY_WORDS } = await import('../server/src/features/rulePage.ts');
const { explanations } = await import('../server/src/rules/explanations.ts');
const { rules } = await import('../server/src/rules/registry.ts');
const { SEVERITIES } = await import('../server/src/rules/rule.ts');

const languages = ['zh', 'en'];
const nlsFiles = { zh: 'package.nls.zh-cn.json', en: 'package.nls.json' };
const ending = { zh: '.md', en: '.en.md' };
const choices = ['off', ...[...SEVERITIES].reverse()];

const read = (file) => readFileSync(inRoot(file), 'utf8').replaceAll('\r\n', '\n');
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const isOurs = (key) => key.startsWith('rules.');

function manifest() {
  const all = JSON.parse(read('package.json'));
  const properties = rules.map(({ id, severity }, order) => [
    `jxmb.rules.${id}`,
    {
      type: 'string',
      enum: choices,
      enumDescriptions: choices.map((choice) => `%severity.${choice}%`),
      default: severity,
      scope: 'resource',
      order,
      description: `%rules.${id}%`,
    },
  ]);
  const [general] = all.contributes.configuration;
  all.contributes.configuration = [
    general,
    { title: '%configuration.rules%', properties: Object.fromEntries(properties) },
  ];
  return json(all);
}

function strings(language) {
  const own = Object.entries(JSON.parse(read(nlsFiles[language]))).filter(([key]) => !isOurs(key));
  const between = language === 'zh' ? '。' : '. ';
  const texts = rules.map(({ id, title }) => [
    `rules.${id}`,
    `${title[language]}${between}${explanations[id].explanation[language]}`,
  ]);
  return json(Object.fromEntries([...own, ...texts]));
}

/** A cell of a Markdown table. */
const cell = (text) => text.replaceAll('|', '\\|');

function table(language, folder) {
  const head = { zh: ['规则', '级别', '审核内容', '查什么'], en: ['Rule', 'Severity', 'Review test', 'Finds'] };
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head[language]),
    '|---|---|---|---|',
    ...rules.map(({ id, severity, review, title }) =>
      line([
        `[\`${id}\`](${folder}${id}${ending[language]})`,
        SEVERITY_WORDS[severity][language],
        REVIEW_WORDS[review][language],
        cell(title[language]),
      ]),
    ),
  ].join('\n');
}

const lists = {
  zh: `# 规则\n\nEnglish: [README.en.md](README.en.md)\n\n共 ${rules.length} 条。级别可以在设置 \`jxmb.rules.<代号>\` 中改变,确实不适用的地方可以用注释写明不检查。\n\n`,
  en: `# Rules\n\n中文: [README.md](README.md)\n\nThere are ${rules.length}. The setting \`jxmb.rules.<id>\` changes the severity of one; a comment turns it off where it does not apply.\n\n`,
};

function readme() {
  const begin = '<!-- rules -->\n';
  const end = '<!-- /rules -->';
  const text = read('README.md');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error('README.md has no place for the table of rules');
  return `${text.slice(0, from)}${begin}${table('zh', 'docs/rules/')}\n${text.slice(to)}`;
}

const files = new Map([
  ['package.json', manifest()],
  ...languages.map((language) => [nlsFiles[language], strings(language)]),
  ...languages.map((language) => [
    `docs/rules/README${ending[language]}`,
    `${lists[language]}${table(language, '')}\n`,
  ]),
  ...(await Promise.all(
    rules.flatMap(({ id }) =>
      languages.map(async (language) => [`docs/rules/${id}${ending[language]}`, await rulePage(id, language)]),
    ),
  )),
  ['README.md', readme()],
]);

function current(file) {
  try {
    return read(file);
  } catch {
    return undefined;
  }
}

mkdirSync(inRoot('docs/rules'), { recursive: true });
const left = readdirSync(inRoot('docs/rules'))
  .map((name) => `docs/rules/${name}`)
  .filter((file) => !files.has(file));
const stale = [...files].filter(([file, text]) => current(file) !== text);
const check = argv.includes('--check');
for (const file of [...stale.map(([name]) => name), ...left]) {
  if (check) console.error(`not fresh, run node scripts/build-rules.mjs: ${file}`);
}
if (!check) {
  for (const [file, text] of stale) writeFileSync(inRoot(file), text);
  for (const file of left) rmSync(inRoot(file));
  if (stale.length + left.length > 0) console.log(`written: ${stale.length}, removed: ${left.length}`);
}
if (check && stale.length + left.length > 0) exit(1);
