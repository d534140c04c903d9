import type { Entry } from './entry.ts';
import { Repetitions } from './repetitions.ts';
import { Tallies } from './tallies.ts';

/** A unit with its projects; without a unit, the projects of the department itself. */
export class UnitGroup {
  /** The unit's entry; another takes its place when the unit's own lines change. */
  unit: Entry | undefined;
  readonly projects = new Tallies();
  /** How many of its rows hide another. */
  hiding = 0;
  /** What its rows may repeat. */
  readonly keys: Repetitions<Entry>;
  /** The rows below the unit that take in other tables. */
  readonly includes = new Set<Entry>();

  constructor(unit: Entry | undefined, repeating: Map<Entry, number>) {
    this.unit = unit;
    this.keys = new Repetitions(repeating);
  }

  get name(): string {
    return this.unit?.name ?? '';
  }
}
