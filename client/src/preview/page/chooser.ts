import { element } from './elements.ts';

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** A list to choose one from. */
export class Chooser {
  readonly element: HTMLSelectElement;
  #shown = '';

  constructor(label: string, choose: (value: string) => void) {
    this.element = element('select', { 'aria-label': label, title: label });
    this.element.addEventListener('change', () => choose(this.element.value));
  }

  /** Offers choices; what is chosen stays among them also where it is no more one. */
  show(choices: readonly Choice[], chosen: string): void {
    const offered = choices.some(({ value }) => value === chosen)
      ? choices
      : [...choices, { value: chosen, name: chosen }];
    const shown = JSON.stringify(offered);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.element.replaceChildren(...offered.map(({ value, name }) => element('option', { value }, name)));
    }
    this.element.value = chosen;
    this.element.classList.toggle('chosen', chosen !== choices[0]?.value);
  }
}
