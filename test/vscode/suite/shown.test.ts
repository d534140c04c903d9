import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, findings, openTable, soundTable, startOf } from './helpers.ts';

const inChinese = vscode.env.language.startsWith('zh');
const two = soundTable
  .replaceAll(/^总计: 120.00$/gm, '总计: 240.00')
  .replaceAll('财政拨款: 100.00', '财政拨款: 200.00')
  .replaceAll('其他资金: 20.00', '其他资金: 40.00')
  .replace(
    '项目名称: 科技金融专项\n总计: 240.00\n财政拨款: 200.00',
    '项目名称: 科技金融专项\n总计: 130.00\n财政拨款: 100.00',
  )
  .replace('财政拨款: 100.00\n其他资金: 40.00', '财政拨款: 100.00\n其他资金: 20.00');

const wholeOf = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0);

function hintsOf(document: vscode.TextDocument): Thenable<vscode.InlayHint[]> {
  return vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, wholeOf(document));
}

function lensesOf(document: vscode.TextDocument): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 100);
}

const labelsOf = (hints: readonly vscode.InlayHint[]) => hints.map(({ label }) => String(label));
const titlesOf = (lenses: readonly vscode.CodeLens[]) => lenses.map(({ command }) => command?.title ?? '');

describe('hints behind amounts', () => {
  afterEach(closeAll);

  it('say differences and shares, and follow edits elsewhere and settings', async () => {
    const document = await openTable(two);
    const difference = inChinese ? '比来源多 10.00' : '10.00 above its sources';
    const share = inChinese ? '占本单位 54.2%' : '54.2% of its unit';
    const shown = (wanted: readonly string[]) =>
      answered(
        wanted.join(),
        () => hintsOf(document),
        (hints) => wanted.every((label) => labelsOf(hints).some((shown) => shown.startsWith(label))),
        (hints) => labelsOf(hints).join(' | '),
      );
    const hints = await shown([difference, share]);
    const own = hints.find(({ label }) => label === difference);
    assert.equal(own?.position.line, startOf(document, '总计: 130.00').line);

    const edit = new vscode.WorkspaceEdit();
    const unit = startOf(document, '240.00\n财政拨款: 200.00\n其他资金: 40.00\n\n项目');
    edit.replace(document.uri, new vscode.Range(unit, unit.translate(0, 6)), '520.00');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await shown([difference, inChinese ? '占本单位 25.0%' : '25.0% of its unit']);

    const settings = vscode.workspace.getConfiguration('jxmb.inlayHints');
    await settings.update('shares', false, vscode.ConfigurationTarget.Global);
    try {
      await answered(
        'no shares',
        () => hintsOf(document),
        (now) => labelsOf(now).includes(difference) && !labelsOf(now).some((label) => label.includes('%')),
        (now) => labelsOf(now).join(' | '),
      );
    } finally {
      await settings.update('shares', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('lenses above units and projects', () => {
  afterEach(closeAll);

  it('say what they come to, and lead to what is found', async () => {
    const document = await openTable(two);
    await findings(document, (rules) => rules.includes('total-mismatch'));
    const found = inChinese ? /^\d+ 个问题$/ : /^findings: \d+$/;
    const lenses = await answered(
      'lenses',
      () => lensesOf(document),
      (answer) => titlesOf(answer).some((title) => found.test(title)),
      (answer) => titlesOf(answer).join(' | '),
    );
    assert.ok(titlesOf(lenses).some((title) => title.startsWith(inChinese ? '3 条指标: ' : 'indicators: 3 (')));
    const command = lenses.findLast(({ command }) => found.test(command?.title ?? ''))?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const line = startOf(document, '130.00').line;
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, line);
  });

  it('show a project beside what it was the year before', async () => {
    const last = soundTable
      .replace('年度: 2025', '年度: 2024')
      .replaceAll('120.00', '110.00')
      .replaceAll('100.00', '90.00');
    const before = await openTable(last);
    const document = await openTable(soundTable);
    assert.notEqual(before.uri.toString(), document.uri.toString());
    const lenses = await answered(
      'a comparison',
      () => lensesOf(document),
      (answer) => titlesOf(answer).some((title) => title.includes('2024') && title.includes('+10.00')),
      (answer) => titlesOf(answer).join(' | '),
    );
    const command = lenses.find(({ command }) => command?.title.includes('2024'))?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const diff = await answered(
      'a comparison of two texts',
      async () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (input) => input instanceof vscode.TabInputTextDiff,
    );
    assert.ok(diff instanceof vscode.TabInputTextDiff);
    const [left, right] = await Promise.all(
      [diff.original, diff.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.match(left?.getText() ?? '', /^项目名称: 科技金融专项\n总计: 110\.00\n/);
    assert.match(right?.getText() ?? '', /^项目名称: 科技金融专项\n总计: 120\.00\n/);
    assert.equal(left?.languageId, 'jxmb');
    // A single row is no table: nothing is found in it.
    assert.deepEqual(vscode.languages.getDiagnostics(diff.modified), []);
  });
});

describe('hovers', () => {
  afterEach(closeAll);

  it('say how a value is read, what a unit and a project come to, and what a comment turns off', async () => {
    const comment = '// jxmb-disable-next-line total-mismatch: 赞助尚未到账\n';
    const document = await openTable(two.replace('总计: 130.00', `${comment}总计: 130.00`));
    const shownAt = async (text: string, wanted: RegExp) => {
      const position = startOf(document, text).translate(0, 1);
      const [hover] = await answered(
        `a hover on ${text}`,
        () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position),
        (hovers) => wanted.test(textOf(hovers)),
        textOf,
      );
      assert.ok(hover?.range?.contains(position));
    };
    await shownAt('≥5%', inChinese ? /\*\*≥ 5%\*\* · 大于等于/ : /\*\*≥ 5%\*\* · at least/);
    await shownAt('示范市科技局本级', inChinese ? /本级\*\* · 1 个项目\n/ : /本级\*\* · projects: 1\n/);
    await shownAt('科技金融专项', inChinese ? /\| 指标 3 条 \|/ : /\| Indicators: 3 \|/);
    await shownAt(
      'total-mismatch',
      inChinese ? /不再提示 1 处: .+\n- 理由: 赞助尚未到账/ : /Turns off 1 finding: .+\n- Reason: 赞助/,
    );
  });
});

function textOf(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n');
}

describe('semantic tokens', () => {
  afterEach(closeAll);

  it('come with a legend, and mark the amount that does not add up', async () => {
    const document = await openTable(two);
    await findings(document, (rules) => rules.includes('total-mismatch'));
    const legend = await answered(
      'a legend',
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
          'vscode.provideDocumentSemanticTokensLegend',
          document.uri,
        ),
      (answer) => answer !== undefined,
    );
    const tokens = await answered(
      'tokens',
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
          'vscode.provideDocumentSemanticTokens',
          document.uri,
        ),
      (answer) => (answer?.data.length ?? 0) > 0,
    );
    assert.ok(legend && tokens);
    const bit = 1 << legend.tokenModifiers.indexOf('mismatch');
    const wrongOf = ({ data }: vscode.SemanticTokens): string[] => {
      const wrong: string[] = [];
      let [line, start] = [0, 0];
      for (let i = 0; i < data.length; i += 5) {
        const [deltaLine = 0, deltaStart = 0, length = 0, , modifiers = 0] = data.slice(i, i + 5);
        start = deltaLine > 0 ? deltaStart : start + deltaStart;
        line += deltaLine;
        if (modifiers & bit) wrong.push(document.getText(new vscode.Range(line, start, line, start + length)));
      }
      return wrong;
    };
    assert.ok(wrongOf(tokens).includes('130.00'), wrongOf(tokens).join());

    // As an editor asks for what it shows before all is there.
    const { line } = startOf(document, '总计: 130.00');
    const shown = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      new vscode.Range(line, 0, line, 10),
    );
    assert.ok(wrongOf(shown).includes('130.00'));
    assert.ok(shown.data.length < tokens.data.length);
  });
});
