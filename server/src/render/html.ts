/** Markup that is safe to show: it comes from `html` alone, which escapes every text that is put in. */
export class Html {
  readonly markup: string;

  /** Used by `html` and `joined` only. */
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in markup: texts are escaped; what is not there (`undefined`, `false`) is left out. */
export type Content = Html | string | number | undefined | false | readonly Content[];

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template for markup: `` html`<td title="${name}">${text}</td>` ``. Attributes stand in quotation marks. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let markup = parts[0] as string;
  contents.forEach((content, i) => {
    markup += markupOf(content) + parts[i + 1];
  });
  return new Html(markup);
}

function markupOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.markup;
  if (Array.isArray(content)) return content.map(markupOf).join('');
  return String(content).replace(/[&<>"']/g, (character) => NAMES[character] as string);
}
