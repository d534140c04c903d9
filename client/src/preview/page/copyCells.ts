/**
 * Puts cells on the clipboard in both forms: spreadsheets take the HTML, other programs the text. By the page's own copy
 * event, for the newer interface would take from the HTML what tells spreadsheets numbers from texts.
 *
 * @returns whether the browser has let the page do so
 */
export function copyCells({ html, tsv }: { readonly html: string; readonly tsv: string }): boolean {
  let isDone = false;
  const copy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', tsv);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  document.addEventListener('copy', copy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', copy, { capture: true });
  return isDone;
}
