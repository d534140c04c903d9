import { element } from './elements.ts';
import { strings } from './strings.ts';

/** Where the keyboard may stop in a row: its cells, and the lines inside them. */
export const STOPS = 'th, td, p[data-at]';

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

/** Adds to the markup of a row what only the page needs: signs at what is found, and places for the keyboard to stop. */
export function dress(row: HTMLElement): void {
  addSigns(row, -1);
  for (const stop of row.querySelectorAll<HTMLElement>(STOPS)) stop.tabIndex = -1;
}

/** Adds to the markup of the caption what only the page needs. There is no grid: Tab goes to the signs. */
export function dressCaption(caption: HTMLElement): void {
  addSigns(caption, 0);
}

function addSigns(row: HTMLElement, tabIndex: 0 | -1): void {
  for (const found of row.querySelectorAll<HTMLElement>('[data-found]')) found.prepend(sign(found, tabIndex));
}

/** A sign that differs by severity in shape as well as in colour; it opens what is found. */
function sign(found: HTMLElement, tabIndex: 0 | -1): HTMLElement {
  const severity = SEVERITIES.find((one) => found.classList.contains(one)) ?? 'hint';
  const count = (found.dataset.found as string).split(' ').length;
  return element('button', {
    type: 'button',
    class: `sign ${severity}`,
    tabindex: tabIndex,
    'aria-haspopup': 'dialog',
    'aria-label': strings.found(strings.severity[severity], count),
  });
}
