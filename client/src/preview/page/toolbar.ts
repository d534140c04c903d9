import type { PreviewFacets, PreviewQuery, ViewId } from '../../../../server/src/protocol.ts';
import { EVERYTHING } from '../../../../server/src/protocol.ts';
import { Chooser } from './chooser.ts';
import { element } from './elements.ts';
import { strings } from './strings.ts';
import { Strip } from './strip.ts';
import { Tabs } from './tabs.ts';

/** How long typing in the search box rests before it is searched for, in ms. */
const REST = 150;

export interface ToolbarActions {
  readonly chooseView: (view: ViewId) => void;
  readonly changeQuery: (part: Partial<PreviewQuery>) => void;
  /** From the search box into the table. */
  readonly toTable: () => void;
  /** The table to the clipboard, for a spreadsheet. */
  readonly copy: () => void;
  /** The table to a file of another program. */
  readonly export: () => void;
}

/** What is shown and how: the view, what is searched for, filters, order; and what the table comes to. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #tabs: Tabs;
  readonly #search = element('input', {
    type: 'search',
    'aria-label': strings.search,
    placeholder: strings.searchHint,
    title: strings.searchHint,
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #unit: Chooser;
  readonly #class: Chooser;
  readonly #order: Chooser;
  readonly #strip: Strip;
  readonly #reset = element('button', { type: 'button', class: 'reset' }, strings.reset);
  readonly #sum = element('span', { class: 'sum' });
  readonly #matching = element('span', { class: 'matching', role: 'status' });
  #facets: PreviewFacets | undefined;

  constructor(panel: HTMLElement, { chooseView, changeQuery, toTable, ...out }: ToolbarActions) {
    this.#tabs = new Tabs(panel, chooseView);
    this.#unit = new Chooser(strings.unit, (unit) => changeQuery({ unit }));
    this.#class = new Chooser(strings.class, (code) => changeQuery({ class: code }));
    this.#order = new Chooser(strings.order, (order) => changeQuery({ order: order as PreviewQuery['order'] }));
    this.#strip = new Strip(changeQuery);
    this.#listenToSearch(changeQuery, toTable);
    this.#reset.addEventListener('click', () => {
      changeQuery(EVERYTHING);
      this.#search.focus();
    });
    this.element = element(
      'header',
      { class: 'toolbar', 'aria-label': strings.toolbar },
      this.#tabs.element,
      this.#search,
      this.#unit.element,
      this.#class.element,
      this.#order.element,
      this.#strip.element,
      this.#reset,
      element('span', { class: 'told' }, this.#matching, this.#sum),
      element('span', { class: 'out' }, button(strings.copy, out.copy), button(strings.export, out.export)),
    );
  }

  focusSearch(): void {
    this.#search.select();
  }

  /** Shows what is asked for; at once, before it is answered. */
  ask(view: ViewId, query: PreviewQuery): void {
    this.#tabs.show(view);
    // What somebody is typing, or an input method composing, is not taken away.
    if (document.activeElement !== this.#search) this.#search.value = query.text;
    const { units, classes, ...counts } = this.#facets ?? NOTHING;
    const named = [{ value: '', name: strings.allUnits }, ...units.map((name) => ({ value: name, name }))];
    this.#unit.show(named, query.unit);
    const coded = classes.map(({ code, name }) => ({ value: code, name: `${code}-${name}` }));
    this.#class.show([{ value: '', name: strings.allClasses }, ...coded], query.class);
    const orders = Object.entries(strings.orders).map(([value, name]) => ({ value, name }));
    this.#order.show(orders, query.order);
    this.#strip.show(counts, query);
    this.#reset.disabled = isEverything(query);
  }

  /** Tells what came of it. */
  answer(facets: PreviewFacets | undefined, view: ViewId, query: PreviewQuery, count: number): void {
    this.#facets = facets ?? this.#facets;
    this.ask(view, query);
    const { projects, total } = this.#facets ?? NOTHING;
    this.#sum.textContent = [strings.projects(projects), total].filter((one) => one !== '').join(' · ');
    const told = isEverything({ ...query, order: 'text' }) ? '' : strings.matching(count);
    // Only what changes is read out.
    if (this.#matching.textContent !== told) this.#matching.textContent = told;
  }

  #listenToSearch(changeQuery: ToolbarActions['changeQuery'], toTable: () => void): void {
    let timer: number | undefined;
    const search = (rest: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => changeQuery({ text: this.#search.value }), rest);
    };
    // What an input method is still composing is no word yet.
    this.#search.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) search(REST);
    });
    this.#search.addEventListener('compositionend', () => search(0));
    this.#search.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter') search(0);
      else if (event.key === 'ArrowDown') toTable();
      else return;
      event.preventDefault();
    });
  }
}

function button(name: string, act: () => void): HTMLElement {
  const made = element('button', { type: 'button' }, name);
  made.addEventListener('click', act);
  return made;
}

const NOTHING: PreviewFacets = {
  severities: { error: 0, warning: 0, info: 0, hint: 0 },
  tests: { complete: 0, relevant: 0, reasonable: 0, form: 0 },
  units: [],
  classes: [],
  projects: 0,
  total: '',
};

function isEverything(query: PreviewQuery): boolean {
  return Object.entries(EVERYTHING).every(([part, value]) => query[part as keyof PreviewQuery] === value);
}
