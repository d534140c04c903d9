/** Runs something one at a time: however often it is asked for while it runs, it runs once more when that is over. */
export class OneAtATime {
  readonly #run: () => Promise<void>;
  #isRunning = false;
  #isWanted = false;

  constructor(run: () => Promise<void>) {
    this.#run = run;
  }

  async again(): Promise<void> {
    this.#isWanted = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.#isWanted) {
        this.#isWanted = false;
        await this.#run();
      }
    } finally {
      this.#isRunning = false;
    }
  }
}
