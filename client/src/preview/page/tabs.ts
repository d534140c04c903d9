import { VIEW_IDS, type ViewId } from '../../../../server/src/protocol.ts';
import { element } from './elements.ts';
import { strings } from './strings.ts';

/** The tabs that choose the view: one is in the tab order, the arrow keys go to the others. */
export class Tabs {
  readonly element = element('div', { class: 'views', role: 'tablist', 'aria-label': strings.views });
  readonly #tabs: ReadonlyMap<ViewId, HTMLButtonElement>;

  /** @param panel what the tabs show something in */
  constructor(panel: HTMLElement, choose: (view: ViewId) => void) {
    this.#tabs = new Map(VIEW_IDS.map((view) => [view, this.#tab(view, panel)]));
    this.element.append(...this.#tabs.values());
    for (const [view, tab] of this.#tabs) tab.addEventListener('click', () => choose(view));
    this.element.addEventListener('keydown', (event) => {
      const next = this.#after(event);
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.click();
    });
    this.#panel = panel;
  }

  readonly #panel: HTMLElement;

  /** Says which view is shown. */
  show(shown: ViewId): void {
    for (const [view, tab] of this.#tabs) {
      tab.ariaSelected = String(view === shown);
      tab.tabIndex = view === shown ? 0 : -1;
      if (view === shown) this.#panel.setAttribute('aria-labelledby', tab.id);
    }
  }

  #tab(view: ViewId, panel: HTMLElement): HTMLButtonElement {
    const attributes = { type: 'button', role: 'tab', id: `view-${view}`, 'aria-controls': panel.id };
    return element('button', attributes, strings.view[view]);
  }

  #after({ key, target }: KeyboardEvent): HTMLElement | undefined {
    const tabs = [...this.#tabs.values()];
    const at = tabs.indexOf(target as HTMLButtonElement);
    if (at < 0) return undefined;
    if (key === 'ArrowRight') return tabs[(at + 1) % tabs.length];
    if (key === 'ArrowLeft') return tabs.at(at - 1);
    if (key === 'Home') return tabs[0];
    return key === 'End' ? tabs.at(-1) : undefined;
  }
}
