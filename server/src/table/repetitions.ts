/**
 * Which members share a key with another. A member is added and removed at a cost that does not grow with the number of
 * keys: the one of a new version is added before that of the old one is removed, so that a key that stays is never
 * taken out of the map.
 */
export class Repetitions<Member extends object> {
  /** By key its member, or its members where there are several. */
  readonly #members = new Map<string, Member | Set<Member>>();
  readonly #repeating: Map<Member, number>;

  /** @param repeating counts for each member the keys it shares; several of these classes may count in one map */
  constructor(repeating: Map<Member, number>) {
    this.#repeating = repeating;
  }

  add(key: string, member: Member): void {
    const known = this.#members.get(key);
    if (known === undefined) {
      this.#members.set(key, member);
      return;
    }
    const members = known instanceof Set ? known : new Set([known]);
    if (!(known instanceof Set)) {
      this.#members.set(key, members);
      this.#count(known, 1);
    }
    members.add(member);
    this.#count(member, 1);
  }

  remove(key: string, member: Member): void {
    const known = this.#members.get(key);
    if (!(known instanceof Set)) {
      if (known === member) this.#members.delete(key);
      return;
    }
    if (!known.delete(member)) return;
    this.#count(member, -1);
    const [last] = known;
    if (known.size > 1 || !last) return;
    this.#members.set(key, last);
    this.#count(last, -1);
  }

  #count(member: Member, step: 1 | -1): void {
    const count = (this.#repeating.get(member) ?? 0) + step;
    if (count > 0) this.#repeating.set(member, count);
    else this.#repeating.delete(member);
  }
}
