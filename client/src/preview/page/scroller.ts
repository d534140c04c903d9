/** What scrolls. It knows which of its places a person chose, and which were set here: by comparing them, not by time. */
export class Scroller {
  readonly element: HTMLElement;
  /** The place that is known; another one is a person's. */
  #at = 0;
  readonly #heard: (() => void)[] = [];

  constructor(element: HTMLElement) {
    this.element = element;
    // The browser tells of scrolling once a frame, before it paints.
    element.addEventListener('scroll', () => this.look(), { passive: true });
  }

  /** Calls when a person has scrolled. */
  onScrolled(hear: () => void): void {
    this.#heard.push(hear);
  }

  get top(): number {
    return this.element.scrollTop;
  }

  /** Scrolls without anybody being told. */
  to(top: number): void {
    this.element.scrollTop = top;
    this.#at = this.element.scrollTop;
  }

  /** What is there has changed its size: where it is now is where it was left. */
  settle(): void {
    this.#at = this.element.scrollTop;
  }

  /** Hears of a person's scrolling that the browser has not told of yet. */
  look(): void {
    if (Math.abs(this.element.scrollTop - this.#at) <= 1) return;
    this.#at = this.element.scrollTop;
    for (const hear of this.#heard) hear();
  }
}
