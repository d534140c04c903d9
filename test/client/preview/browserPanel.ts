import { build } from 'esbuild';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import type { FromPage, PageState, Showing, ToPage } from '../../../client/src/preview/messages.ts';
import { Page } from '../../../server/src/features/preview/page.ts';
import { EVERYTHING, type PageUpdate } from '../../../server/src/protocol.ts';
import type { Language } from '../../../server/src/rules/rule.ts';
import type { LineAndCharacter } from '../../../server/src/syntax/document.ts';
import type { TableDocument } from '../../../server/src/workspace/tableDocument.ts';
import { environment } from '../../features/marks.ts';
import { openTable } from '../../tables.ts';
import { THEMES, type Theme } from './themes.ts';

/** What the page is: its script and its style as they are built. */
export interface BuiltPage {
  readonly script: string;
  readonly style: string;
}

export async function buildPage(): Promise<BuiltPage> {
  const folder = new URL('../../../client/src/preview/page/', import.meta.url);
  const bundle = async (entry: string) => {
    const entryPoints = [new URL(entry, folder).pathname];
    const { outputFiles } = await build({ entryPoints, bundle: true, format: 'iife', target: 'es2022', write: false });
    return outputFiles[0]?.text as string;
  };
  return { script: await bundle('main.ts'), style: await bundle('page.css') };
}

const ADDRESS = 'http://preview.test/';
/** Waits for all that the page said to be answered, paints, has every task run that waits: whether it said more. */
const SAYS_MORE = `(async () => {
  const { length } = answers;
  await Promise.all(answers);
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  await scheduler.postTask(() => {}, { priority: 'background' });
  return answers.length > length;
})()`;
const POLICY = "default-src 'none'; style-src 'nonce-n'; script-src 'nonce-n'; img-src 'none'";

export interface PanelOptions {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly state?: Partial<PageState>;
}

/**
 * The page in a browser with the real server behind it, and between them what the panel in VS Code does: it passes on what
 * the page wants, one request at a time, and tells the page what is other.
 */
export class BrowserPanel {
  readonly page: BrowserPage;
  readonly table: TableDocument;
  /** What the page said, in order. */
  readonly said: FromPage[] = [];
  /** What went wrong in the page: errors, and what its policy forbade. */
  readonly complaints: string[] = [];
  /** As the setting has it. */
  followsCursor = true;
  readonly #language: Language;
  #server: Page;
  #showing: Showing = { view: 'list', query: EVERYTHING, shown: { from: 0, to: 0 } };
  #cursor: LineAndCharacter | undefined;
  #known = 0;
  #running: Promise<void> | undefined;
  #isWanted = false;

  private constructor(page: BrowserPage, table: TableDocument, language: Language) {
    this.page = page;
    this.table = table;
    this.#language = language;
    this.#server = new Page({ ...environment, language });
  }

  static async open(
    browser: Browser,
    built: BuiltPage,
    text: string,
    options: PanelOptions = {},
  ): Promise<BrowserPanel> {
    const { language = 'zh', theme = 'light', width = 1280, height = 720, state } = options;
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    const panel = new BrowserPanel(page, openTable(text), language);
    page.on('pageerror', (error) => panel.complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && panel.complaints.push(message.text()));
    await page.exposeFunction('say', (message: FromPage) => panel.#hear(message));
    await page.addInitScript(`globalThis.answers = [];
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (message) => { answers.push(say(message)); },
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
    });`);
    const start = { uri: panel.table.uri, view: 'list', query: EVERYTHING, line: 0, isLocked: false, ...state };
    const body = documentOf(built, language, theme, JSON.stringify(start));
    await page.route(`${ADDRESS}**`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': POLICY }, body }),
    );
    await page.goto(ADDRESS);
    await page.locator('tbody[data-row]').first().waitFor();
    return panel;
  }

  /** Somebody edits the text. */
  async edit(start: number, end: number, text: string): Promise<void> {
    this.table.edit(start, end, text);
    await this.#update();
  }

  /** Somebody puts other words where some stand that are there once. */
  async replace(words: string, others: string): Promise<void> {
    const at = this.table.getText().indexOf(words);
    await this.edit(at, at + words.length, others);
  }

  /** Somebody puts the cursor before some words of the text. */
  async putCursor(words: string): Promise<void> {
    this.#cursor = this.table.positionAt(this.table.getText().indexOf(words));
    await this.#update();
  }

  /** The server was started again and knows nothing of the page. */
  async restart(): Promise<void> {
    this.#server = new Page({ ...environment, language: this.#language });
    await this.#update();
  }

  async post(message: ToPage): Promise<void> {
    await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }

  /** What the page last said of a kind. */
  last<Type extends FromPage['type']>(type: Type): Extract<FromPage, { type: Type }> | undefined {
    return this.said.findLast((message) => message.type === type) as Extract<FromPage, { type: Type }> | undefined;
  }

  /** The words of the text that the page wanted the cursor to go to last. */
  get revealed(): string | undefined {
    const place = this.last('reveal');
    const location = place && this.#server.placeOf(place.row, place);
    return location && this.table.getText(location.range);
  }

  /** When all that was asked for has been answered, and the page has painted. */
  async settled(): Promise<void> {
    do await this.#running;
    while ((await this.page.evaluate(SAYS_MORE)) || this.#running);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #hear(message: FromPage): Promise<void> {
    this.said.push(message);
    if (message.type === 'ready') this.#known = 0;
    else if (message.type === 'show') {
      this.#showing = message;
      await this.#update();
    } else if (message.type === 'explain') {
      const findings = this.#server.findings(message.row, message.findings);
      await this.post({ type: 'explained', row: message.row, findings });
    } else if (message.type === 'fix') await this.#fix(message);
  }

  async #fix({ row, finding, fix }: Extract<FromPage, { type: 'fix' }>): Promise<void> {
    const edit = this.#server.fix(row, finding, fix);
    const changes = edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ?? [];
    for (const change of changes.reverse()) {
      if (!('newText' in change)) continue;
      const { start, end } = change.range;
      this.table.edit(this.table.offsetAt(start), this.table.offsetAt(end), change.newText);
    }
    await this.#update();
  }

  /** One request at a time, for the latest that is wanted. */
  async #update(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#answer();
    await this.#running;
  }

  async #answer(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      const cursor = this.#cursor && { cursor: this.#cursor };
      const update: PageUpdate = await this.#server.update(this.table, {
        known: this.#known,
        ...this.#showing,
        ...cursor,
      });
      this.#known = update.state;
      await this.post({ type: 'update', update, followsCursor: this.followsCursor });
    }
    this.#running = undefined;
  }
}

function documentOf({ script, style }: BuiltPage, language: Language, theme: Theme, state: string): string {
  const colours = Object.entries(THEMES[theme]).map(([name, value]) => `--vscode-${name}: ${value};`);
  const escaped = state.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><title>jxmb</title>
<style nonce="n">:root { ${colours.join(' ')} --vscode-font-family: system-ui; --vscode-font-size: 13px; }</style>
<style nonce="n">${style}</style></head>
<body class="vscode-${theme}" data-state="${escaped}"><script nonce="n">${script}</script></body></html>`;
}
