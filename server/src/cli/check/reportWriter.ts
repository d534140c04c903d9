import type { Terminal } from '../terminal.ts';
import type { Answer } from './fileChecker.ts';
import type { ReportFormat } from './formats.ts';
import { add, NOTHING, type Tally } from './tally.ts';

/** An answer as a thread sends it: its text is bytes already, which change hands without being copied. */
export interface SentAnswer {
  readonly out: Uint8Array;
  readonly err: string;
  readonly tally: Tally;
}

/** So many bytes of answers may wait for an earlier one. */
const MOST_WAITING = 16 * 1024 * 1024;

/** Writes the answers in the order of the batches, whichever comes first. */
export class ReportWriter {
  readonly #format: ReportFormat;
  readonly #terminal: Terminal;
  readonly #waiting = new Map<number, Answer | SentAnswer>();
  #waitingBytes = 0;
  #next = 0;
  #hasPieces = false;
  #wake: (() => void)[] = [];
  tally = NOTHING;

  constructor(format: ReportFormat, terminal: Terminal) {
    this.#format = format;
    this.#terminal = terminal;
  }

  /** Takes the answer to a batch. Resolves when there is room for more: whoever waits for it keeps the memory bounded. */
  async add(number: number, answer: Answer | SentAnswer): Promise<void> {
    this.#waiting.set(number, answer);
    this.#waitingBytes += answer.out.length;
    for (let next = this.#waiting.get(this.#next); next; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next++);
      this.#waitingBytes -= next.out.length;
      this.#write(next);
    }
    if (this.#waitingBytes <= MOST_WAITING) {
      for (const wake of this.#wake.splice(0)) wake();
    } else {
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
      });
    }
    await this.#terminal.taken();
  }

  #write({ out, err, tally }: Answer | SentAnswer): void {
    const { first, between } = this.#format.frame;
    if (out.length > 0) {
      this.#terminal.out(this.#hasPieces ? between : first);
      this.#terminal.out(out);
      this.#hasPieces = true;
    }
    this.#terminal.err(err);
    this.tally = add(this.tally, tally);
  }

  /** Writes what stands at the end. */
  end(): void {
    const { last, none } = this.#format.frame;
    this.#terminal.out(this.#hasPieces ? last : none);
    this.#terminal.out(this.#format.summary(this.tally, this.#terminal.language));
  }
}
