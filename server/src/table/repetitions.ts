/** What may repeat something. */
export interface Repeating {
  /** The keys that it shares with another, where somebody wants to know them. */
  readonly shared?: Set<string>;
}

/**
 * Which members share a key with another. A member is added and removed at a cost that does not grow with the number of
 * keys: the one of a new version is added before that of the old one is removed, so that a key that stays is never
 * taken out of the map.
 */
export class Repetitions<Member extends Repeating> {
  /** By key its member, or its members where there are several. */
  readonly #members = new Map<string, Member | Set<Member>>();
  readonly #repeating: Map<Member, number>;
  readonly #notes: boolean;

  /**
   * @param repeating counts for each member the keys it shares; several of these classes may count in one map
   * @param notes whether members that want to know the keys they share are told of these
   */
  constructor(repeating: Map<Member, number>, notes = true) {
    this.#repeating = repeating;
    this.#notes = notes;
  }

  has(key: string): boolean {
    return this.#members.has(key);
  }

  keys(): Iterable<string> {
    return this.#members.keys();
  }

  /** Who has a key. */
  members(key: string): readonly Member[] {
    const known = this.#members.get(key);
    return known instanceof Set ? [...known] : known ? [known] : [];
  }

  /** Tells whether nobody had the key before. */
  add(key: string, member: Member): boolean {
    const known = this.#members.get(key);
    if (known === undefined) {
      this.#members.set(key, member);
      return true;
    }
    const members = known instanceof Set ? known : new Set([known]);
    if (!(known instanceof Set)) {
      this.#members.set(key, members);
      this.#count(key, known, 1);
    }
    members.add(member);
    this.#count(key, member, 1);
    return false;
  }

  /** Tells whether nobody has the key any more. */
  remove(key: string, member: Member): boolean {
    const known = this.#members.get(key);
    if (!(known instanceof Set)) return known === member && this.#members.delete(key);
    if (!known.delete(member)) return false;
    this.#count(key, member, -1);
    const [last] = known;
    if (known.size > 1 || !last) return false;
    this.#members.set(key, last);
    this.#count(key, last, -1);
    return false;
  }

  #count(key: string, member: Member, step: 1 | -1): void {
    const count = (this.#repeating.get(member) ?? 0) + step;
    if (count > 0) this.#repeating.set(member, count);
    else this.#repeating.delete(member);
    if (!this.#notes) return;
    if (step > 0) member.shared?.add(key);
    else member.shared?.delete(key);
  }
}
