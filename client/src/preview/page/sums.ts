/**
 * A list of numbers that knows what those before each come to. What is changed is added up again when somebody asks:
 * ten thousand numbers take some microseconds, and most changes are near the end of what is asked.
 */
export class Sums {
  #values: number[] = [];
  /** `#before[i]` is the sum of the values before `i`; right up to `#valid`. */
  #before = new Float64Array(1);
  #valid = 0;

  get length(): number {
    return this.#values.length;
  }

  get total(): number {
    return this.before(this.length);
  }

  value(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (this.#values[index] === value) return;
    this.#values[index] = value;
    this.#valid = Math.min(this.#valid, index);
  }

  splice(at: number, removed: number, added: readonly number[]): void {
    this.#values = [...this.#values.slice(0, at), ...added, ...this.#values.slice(at + removed)];
    this.#valid = Math.min(this.#valid, at);
  }

  /** What the values before one come to. */
  before(index: number): number {
    this.#addUp();
    return this.#before[Math.max(0, Math.min(index, this.length))] as number;
  }

  /** The last value that begins at a sum or before it; 0 where there is none. */
  indexAt(sum: number): number {
    this.#addUp();
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#before[middle] as number) <= sum) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #addUp(): void {
    const { length } = this;
    if (this.#before.length < length + 1) {
      const before = new Float64Array(Math.ceil(length * 1.2) + 1);
      before.set(this.#before.subarray(0, this.#valid + 1));
      this.#before = before;
    }
    let sum = this.#before[this.#valid] as number;
    for (let i = this.#valid; i < length; i++) {
      sum += this.#values[i] as number;
      this.#before[i + 1] = sum;
    }
    this.#valid = length;
  }
}
