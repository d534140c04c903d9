/** Marks in the table what was searched for, by the browser's own highlights: nothing is added to the page. */

const NAME = 'searched';

export function highlight(within: Iterable<HTMLElement>, text: string): void {
  if (!('highlights' in CSS)) return;
  const wanted = squeeze(text);
  const ranges = wanted === '' ? [] : [...within].flatMap((one) => rangesOf(one, wanted));
  if (ranges.length === 0) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new Highlight(...ranges));
}

/** The places of a text in an element, over the borders of its pieces and over blanks. */
function rangesOf(within: HTMLElement, wanted: string): Range[] {
  const nodes: Text[] = [];
  /** For each character that counts, the text that holds it and where. */
  const places: { readonly node: Text; readonly at: number }[] = [];
  let squeezed = '';
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    for (let at = 0; at < node.data.length; at++) {
      const character = squeeze(node.data[at] as string);
      if (character.length !== 1) continue;
      squeezed += character;
      places.push({ node, at });
    }
  }
  const ranges: Range[] = [];
  for (let at = squeezed.indexOf(wanted); at >= 0; at = squeezed.indexOf(wanted, at + wanted.length)) {
    const [start, end] = [places[at], places[at + wanted.length - 1]];
    if (!start || !end) break;
    const range = new Range();
    range.setStart(start.node, start.at);
    range.setEnd(end.node, end.at + 1);
    ranges.push(range);
  }
  return ranges;
}

/** Case, width and blanks do not matter. */
function squeeze(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}
