/** The pieces of the table: elements that know which part of the text they show, and what is found in it. */

/** The row of the list that an element is part of. */
export function rowOf(node: Element): HTMLTableSectionElement | undefined {
  return node.closest<HTMLTableSectionElement>('tbody[data-row]') ?? undefined;
}

/** What shows a block of the text, a row or the caption, around an element. */
export function blockOf(node: Element): HTMLElement | undefined {
  return node.closest<HTMLElement>('[data-row]') ?? undefined;
}

export function idOf(block: HTMLElement): number {
  return Number(block.dataset.row);
}

/** The part of the row's text that a piece shows. */
export function spanOf(piece: HTMLElement): { start: number; end: number } {
  const [start, end] = (piece.dataset.at as string).split('-').map(Number);
  return { start: start as number, end: end as number };
}

/** The smallest piece of a row that holds an offset of its text. */
export function pieceAt(row: HTMLTableSectionElement, offset: number): HTMLElement | undefined {
  let smallest: HTMLElement | undefined;
  let length = Number.POSITIVE_INFINITY;
  for (const piece of row.querySelectorAll<HTMLElement>('[data-at]')) {
    const { start, end } = spanOf(piece);
    if (start > offset || end < offset || end - start > length) continue;
    smallest = piece;
    length = end - start;
  }
  return smallest;
}

/** The piece that an element stands for: the one around it, else the first inside it, else that of its row. */
export function pieceOf(node: Element): HTMLElement | undefined {
  return (
    node.closest<HTMLElement>('[data-at]') ??
    node.querySelector<HTMLElement>('[data-at]') ??
    rowOf(node)?.querySelector<HTMLElement>('th[data-at]') ??
    undefined
  );
}

/** The numbers of what is found in a piece and in no smaller one. */
export function findingsAt(piece: HTMLElement): number[] {
  const { found } = piece.dataset;
  return found === undefined ? [] : found.split(' ').map(Number);
}

/** The numbers of what is found in an element and in those inside it. */
export function findingsIn(node: HTMLElement): number[] {
  return [node, ...node.querySelectorAll<HTMLElement>('[data-found]')].flatMap(findingsAt);
}
