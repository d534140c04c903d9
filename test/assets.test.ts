/** What VS Code reads without running anything: manifest, language configuration, grammar, snippets, translations. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import type { Profile } from '../server/src/profile/profile.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { id: string; configuration: string; icon: { light: string; dark: string } }[];
    readonly grammars: readonly { path: string; scopeName: string }[];
    readonly snippets: readonly { path: string }[];
    readonly jsonValidation: readonly { url: string }[];
    readonly commands: readonly { command: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when: string }[]>>;
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
  };
}

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
}

interface LanguageConfiguration {
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoCloseBefore: string;
  readonly autoClosingPairs: readonly { open: string; close: string; notIn?: readonly string[] }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly onEnterRules: readonly { beforeText: string; action: { indent: string; appendText?: string } }[];
}

const manifest = json<Manifest>('package.json');
const guangzhou = json<Profile>('server/src/profile/guangzhou.json');

describe('package.json', () => {
  it('has every string in both languages and no string that nothing uses', () => {
    const used = new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] as string));
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const strings = json<Record<string, string>>(file);
      assert.deepEqual(Object.keys(strings).sort(), [...used].sort(), file);
      for (const [key, text] of Object.entries(strings)) assert.notEqual(text.trim(), '', `${file}: ${key}`);
    }
  });

  it('names only files that are there', () => {
    const { languages, grammars, snippets, jsonValidation } = manifest.contributes;
    const files = [
      manifest.icon,
      ...languages.flatMap((language) => [language.configuration, language.icon.light, language.icon.dark]),
      ...grammars.map((grammar) => grammar.path),
      ...snippets.map((snippet) => snippet.path),
      ...jsonValidation.map((validation) => validation.url),
    ];
    for (const file of files) assert.ok(existsSync(new URL(file, root)), file);
  });

  it('starts with the language, and with previews that are restored', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:jxmb', 'onWebviewPanel:jxmb.preview']);
  });

  it('puts only its own commands into menus', () => {
    const commands = new Set(manifest.contributes.commands.map((command) => command.command));
    for (const items of Object.values(manifest.contributes.menus)) {
      for (const item of items) assert.ok(commands.has(item.command), item.command);
    }
  });

  it('has an icon of 128 by 128 pixels', () => {
    const png = readFileSync(new URL(manifest.icon, root));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });
});

describe('l10n', () => {
  it('has every string of the client in Chinese and no string that nothing uses', () => {
    const sources = globSync('client/src/**/*.ts', { cwd: root }).map((file) => read(file.replaceAll('\\', '/')));
    const literals = sources.flatMap((text) =>
      [...text.matchAll(/\bl10n\.t\(([^;]*?)[,)]/g)].flatMap(([, first = '']) =>
        [...first.matchAll(/'([^']*)'/g)].map(([, literal = '']) => literal),
      ),
    );
    const chinese = json<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(
      literals.filter((literal) => !(literal in chinese)),
      [],
    );
    const all = sources.join('\n');
    assert.deepEqual(
      Object.keys(chinese).filter((key) => !all.includes(`'${key}'`)),
      [],
    );
    for (const [key, text] of Object.entries(chinese)) {
      assert.deepEqual(text.match(/\{\d\}/g)?.sort(), key.match(/\{\d\}/g)?.sort(), key);
    }
  });
});

describe('snippets', () => {
  const snippets = json<Record<string, Snippet>>('snippets/jxmb.json');
  const text = (snippet: Snippet): string => [snippet.body].flat().join('\n');

  /** The text that stands there when every tab stop is left as it is. */
  const filled = (snippet: Snippet): string => {
    const body = text(snippet).replaceAll('$CURRENT_YEAR', '2025');
    const defaults = new Map([...body.matchAll(/\$\{(\d+):([^}]*)\}/g)].map((match) => [match[1], match[2]]));
    const value = (n: string | undefined): string =>
      (defaults.get(n) ?? '').replace(/\$(\d+)/g, (_, other: string) => value(other));
    return body.replace(/\$\{(\d+):[^}]*\}|\$(\d+)/g, (_, a?: string, b?: string) => value(a ?? b));
  };

  it('have prefixes that no other has, and a description', () => {
    const prefixes = Object.values(snippets).flatMap((snippet) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    // Words alone would be offered in the middle of goals and comments.
    for (const prefix of prefixes) assert.match(prefix, /^\+./);
    for (const [name, snippet] of Object.entries(snippets)) assert.match(snippet.description, /\p{Script=Han}/u, name);
  });

  it('number their tab stops from 1 without a gap', () => {
    for (const [name, snippet] of Object.entries(snippets)) {
      const stops = [...text(snippet).matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
      const own = [...new Set(stops)].filter((stop) => stop > 0).sort((a, b) => a - b);
      assert.deepEqual(
        own,
        Array.from({ length: own.length }, (_, i) => i + 1),
        name,
      );
    }
  });

  for (const parent of guangzhou.classes) {
    for (const child of parent.children) {
      it(`write an indicator of ${child.code}-${child.name} out in full`, () => {
        const snippet = Object.values(snippets).find((candidate) => candidate.prefix.includes(`+${child.code}`));
        assert.ok(snippet);
        assert.match(text(snippet), /^\$\{1:1\}、/, 'the number is the first tab stop');
        const labels = guangzhou.valueLabels.map((label) => `${label.name}:(\\S+)`).join('; ');
        const form = new RegExp(`^1、${parent.code}-${parent.name}; ${child.code}-${child.name}; [^;]+; ${labels}。$`);
        const match = form.exec(filled(snippet));
        assert.ok(match, filled(snippet));
        assert.equal(match[1], match[2]);
      });
    }
  }

  it('give a project the classes it needs, numbered, and amounts that add up', () => {
    for (const prefix of ['+project', '+table']) {
      const snippet = Object.values(snippets).find((candidate) => candidate.prefix.includes(prefix));
      assert.ok(snippet);
      const lines = filled(snippet).split('\n');
      const numbers = lines.flatMap((line) => /^ {2}(\d)、/.exec(line)?.[1] ?? []);
      const classes = new Set(lines.flatMap((line) => /^ {2}\d、(\d)-/.exec(line)?.[1] ?? []));
      assert.ok(numbers.length > 0);
      assert.deepEqual(
        numbers.map(Number),
        Array.from({ length: numbers.length }, (_, i) => i + 1),
      );
      for (const code of [...guangzhou.demands.required, ...guangzhou.demands.expected])
        assert.ok(classes.has(code), code);
      const amounts = new Set(lines.flatMap((line) => /^(?:总计|财政拨款): (.*)$/.exec(line)?.[1] ?? []));
      assert.equal(amounts.size, 1, prefix);
    }
  });
});

describe('language-configuration.json', () => {
  const configuration = json<LanguageConfiguration>('language-configuration.json');
  const words = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);

  const WORDS: readonly (readonly [string, readonly string[]])[] = [
    ['项目名称: 科技金融专项', ['项目名称', '科技金融专项']],
    ['总计：1,234.50万元', ['总计', '1,234.50万元']],
    ['总计：１，２３４．５０', ['总计', '１，２３４．５０']],
    ['72,239.50', ['72,239.50']],
    ['1,2,3', ['1', '2', '3']],
    ['1,2345', ['1', '2345']],
    ['12、1-产出指标; 11-数量指标; 11', ['12', '1-产出指标', '11-数量指标', '11']],
    ['11－数量指标；22—社会效益', ['11－数量指标', '22—社会效益']],
    ['222192406-对社会的影响程度', ['222192406-对社会的影响程度']],
    ['实施周期指标值:≥90%;年度指标值：≤１０％。', ['实施周期指标值', '≥90%', '年度指标值', '≤１０％']],
    ['≥', ['≥']],
    ['=100%<5>3', ['100%', '5', '3']],
    ['不少于50项。低于3‰', ['不少于50项', '低于3‰']],
    ['至少举办1-2次', ['至少举办1-2次']],
    ['1人/团', ['1人', '团']],
    ['1. 建成平台。2.5万人次', ['1', '建成平台', '2.5万人次']],
    ['①办法', ['①办法']],
    ['服务对象满意度(%)', ['服务对象满意度']],
    ['《方案》〔2024〕41号、“食在广州”', ['方案', '2024', '41号', '食在广州']],
    ['// jxmb-disable-next-line total-mismatch: 已核', ['jxmb-disable-next-line', 'total-mismatch', '已核']],
    ['广州市—番禺区', ['广州市', '番禺区']],
    ['\u{20BB7}野家2个', ['\u{20BB7}野家2个']],
    ['；：、。，,.;:%', []],
  ];
  for (const [text, expected] of WORDS) {
    it(`reads the words of ${text}`, () => {
      assert.deepEqual(text.match(words) ?? [], expected);
    });
  }

  it('reads a long line of any kind in no time', () => {
    const start = performance.now();
    for (const piece of ['数', '1', '1,', '1.', '1-', '≥', '1,000', 'a-', '%', ' ']) piece.repeat(100_000).match(words);
    assert.ok(performance.now() - start < 5000);
  });

  it('closes brackets and quotes of both widths, and no operator', () => {
    const { brackets, autoClosingPairs, autoCloseBefore } = configuration;
    const kinds = '() （） [] ［］ {} ｛｝ 【】 〖〗 〔〕 《》 〈〉 “” ‘’ 「」 ｢｣ 『』 ""'.split(' ');
    assert.deepEqual(autoClosingPairs.map(({ open, close }) => open + close).sort(), [...kinds].sort());
    const quotes = ['‘’', '""'];
    const nesting = kinds.filter((kind) => !quotes.includes(kind));
    assert.deepEqual(brackets.map((pair) => pair.join('')).sort(), nesting.sort());
    for (const { close } of autoClosingPairs) assert.ok(close === '"' || autoCloseBefore.includes(close), close);
    // In a value 《= is ≤ as an input method types it; the grammar's token type makes values strings for this rule.
    const notInValues = autoClosingPairs.filter(({ notIn }) => notIn?.includes('string')).map(({ open }) => open);
    assert.deepEqual(notInValues, ['《', '〈']);
  });

  it('can surround a selection with every pair it knows', () => {
    const pairs = new Set(configuration.surroundingPairs.map(([open, close]) => open + close));
    for (const [open, close] of configuration.brackets) assert.ok(pairs.has(open + close), open);
    for (const { open, close } of configuration.autoClosingPairs) assert.ok(pairs.has(open + close), open);
  });

  const enter = (line: string) =>
    configuration.onEnterRules.find((rule) => new RegExp(rule.beforeText).test(line))?.action;
  const INDENT = ['绩效指标:', '绩效指标：', '  绩效目标: ', '绩 效 指 标 值:', '项目绩效目标:'];
  const KEEP = [
    '  1、1-产出指标; 11-数量指标; 名称',
    '1. 建成平台。',
    '　２．建成平台(',
    '  (3) 名称',
    '  ④名称',
    '  5）名称',
  ];
  const NOTHING = ['绩效目标: 引导资金。', '项目名称: 甲', '总计:', '合计', '// 绩效指标:', '  正文', '2025年', ''];
  for (const line of INDENT) {
    it(`indents after ${line}`, () => {
      assert.deepEqual(enter(line), { indent: 'indent' });
    });
  }
  for (const line of KEEP) {
    it(`keeps the indentation after ${line}`, () => {
      assert.deepEqual(enter(line), { indent: 'none' });
    });
  }
  for (const line of NOTHING) {
    it(`has no rule for ${line || 'an empty line'}`, () => {
      assert.equal(enter(line), undefined);
    });
  }

  it('folds between region comments', () => {
    const { start, end } = configuration.folding.markers;
    for (const line of ['// #region 科协', '  //#region', '／／ #region']) assert.match(line, new RegExp(start));
    for (const line of ['// #endregion', '//#endregion']) assert.match(line, new RegExp(end));
    for (const line of ['#region', '// 见 #region', '// #endregion']) assert.doesNotMatch(line, new RegExp(start));
  });
});

describe('grammar', () => {
  // The very libraries VS Code uses; they come with the grammar tester.
  const require = createRequire(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json'));
  interface Grammar {
    tokenizeLine(
      line: string,
      state: object | null,
    ): { tokens: { startIndex: number; endIndex: number; scopes: string[] }[]; ruleStack: object };
  }
  let grammar: Grammar;

  before(async () => {
    const textmate = require('vscode-textmate');
    const oniguruma = require('vscode-oniguruma');
    await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
    const path = manifest.contributes.grammars[0]?.path as string;
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text: string) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async () => textmate.parseRawGrammar(read(path), path),
    });
    grammar = await registry.loadGrammar(manifest.contributes.grammars[0]?.scopeName);
  });

  /** The scopes of a word in the last of some lines. */
  const scopesOf = (word: string, ...lines: readonly string[]): string => {
    let state: object | null = null;
    let tokens: ReturnType<Grammar['tokenizeLine']>['tokens'] = [];
    for (const line of lines) ({ tokens, ruleStack: state } = grammar.tokenizeLine(line, state));
    const at = lines.at(-1)?.indexOf(word) ?? -1;
    return tokens.find((token) => token.startIndex <= at && at < token.endIndex)?.scopes.join(' ') ?? '';
  };

  it('leaves names and goals to 《, and makes values what it does not close in', () => {
    const isValue = (...lines: readonly string[]) => /\bstring\b|meta\.value/.test(scopesOf('《', ...lines));
    const prose: readonly (readonly string[])[] = [
      ['项目支出绩效目标表《'],
      ['资金使用单位: 《'],
      ['项目名称: 《'],
      ['项目名称: 落实《'],
      ['绩效目标: 落实《'],
      ['绩效目标:', '  1. 《'],
      ['绩效指标:', '1、1-产出指标; 11-数量指标; 《'],
      ['绩效指标:', '1、1-产出指标; 11-数量指标; 甲; 年度指标值:5个。', '2、1-产出指标; 11-数量指标; 落实《'],
      ['// 见《'],
    ];
    for (const lines of prose) assert.ok(!isValue('项目名称: 甲', ...lines), lines.join(' '));
    for (const label of guangzhou.valueLabels) {
      assert.ok(isValue('绩效指标:', `1、1-产出指标; 11-数量指标; 甲; ${label.name}:《`), label.name);
    }
  });

  for (const profile of [guangzhou, json<Profile>('server/src/profile/central-2021.json')]) {
    it(`knows every label of ${profile.id}`, () => {
      const roles = [
        ['support.variable.column', profile.columns],
        ['support.variable.goal', profile.goals],
        ['support.variable.field', profile.fields],
      ] as const;
      for (const [scope, labels] of roles) {
        for (const label of labels) {
          for (const word of [label.name, ...(label.aliases ?? [])]) {
            assert.ok(scopesOf(word, '项目名称: 甲', `${word}: 1`).includes(scope), word);
          }
        }
      }
      for (const label of profile.valueLabels) {
        for (const word of [label.name, ...(label.aliases ?? [])]) {
          const scopes = scopesOf(word, '绩效指标:', `1、1-产出指标; 11-数量指标; 甲; ${word}:5个`);
          assert.ok(scopes.includes('variable.other.value-label'), word);
        }
      }
    });

    it(`knows every class of ${profile.id}`, () => {
      for (const parent of profile.classes) {
        for (const name of [parent.name, ...parent.aliases]) {
          const line = `1、${parent.code}-${name}; ${parent.children[0]?.code}; 甲; 年度指标值:5个`;
          assert.ok(scopesOf(name, '绩效指标:', line).includes('class.level-1'), name);
        }
        for (const child of parent.children) {
          for (const name of [child.name, ...child.aliases]) {
            for (const piece of [
              `${parent.code}-${parent.name}; ${child.code}-${name}`,
              `${child.code}-${name}`,
              name,
            ]) {
              const scopes = scopesOf(`${name};`, '绩效指标:', `1、${piece}; 甲; 年度指标值:5个`);
              assert.ok(scopes.includes('class.level-2'), piece);
            }
          }
        }
      }
    });
  }

  const LONG: readonly (readonly [string, readonly string[]])[] = [
    [' ', ['', '绩效目标:', '绩效指标:']],
    ['　', ['总计:', '绩效指标:']],
    ['1', ['总计:', '绩效指标:']],
    ['1,', ['总计:', '年度指标值:']],
    ['1 ', ['总计:', '年度指标值:']],
    ['1、', ['绩效目标:', '绩效指标:', '年度指标值:']],
    ['1-', ['绩效指标:', '年度指标值:']],
    ['年 度 ', ['', '绩效指标:']],
    ['指标值', ['绩效指标:', '年度指标值:']],
    ['不少于 ', ['年度指标值:']],
    ['元 ', ['单位:', '总计:']],
    [';', ['绩效指标:', '年度指标值:']],
    ['\\', ['项目名称:', '绩效目标:', '绩效指标:']],
    ['a ', ['// jxmb-disable ']],
    ['1、1-产出指标; 11-数量指标; 甲; 年度指标值:≥1,000.5万元以上。', ['绩效指标:']],
  ];
  for (const [piece, starts] of LONG) {
    it(`reads 100 kB of ${JSON.stringify(piece)} in time`, () => {
      for (const start of starts) {
        const state = start === '年度指标值:' ? grammar.tokenizeLine('绩效指标:', null).ruleStack : null;
        const line = `${start}${piece.repeat(100_000 / piece.length)}x`;
        const begin = performance.now();
        grammar.tokenizeLine(line, state);
        assert.ok(performance.now() - begin < 5000, start);
      }
    });
  }
});
