/** Collects a text that is written in runs, and leaves out the readings of characters that East Asian files have. */
export class RichText {
  #text = '';
  #isIn = false;
  #phonetic = 0;

  clear(): void {
    this.#text = '';
  }

  open(name: string): void {
    if (name === 't') this.#isIn = this.#phonetic === 0;
    if (name === 'rPh') this.#phonetic++;
  }

  close(name: string): void {
    if (name === 't') this.#isIn = false;
    if (name === 'rPh') this.#phonetic--;
  }

  add(text: string): void {
    if (this.#isIn) this.#text += text;
  }

  get text(): string {
    return unescapeXml(this.#text);
  }
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export function unescapeXml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
