#!/usr/bin/env node
// How many keys it takes to write a whole project of the example into a real VS Code, from an empty line. Every key that
// is pressed counts one, the arrows, Tab and Enter too, and every character that comes from an input method counts one,
// whatever its pinyin would take. The text it is measured by counts its characters. The goal is prose, which is typed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { say } from '../../scripts/lib/say.mjs';
import { editorLines, goTo, lineWith, patience, runAtTheKeyboard, save } from './workbench.mjs';

/** What is not prose may take so much of the keys that its characters are. */
const MOST = 1 / 4;

const EXAMPLE = 'examples/示范区科工商信局-2025.jxmb';
const NAME = '科技金融专项';

const example = await readFile(inRoot(EXAMPLE), 'utf8');
const start = example.indexOf(`项目名称: ${NAME}\n`);
const end = example.indexOf('\n\n', start);
assert.ok(start > 0 && end > start, `the example has the project ${NAME}`);
/** The project as the example has it, without the comment and the slip that it shows something by. */
const project = example
  .slice(start, end)
  .split('\n')
  .filter((line) => !line.trimStart().startsWith('//'))
  .map((line) => line.replace(/(; 年度指标值:[^;]+); 年度指标值:[^;。]+/, '$1'))
  .join('\n');
const goal = /^绩效目标: (.+)$/m.exec(project)?.[1];
assert.ok(goal, 'the project has a goal of one line');

async function write(page, file) {
  const { keyboard } = page;
  let prose = 0;
  let other = 0;

  const press = async (...keys) => {
    for (const key of keys) {
      await keyboard.press(key);
      other++;
    }
  };
  /** Letters, digits and signs, key by key. */
  const type = async (text) => {
    for (const character of text) {
      await keyboard.type(character);
      other++;
    }
  };
  /** Text that an input method commits at once. */
  const commit = async (text) => {
    await keyboard.insertText(text);
    other += [...text].length;
  };
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  /** Takes the suggestion with such a label, which may have to be gone to. */
  const take = async (label) => {
    const name = page.locator('.label-name', { hasText: new RegExp(`^${label.replaceAll(' ', '\\s')}$`) });
    await goTo(rows.filter({ has: name }).first(), press);
    await press('Enter');
  };
  let indicators = 0;
  /** The class of the next indicator, found by what is typed; names are offered then. */
  const classify = async (typed, label) => {
    indicators++;
    await type(typed);
    await take(label);
    await written(new RegExp(`${indicators}、[^;]+; ${label}; $`));
    await rows.first().waitFor({ timeout: patience });
  };
  const next = async (typed, label) => {
    await press('Tab', 'Enter');
    await classify(typed, label);
  };
  const written = (text) => lineWith(page, text);

  const lines = await editorLines(page);
  // The server has read the table once it has found something.
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await lines.first().click();
  await keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').first().waitFor({ timeout: patience });
  await keyboard.type(String(example.slice(0, start).split('\n').length));
  await keyboard.press('Enter');
  await page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: patience });

  await type('x');
  await take('project: all fields and the first indicator');
  await written('绩效指标:');
  await commit(NAME);
  await press('Tab');
  await type('120.00');
  await press('Tab', 'Tab');
  await keyboard.insertText(goal);
  prose += [...goal].length;
  await press('Tab');

  await classify('1', '11-数量指标');
  await commit('建设企业');
  await take('建设企业创新积分信息平台');
  await written('建设企业创新积分信息平台; 实施周期指标值:1个; 年度指标值:1个。');

  await next('2', '11-数量指标');
  // In pieces, as an input method commits it: VS Code does not ask anew where all comes at once with a mark inside.
  await commit('开展前期研究');
  await type('、');
  await commit('设计评价');
  await commit('指标数量');
  await take('开展前期研究、设计评价指标数量');
  await commit('1套');
  await written('实施周期指标值:1套; 年度指标值:1套。');

  await next('3', '11-数量指标');
  await commit('形成整体积分制');
  await take('形成整体积分制工作方案');
  await commit('1个');
  await written('形成整体积分制工作方案; 实施周期指标值:1个; 年度指标值:1个。');

  await next('4', '11-数量指标');
  await commit('举办积分制宣传活动');
  await take('举办积分制宣传活动');
  await type('2');
  await written('举办积分制宣传活动; 实施周期指标值:2场; 年度指标值:2场。');

  await next('zl', '12-质量指标');
  await commit('平台');
  await type('ys');
  await take('平台验收合格率');
  await written('平台验收合格率; 实施周期指标值:100%; 年度指标值:100%。');

  await next('6', '12-质量指标');
  await type('cg');
  await take('采购程序合规率');
  await written('采购程序合规率; 实施周期指标值:100%; 年度指标值:100%。');

  await next('sx', '13-时效指标');
  await commit('平台按期上线率');
  await take('平台按期上线率');
  await written('平台按期上线率; 实施周期指标值:100%; 年度指标值:100%。');

  await next('22', '22-社会效益');
  await commit('纳入积分评价的科技企业数量');
  await take('纳入积分评价的科技企业数量');
  await type('300');
  await written('实施周期指标值:≥300家; 年度指标值:≥300家。');

  await next('m', '31-服务对象满意度');
  await type('f');
  // The list is that of what was typed: the one before it has the name, too, in another place.
  await rows.filter({ hasText: '工作人员满意度' }).first().waitFor({ state: 'hidden', timeout: patience });
  await take('服务对象满意度');
  await type('95');
  await written('9、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥95%; 年度指标值:≥95%。');

  await next('4', '41-经济成本指标');
  await commit('平台');
  await type('js');
  await take('平台建设成本');
  await type('100');
  await written('平台建设成本; 实施周期指标值:≤100万元; 年度指标值:≤100万元。');

  await save(page);
  const saved = await readFile(file, 'utf8');
  assert.equal(saved.slice(start, saved.length - (example.length - end)), project);
  assert.equal(saved, example.slice(0, start) + project + example.slice(end));

  const length = [...project].length;
  const proseLength = [...goal].length;
  const share = other / (length - proseLength);
  const percent = (part) => `${(part * 100).toFixed(1)}%`;
  say(
    `  按键 ${other} 次写出目标以外的 ${length - proseLength} 个字符(${percent(share)});连同目标共 ${other + prose} 次,${length} 个字符(${percent((other + prose) / length)})`,
    `  ${other} keys for the ${length - proseLength} characters that are not the goal (${percent(share)}); with the goal ${other + prose} keys for ${length} (${percent((other + prose) / length)})`,
  );
  assert.ok(share <= MOST, `${other} keys are more than a quarter of ${length - proseLength} characters`);
}

runAtTheKeyboard('keystrokes', { file: '示范区.jxmb', text: example.slice(0, start) + example.slice(end) }, write);
