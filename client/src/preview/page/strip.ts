import type { PreviewFacets, PreviewQuery } from '../../../../server/src/protocol.ts';
import { element } from './elements.ts';
import { strings } from './strings.ts';

type Kind = 'severity' | 'test';

interface Toggle {
  readonly kind: Kind;
  readonly value: string;
  readonly button: HTMLButtonElement;
  readonly count: HTMLElement;
}

/** How much is found, by severity and by review test; each count is a button that shows the rows that have it. */
export class Strip {
  readonly element = element('div', { class: 'strip', role: 'group', 'aria-label': strings.findings });
  readonly #toggles: readonly Toggle[];

  constructor(change: (part: Partial<PreviewQuery>) => void) {
    this.#toggles = [
      ...Object.entries(strings.severity).map(([value, name]) => toggle('severity', value, name)),
      ...Object.entries(strings.test).map(([value, name]) => toggle('test', value, name)),
    ];
    for (const { kind, value, button } of this.#toggles) {
      button.addEventListener('click', () => change({ [kind]: button.ariaPressed === 'true' ? '' : value }));
    }
    this.element.append(...this.#toggles.map(({ button }) => button));
  }

  show({ severities, tests }: Pick<PreviewFacets, 'severities' | 'tests'>, query: PreviewQuery): void {
    const counts: Readonly<Record<string, number>> = { ...severities, ...tests };
    for (const { kind, value, button, count } of this.#toggles) {
      const isPressed = query[kind] === value;
      count.textContent = String(counts[value] ?? 0);
      button.ariaPressed = String(isPressed);
      // What shows nothing is not offered; what is chosen can be given up.
      button.disabled = !isPressed && !counts[value];
    }
  }
}

function toggle(kind: Kind, value: string, name: string): Toggle {
  const count = element('span', { class: 'count' }, '0');
  const sign = kind === 'severity' ? [element('span', { class: `sign ${value}`, 'aria-hidden': 'true' })] : [];
  const button = element(
    'button',
    { type: 'button', class: kind, 'aria-pressed': 'false' },
    ...sign,
    `${name} `,
    count,
  );
  return { kind, value, button, count };
}
