/** The same table in every language of the bench: sound as it is, and wrong by the same digit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { type Content, DIGIT, withDigit } from '../../bench/contents/content.ts';
import { contentOf } from '../../bench/contents/languages.ts';
import { schema } from '../../bench/contents/schema.ts';
import { openTable } from '../tables.ts';

const PROJECTS = 60;

/** The text with something put in where a position is. */
function inserted(content: Content, at: Content['places']['digit'], text: string): string {
  const lines = content.text.split('\n');
  const line = lines[at.line] as string;
  lines[at.line] = line.slice(0, at.character) + text + line.slice(at.character);
  return lines.join('\n');
}

const findings = (text: string) => openTable(text).findings().length;

test('jxmb: nothing is found in the table, something with a digit more or a project more', () => {
  const content = contentOf('jxmb', PROJECTS);
  assert.equal(findings(content.text), 0);
  assert.ok(findings(withDigit(content)) > 0);
  for (const place of content.digits) assert.ok(findings(inserted(content, place, DIGIT)) > 0);
  assert.ok(findings(inserted(content, content.places.project, content.project)) > 0);
});

test('JSON: the schema takes the table, and neither a digit more nor a project more', () => {
  const isValid = new Ajv({ allErrors: true }).compile(schema);
  const content = contentOf('json', PROJECTS);
  assert.ok(isValid(JSON.parse(content.text)), JSON.stringify(isValid.errors));
  assert.ok(!isValid(JSON.parse(withDigit(content))));
  assert.ok(!isValid(JSON.parse(inserted(content, content.places.project, content.project))));
});

test('JSON: the schema wants an indicator of each class, and a level-2 class below its own level 1', () => {
  const isValid = new Ajv().compile(schema);
  const { text } = contentOf('json', 1);
  assert.ok(!isValid(JSON.parse(text.replaceAll('3-满意度指标', '1-产出指标'))));
  assert.ok(!isValid(JSON.parse(text.replace('"11-数量指标"', '"21-经济效益"'))));
});

test('every language says as many projects and indicators', () => {
  const marks = {
    jxmb: [/^项目名称: /gm, /^ {2}\d、/gm],
    json: [/"goals": /g, /"number": /g],
    yaml: [/^ {8}goals:/gm, /- number: /g],
    beancount: [/^2025-06-30 /gm, /^ {2}indicator\d: /gm],
    hledger: [/^2025-06-30 /gm, /^ {2}; \d、/gm],
  } as const;
  for (const [language, [project, indicator]] of Object.entries(marks)) {
    const { text } = contentOf(language as keyof typeof marks, PROJECTS);
    assert.equal(text.match(project)?.length, PROJECTS, language);
    assert.equal(text.match(indicator)?.length, PROJECTS * 7, language);
  }
});
