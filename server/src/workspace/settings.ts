import type { Bilingual, Profile } from '../profile/profile.ts';
import { isAtLeast, type Severity } from '../rules/rule.ts';

/** What a table is read and checked by, besides what it says itself. */
export interface TableSettings {
  /** The profile of tables that name none. */
  readonly profile: Profile;
  /** Profiles by the name that stands behind 版式. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Why profiles that somebody brings cannot be read, by the names that tables call them. */
  readonly failedProfiles: ReadonlyMap<string, Bilingual>;
  /** How grave each rule's findings are, where that is not the rule's own choice. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Whether to find also what is off by default. */
  readonly strict: boolean;
  readonly format: FormatSettings;
  readonly show: ShowSettings;
  /**
   * Reads another table, at a URI or a path such as the including one has: its text, undefined where there is no such
   * file, null where nobody can tell. Absent where files are out of reach.
   */
  readonly readTable?: (uri: string) => string | undefined | null | NotText;
}

/** A file that is there and holds no text that we know. */
export interface NotText {
  readonly problem: 'encoding';
}

/** How the formatter writes what may be written in several ways. */
export interface FormatSettings {
  /** The width of the colons and semicolons between the parts of a table. */
  readonly punctuation: 'half' | 'full';
  /** Whether the amounts of a block stand under each other. */
  readonly alignAmounts: boolean;
}

/** What is shown in the editor between and behind the lines. */
export interface ShowSettings {
  /** Behind an amount: by how much it is not what it should add up to. */
  readonly differences: boolean;
  /** Behind a total: its share of the unit or the whole. */
  readonly shares: boolean;
  /** Above units and projects: sums, shares, findings. */
  readonly codeLenses: boolean;
}

export const DEFAULT_FORMAT: FormatSettings = { punctuation: 'half', alignAmounts: false };
export const DEFAULT_SHOW: ShowSettings = { differences: true, shares: true, codeLenses: true };

/** Settings that leave everything as it is, for a profile. */
export function defaultSettings(profile: Profile, profiles: readonly Profile[] = [profile]): TableSettings {
  return {
    profile,
    profiles: new Map(profiles.map((one) => [one.id, one])),
    failedProfiles: new Map(),
    severities: new Map(),
    strict: false,
    format: DEFAULT_FORMAT,
    show: DEFAULT_SHOW,
  };
}

/**
 * How grave a finding is once a severity is chosen for its rule. What the rule holds for lighter than its ordinary
 * findings gets no graver.
 */
export function chosenSeverity(own: Severity, ordinary: Severity, chosen: Severity): Severity {
  if (own === ordinary || chosen === ordinary) return own === ordinary ? chosen : own;
  return isAtLeast(own, chosen) ? chosen : own;
}
