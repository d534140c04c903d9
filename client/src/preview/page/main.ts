import {
  CAPTION_ROW,
  type PageUpdate,
  type PreviewQuery,
  type ViewId,
  type Window,
} from '../../../../server/src/protocol.ts';
import { TABLE_STYLE } from '../../../../server/src/render/style.ts';
import type { PageState, ToPage } from '../messages.ts';
import { copyCells } from './copyCells.ts';
import { CursorMark } from './cursorMark.ts';
import { dressCaption } from './dress.ts';
import { element } from './elements.ts';
import { GridKeys } from './gridKeys.ts';
import { highlight } from './highlight.ts';
import { Panel } from './panel.ts';
import { patchContent } from './patch.ts';
import { blockOf, idOf, pieceOf, spanOf } from './pieces.ts';
import { Popup } from './popup.ts';
import { Scroller } from './scroller.ts';
import { Scrolling } from './scrolling.ts';
import { strings } from './strings.ts';
import { Toolbar } from './toolbar.ts';
import { FIRST_ROWS, VirtualRows } from './virtualRows.ts';

/** The page in the panel: makes its parts and ties them. */

/** How long scrolling rests before the place is kept, in ms. */
const REST = 200;

class Preview {
  readonly #panel = new Panel();
  #state: PageState = this.#panel.state;
  readonly #caption = element('div', { class: 'caption', 'data-row': CAPTION_ROW });
  readonly #head = element('thead');
  readonly #table = element('table', { role: 'grid', tabindex: -1, 'aria-label': strings.table }, this.#head);
  /** What it shows is Chinese in any language of the interface: it is drawn and read out by that. */
  readonly #sheet = element(
    'div',
    { class: 'sheet', id: 'sheet', role: 'tabpanel', lang: 'zh-CN' },
    this.#caption,
    this.#table,
  );
  readonly #gone = element('p', { class: 'gone', role: 'status', hidden: true }, strings.gone);
  readonly #scroller = new Scroller(this.#sheet);
  readonly #rows = new VirtualRows(this.#scroller, this.#table, (rows) => this.#show(rows));
  readonly #scrolling = new Scrolling(this.#scroller, this.#rows, (line) => this.#tellLine(line));
  readonly #cursor = new CursorMark(this.#rows, this.#scrolling);
  readonly #popup = new Popup(this.#sheet, this.#table, (message) => this.#panel.say(message));
  readonly #keys = new GridKeys(this.#table, this.#rows, this.#scrolling, {
    reveal: (stop) => this.#reveal(stop),
    explain: (stop) => this.#popup.open(stop, true),
  });
  readonly #toolbar = new Toolbar(this.#sheet, {
    chooseView: (view) => this.#want({ view }, this.#rows.inSight),
    changeQuery: (part) => this.#changeQuery(part),
    toTable: () => this.#keys.focus(),
    copy: () => this.#panel.say({ type: 'copy' }),
    export: () => this.#panel.say({ type: 'export' }),
  });
  /** The line to go back to when all rows are new; the first time that of the page that was there before. */
  #line: number | undefined = this.#state.line;
  /** The query is another: the rows that fit it are shown from the first. */
  #isFromTop = false;
  #timer: number | undefined;

  constructor() {
    const style = new CSSStyleSheet();
    style.replaceSync(TABLE_STYLE);
    document.adoptedStyleSheets.push(style);
    document.body.prepend(this.#toolbar.element, element('main', {}, this.#gone, this.#sheet));
    this.#toolbar.ask(this.#state.view, this.#state.query);
    new ResizeObserver(() => this.#keepClearOfHead()).observe(this.#table);
    this.#sheet.addEventListener('scroll', () => this.#popup.follow(), { passive: true });
    this.#sheet.addEventListener('click', ({ target }) => this.#click(target as Element));
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#toolbar.focusSearch();
    });
    keepFocus();
    this.#panel.listen((message) => this.#hear(message));
    this.#panel.keep(this.#state);
    this.#panel.say({ type: 'ready' });
    this.#show(FIRST_ROWS);
  }

  #hear(message: ToPage): void {
    if (message.type === 'update' || message.type === 'gone') this.#gone.hidden = message.type === 'update';
    if (message.type === 'update') this.#take(message.update, message.followsCursor);
    else if (message.type === 'scroll') this.#scrolling.toLine(message.line);
    else if (message.type === 'locked') this.#keep({ isLocked: message.isLocked });
    else if (message.type === 'explained') this.#popup.explain(message.row, message.findings);
    else if (message.type === 'cells') this.#panel.say({ type: 'copied', isDone: copyCells(message) });
  }

  #take(update: PageUpdate, followsCursor: boolean): void {
    const { view, query } = this.#state;
    const line = this.#line ?? (update.isWhole && this.#rows.list.hasLines ? this.#scrolling.line : undefined);
    this.#line = undefined;
    if (this.#isFromTop && update.shown.from === 0) {
      this.#isFromTop = false;
      this.#scroller.to(0);
    }
    this.#keys.hold();
    if (update.caption !== undefined) patchMarkup(this.#caption, update.caption, dressCaption);
    if (update.head !== undefined) this.#takeHead(update.head);
    this.#rows.take(update);
    this.#toolbar.answer(update.facets, view, query, update.count);
    highlight(this.#rows.bodies, query.text);
    this.#keys.settle();
    if (line !== undefined) this.#scrolling.toLine(line);
    this.#scrolling.settle();
    this.#cursor.show(update.cursor, followsCursor && line === undefined);
    this.#popup.refresh();
  }

  #takeHead(markup: string): void {
    patchMarkup(this.#head, markup);
    const columns = [...(this.#head.rows[0]?.cells ?? [])].reduce((sum, { colSpan }) => sum + colSpan, 0);
    this.#table.ariaColCount = String(columns);
  }

  #changeQuery(part: Partial<PreviewQuery>): void {
    const query = { ...this.#state.query, ...part };
    if (JSON.stringify(query) === JSON.stringify(this.#state.query)) return;
    this.#isFromTop = true;
    this.#want({ query }, FIRST_ROWS);
  }

  /** Another view or query is wanted. What is there stays until the answer comes. */
  #want(wanted: { readonly view?: ViewId; readonly query?: PreviewQuery }, shown: Window): void {
    this.#keep(wanted);
    this.#toolbar.ask(this.#state.view, this.#state.query);
    this.#show(shown);
  }

  #keep(part: Partial<PageState>): void {
    this.#state = { ...this.#state, ...part };
    this.#panel.keep(this.#state);
  }

  #show(shown: Window): void {
    const { view, query } = this.#state;
    this.#panel.say({ type: 'show', view, query, shown });
  }

  #tellLine(line: number): void {
    this.#panel.say({ type: 'scrolled', line });
    this.#state = { ...this.#state, line };
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#panel.keep(this.#state), REST);
  }

  #click(target: Element): void {
    const sign = target.closest('.sign');
    if (sign) this.#popup.open(sign.parentElement as HTMLElement, false);
    // Who selects a text wants to have that, not to go away.
    else if (document.getSelection()?.isCollapsed !== false) this.#reveal(target);
  }

  /** The cursor of the editor goes to the text that an element shows. */
  #reveal(shown: Element): void {
    const block = blockOf(shown);
    const piece = block && pieceOf(shown);
    if (piece && block) this.#panel.say({ type: 'reveal', row: idOf(block), ...spanOf(piece) });
  }

  /** What is scrolled into sight is not to be under the head or the first column, which stay. */
  #keepClearOfHead(): void {
    const { style } = this.#sheet;
    style.scrollPaddingTop = `${this.#head.offsetHeight}px`;
    style.scrollPaddingLeft = `${this.#head.rows[0]?.cells[0]?.offsetWidth ?? 0}px`;
  }
}

/** Whoever comes back to the page finds the keyboard where it was: browsers forget that when another page is turned to. */
function keepFocus(): void {
  let last: HTMLElement | undefined;
  document.addEventListener('focusin', ({ target }) => {
    last = target as HTMLElement;
  });
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true });
  });
}

/** Puts in what the server wrote, and escaped; `dress` adds to it what only the page needs. */
function patchMarkup(shown: HTMLElement, markup: string, dress?: (wanted: HTMLElement) => void): void {
  const wanted = shown.cloneNode() as HTMLElement;
  wanted.innerHTML = markup;
  dress?.(wanted);
  patchContent(shown, wanted);
}

new Preview();
