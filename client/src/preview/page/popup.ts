import type { PreviewFinding } from '../../../../server/src/protocol.ts';
import type { FromPage } from '../messages.ts';
import { stopOf } from './cells.ts';
import { element } from './elements.ts';
import { blockOf, findingsAt, findingsIn, idOf } from './pieces.ts';
import { placeBeside } from './placing.ts';
import { strings } from './strings.ts';

/** How long the pointer rests on a piece before it is explained, and may be away before that is closed; in ms. */
const DELAY = 350;

/** What is explained: a piece of a row, and whether the keyboard is to go there. */
interface Subject {
  readonly piece: HTMLElement;
  readonly row: number;
  readonly findingsOf: (piece: HTMLElement) => readonly number[];
  readonly takesFocus: boolean;
}

/** Tells what is found in a piece, and offers what mends it. There is one at a time. */
export class Popup {
  readonly #say: (message: FromPage) => void;
  readonly #sheet: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #content = element('div', { class: 'findings' });
  readonly #dialog: HTMLElement;
  /** What was asked about, or is shown. */
  #subject: Subject | undefined;
  #timer: number | undefined;

  /** @param sheet what scrolls: the caption and the table */
  constructor(sheet: HTMLElement, table: HTMLTableElement, say: (message: FromPage) => void) {
    this.#sheet = sheet;
    this.#table = table;
    this.#say = say;
    const close = element('button', { type: 'button', class: 'close', 'aria-label': strings.close });
    this.#dialog = element(
      'div',
      { class: 'popup', role: 'dialog', 'aria-label': strings.explained, tabindex: -1, hidden: true },
      close,
      this.#content,
    );
    document.body.append(this.#dialog);
    close.addEventListener('click', () => this.close());
    sheet.addEventListener('pointerover', (event) => this.#hover(event));
    sheet.addEventListener('pointerout', () => this.#leave());
    this.#dialog.addEventListener('pointerover', () => this.#stay());
    this.#dialog.addEventListener('pointerout', () => this.#leave());
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#dialog.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (this.#dialog.contains(target as Node) || (target as Element).closest('.sign')) return;
      this.close();
    });
    this.#dialog.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !this.#dialog.contains(relatedTarget as Node)) this.close();
    });
  }

  /** Explains what is found in a piece, or in what it holds too, to somebody who asked for it. */
  open(piece: HTMLElement, withInner: boolean): void {
    this.#ask(piece, withInner ? findingsIn : findingsAt, true);
  }

  /** The answer to what was asked. */
  explain(row: number, findings: readonly PreviewFinding[]): void {
    if (this.#subject?.row !== row) return;
    if (findings.length === 0) {
      this.close();
      return;
    }
    const { piece, takesFocus } = this.#subject;
    const isNew = this.#dialog.hidden;
    const focused = this.#focusedButton();
    this.#content.replaceChildren(...findings.map((finding) => this.#told(row, finding)));
    this.#dialog.hidden = false;
    this.#place(piece);
    if (isNew && takesFocus) (this.#content.querySelector('button') ?? this.#dialog).focus();
    else if (focused >= 0) (this.#buttons[focused] ?? this.#dialog).focus();
  }

  /** The table has changed: what is no more found is no more explained; the rest is asked for anew. */
  refresh(): void {
    if (!this.#subject) return;
    const { piece, findingsOf, takesFocus } = this.#subject;
    if (!piece.isConnected || !this.#ask(piece, findingsOf, takesFocus)) this.close();
  }

  /** What is explained has moved. */
  follow(): void {
    if (this.#subject && !this.#dialog.hidden) this.#place(this.#subject.piece);
  }

  close(): void {
    clearTimeout(this.#timer);
    const piece = this.#subject?.piece;
    this.#subject = undefined;
    if (this.#dialog.hidden) return;
    const hadFocus = this.#dialog.contains(document.activeElement);
    this.#dialog.hidden = true;
    if (hadFocus) (piece?.isConnected ? placeToStop(piece) : this.#table)?.focus({ preventScroll: true });
  }

  /** Whether there is something to tell. */
  #ask(piece: HTMLElement, findingsOf: Subject['findingsOf'], takesFocus: boolean): boolean {
    clearTimeout(this.#timer);
    const block = blockOf(piece);
    const findings = findingsOf(piece);
    if (!block || findings.length === 0) return false;
    if (this.#subject && this.#subject.piece !== piece) this.#dialog.hidden = true;
    this.#subject = { piece, row: idOf(block), findingsOf, takesFocus };
    this.#say({ type: 'explain', row: idOf(block), findings });
    return true;
  }

  #hover({ target, pointerType }: PointerEvent): void {
    const piece = hoveredPiece(target as Element);
    if (!piece || pointerType === 'touch') return;
    clearTimeout(this.#timer);
    if (this.#subject?.piece === piece || this.#subject?.takesFocus) return;
    this.#timer = window.setTimeout(() => this.#ask(piece, findingsAt, false), DELAY);
  }

  #leave(): void {
    clearTimeout(this.#timer);
    if (!this.#subject || this.#subject.takesFocus) return;
    this.#timer = window.setTimeout(() => {
      if (!this.#dialog.contains(document.activeElement)) this.close();
    }, DELAY);
  }

  #stay(): void {
    clearTimeout(this.#timer);
  }

  #told(row: number, { finding, severity, test, rule, message, fixes }: PreviewFinding): HTMLElement {
    const about = element('button', { type: 'button', class: 'rule', 'aria-label': strings.rule(rule) }, rule);
    about.addEventListener('click', () => this.#say({ type: 'rule', id: rule }));
    const buttons = fixes.map((title, fix) => {
      const button = element('button', { type: 'button', class: 'fix' }, title);
      button.addEventListener('click', () => {
        this.#say({ type: 'fix', row, finding, fix });
        this.close();
      });
      return button;
    });
    const kind = `${strings.severity[severity]} · ${strings.test[test]} · `;
    return element(
      'section',
      { class: 'finding' },
      element(
        'p',
        { class: 'message' },
        element('span', { class: `sign ${severity}`, 'aria-hidden': 'true' }),
        message,
      ),
      element('p', { class: 'kind' }, kind, about),
      ...(buttons.length > 0 ? [element('div', { class: 'fixes' }, ...buttons)] : []),
    );
  }

  get #buttons(): HTMLElement[] {
    return [...this.#content.querySelectorAll('button')];
  }

  #focusedButton(): number {
    return this.#buttons.indexOf(document.activeElement as HTMLElement);
  }

  #place(piece: HTMLElement): void {
    const sight = { left: 0, top: 0, right: document.documentElement.clientWidth, bottom: window.innerHeight };
    const box = anchorOf(piece).getBoundingClientRect();
    const around = this.#sheet.getBoundingClientRect();
    if (box.bottom < around.top || box.top > around.bottom) {
      this.close();
      return;
    }
    this.#dialog.style.maxHeight = '';
    const { width, height } = this.#dialog.getBoundingClientRect();
    const { left, top, maxHeight } = placeBeside(box, { width, height }, sight);
    Object.assign(this.#dialog.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
  }
}

/** Where the keyboard goes when a piece is no more explained: the caption's pieces have their signs. */
function placeToStop(piece: HTMLElement): HTMLElement | undefined {
  return stopOf(piece) ?? piece.querySelector<HTMLElement>('.sign') ?? undefined;
}

/** Pieces that hold others are as large as the screen at times: what is found in them is shown at their signs. */
function isLarge(piece: HTMLElement): boolean {
  return piece.querySelector('[data-at]') !== null;
}

function anchorOf(piece: HTMLElement): HTMLElement {
  if (!isLarge(piece)) return piece;
  return piece.querySelector<HTMLElement>('.sign') ?? piece;
}

/** The piece whose findings the pointer asks for: a small one anywhere, a large one at its sign. */
function hoveredPiece(target: Element): HTMLElement | undefined {
  const piece = target.closest<HTMLElement>('[data-found]');
  if (!piece) return undefined;
  return target.closest('.sign') || !isLarge(piece) ? piece : undefined;
}
