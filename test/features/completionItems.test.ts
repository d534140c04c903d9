import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import { afterIndicators, bare, itemAt, LAST_INDICATOR } from './completing.ts';
import { completionsAt, EXAMPLE, environment, exampleWith, MARK, openMarked, withItem } from './marks.ts';

describe('items as the protocol has them', () => {
  it('ask for the list again where more is due, if the client knows how', async () => {
    const more = async (marked: string, label: string, given?: ServiceEnvironment) =>
      (await itemAt(marked, label, given)).command?.command;
    const again = 'editor.action.triggerSuggest';
    assert.equal(await more(afterIndicators('  4、sl│'), '11-数量指标'), again);
    assert.equal(await more(afterIndicators('  4│'), '4、'), again);
    assert.equal(await more('│', '单位'), again);
    assert.equal(await more('项目名称: 甲\n财政拨款: 1\n│', '总计'), again);
    assert.equal(await more('项目名称: 甲\n│', '总计'), undefined);
    assert.equal(await more(afterIndicators('  4、sl│'), '11-数量指标', bare), undefined);
    assert.equal(await more(afterIndicators('  4、11; 培训班│'), '培训班次'), undefined);
  });

  it('keep to the line end of the document', async () => {
    assert.equal(
      withItem('项目名称: 甲\r\njxzb│\r\n', await itemAt('项目名称: 甲\r\njxzb│\r\n', '绩效指标')),
      '项目名称: 甲\r\n绩效指标:\r\n  1、\r\n',
    );
  });

  it('come without their documentation where the client asks for it once somebody looks', async () => {
    const places = [
      [afterIndicators('  4、11; 培训班│'), '培训班次'],
      [afterIndicators('  4、sl│'), '11-数量指标'],
      [afterIndicators('  4、11; 培训班次; 年度│'), '年度指标值:'],
      ['项目名称: 甲\nzj│', '总计'],
      ['// jxmb-disable 总计│\n项目名称: 甲\n', 'total-mismatch'],
    ] as const;
    for (const [marked, label] of places) {
      const { documentation } = await itemAt(marked, label, bare);
      assert.ok(typeof documentation === 'object' && documentation.value.length > 10, label);
      const item = await itemAt(marked, label);
      assert.equal(item.documentation, undefined, label);
      const resolved = await createLanguageService(environment).resolveCompletion(openMarked(marked).document, item);
      assert.deepEqual(resolved.documentation, documentation, label);
    }
  });

  it('speak English to those who read it', async () => {
    const english: ServiceEnvironment = { ...bare, language: 'en' };
    const { detail, documentation } = await itemAt(afterIndicators('  4、11; 培训班│'), '培训班次', english);
    assert.equal(detail, '11-数量指标 · 期 · higher is better · ≥2期');
    assert.ok(typeof documentation === 'object');
    assert.match(documentation.value, /Number of training courses held in the year\.\n\n- Unit: 期\n/);
    assert.equal((await itemAt(afterIndicators('  4│'), '4、', english)).detail, 'next indicator');
  });

  it('replace what was typed and nothing but what they repeat, wherever the cursor stands', async () => {
    const lines = ['  4、1-产出指标; 1', '  sl', '  4、培训', '财', '// jxmb-d', '其中:', '单位: ', '总计: '];
    for (const text of [EXAMPLE, ...lines.map((line) => exampleWith({ below: LAST_INDICATOR }, line))]) {
      for (let at = 0; at <= text.length; at++) {
        const marked = `${text.slice(0, at)}${MARK}${text.slice(at)}`;
        const { position } = openMarked(marked);
        const { isIncomplete, items } = await completionsAt(marked);
        // A label typed up to its colon makes the line no longer the goal's.
        const labels = [...text.slice(0, at).matchAll(/(?:绩效目标|绩效指标|项目名称):/g)];
        const inGoal = labels.at(-1)?.[0] === '绩效目标:';
        assert.ok(isIncomplete);
        assert.equal(new Set(items.map(({ label, detail }) => `${label} ${detail}`)).size, items.length, marked);
        for (const [i, item] of items.entries()) {
          assert.ok(item.textEdit);
          const edit = item.textEdit;
          const { start, end } = 'range' in edit ? edit.range : edit.replace;
          if ('insert' in edit) {
            const { insert, replace } = edit;
            assert.deepEqual(insert.start, replace.start);
            assert.ok(insert.end.character < replace.end.character && position.character <= insert.end.character);
          }
          assert.deepEqual([start.line, end.line], [position.line, position.line]);
          assert.ok(start.character <= position.character && position.character <= end.character);
          const typed = text.slice(at - position.character + start.character, at);
          assert.equal(item.filterText, typed === '' ? undefined : typed);
          assert.equal(item.preselect, i === 0 && !inGoal ? true : undefined);
          assert.ok(i === 0 || (items[i - 1]?.sortText ?? '') < (item.sortText ?? ''));
        }
      }
    }
  });

  it('are none where the document changes while words are loaded', async () => {
    const lines = ['  4、sl│', '  4、11; 培│', '  4、11; 培训班次; │', '  财│'];
    for (const line of lines) {
      for (const late of ['loadPinyin', 'loadCatalogue'] as const) {
        let go = () => {};
        const gate = new Promise<void>((resolve) => {
          go = resolve;
        });
        const slow: ServiceEnvironment = {
          ...environment,
          loadPinyin: () => (late === 'loadPinyin' ? gate : Promise.resolve()).then(environment.loadPinyin),
          loadCatalogue: (id) =>
            (late === 'loadCatalogue' ? gate : Promise.resolve()).then(() => environment.loadCatalogue(id)),
        };
        const { document, position } = openMarked(afterIndicators(line), slow);
        const list = createLanguageService(slow).complete(document, position);
        await new Promise(setImmediate);
        document.update([{ text: '合计\n' }], 1);
        go();
        const { isIncomplete, items } = await list;
        assert.ok(isIncomplete);
        // A label needs no catalogue: it was answered before the edit.
        if (late === 'loadPinyin' || line !== '  财│') assert.deepEqual(items, [], `${line} ${late}`);
      }
    }
  });

  it('cost the same in a large table', async () => {
    const project = EXAMPLE.slice(EXAMPLE.indexOf('项目名称'));
    const text = `${EXAMPLE}\n${project.repeat(300)}`;
    const service = createLanguageService(environment);
    for (const typed of [
      '资金使用单位: 乙\n总计: │\n项目名称: 丙\n总计: 3',
      '项目名称: 乙\n总计: │\n财政拨款: 3',
      '项目名称: 乙\n项目│',
      '项目名称: 乙\n绩效指标:\n  1、sl│',
      '项目名称: 乙\n财│',
      '项目名称: 乙\n绩效指标:\n1、11; 培│',
    ]) {
      const { document, position } = openMarked(`${text}${typed}\n${project.repeat(300)}`);
      document.findings();
      // What the whole table writes is counted by and by.
      while (document.uses.read(1000) > 0);
      const read = new Set<Block>();
      const row = document.row.bind(document);
      document.row = (block) => {
        read.add(block);
        return row(block);
      };
      const { items } = await service.complete(document, position);
      assert.ok(items.length > 0 && read.size <= 1, `${read.size} blocks were read`);
    }
  });
});
