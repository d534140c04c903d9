import { ruleIds } from './rules/registry.ts';
import { SEVERITIES, type Severity } from './rules/rule.ts';
import type { TableSettings } from './workspace/settings.ts';

/** The section of the editor's settings that is ours. */
export const SECTION = 'jxmb';

/**
 * Reads what an editor says of our section: `{ profile, strict, rules: { "total-mismatch": "off", … }, … }`, each part of
 * which may be missing. What is none of the values that there are leaves things as they were.
 */
export function readSettings(section: unknown, defaults: TableSettings): TableSettings {
  const { profile, strict, rules, format, inlayHints, codeLens } = objectOf(section);
  const { punctuation, alignAmounts } = objectOf(format);
  const { differences, shares } = objectOf(inlayHints);
  const severities = new Map<string, Severity | 'off'>();
  for (const [id, chosen] of Object.entries(objectOf(rules))) {
    if (ruleIds.has(id) && isSeverity(chosen)) severities.set(id, chosen);
  }
  return {
    ...defaults,
    profile: (typeof profile === 'string' ? defaults.profiles.get(profile) : undefined) ?? defaults.profile,
    strict: booleanOf(strict, defaults.strict),
    severities,
    format: {
      punctuation: punctuation === 'half' || punctuation === 'full' ? punctuation : defaults.format.punctuation,
      alignAmounts: booleanOf(alignAmounts, defaults.format.alignAmounts),
    },
    show: {
      differences: booleanOf(differences, defaults.show.differences),
      shares: booleanOf(shares, defaults.show.shares),
      codeLenses: booleanOf(objectOf(codeLens).enabled, defaults.show.codeLenses),
    },
  };
}

/** The profile that our section of the settings names, where there is no such profile. */
export function unknownProfileIn(section: unknown, { profiles }: Pick<TableSettings, 'profiles'>): string | undefined {
  const { profile } = objectOf(section);
  return typeof profile === 'string' && profile !== '' && !profiles.has(profile) ? profile : undefined;
}

/** The paths of profiles that somebody brings (`profiles`). */
export function profilePaths(section: unknown): string[] {
  const { profiles } = objectOf(section);
  return Array.isArray(profiles) ? profiles.filter((path) => typeof path === 'string' && path !== '') : [];
}

/** Whether tables that are not open are checked too; undefined where nobody says. */
export function wantsWorkspaceDiagnostics(section: unknown): boolean | undefined {
  const { workspaceDiagnostics } = objectOf(section);
  return typeof workspaceDiagnostics === 'boolean' ? workspaceDiagnostics : undefined;
}

/** Whether two settings come to the same. */
export function areSame(a: TableSettings, b: TableSettings): boolean {
  return (
    a.profile === b.profile &&
    a.profiles === b.profiles &&
    a.failedProfiles === b.failedProfiles &&
    a.strict === b.strict &&
    a.format.punctuation === b.format.punctuation &&
    a.format.alignAmounts === b.format.alignAmounts &&
    a.show.differences === b.show.differences &&
    a.show.shares === b.show.shares &&
    a.show.codeLenses === b.show.codeLenses &&
    a.severities.size === b.severities.size &&
    [...a.severities].every(([id, severity]) => b.severities.get(id) === severity)
  );
}

export function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}

function booleanOf(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
