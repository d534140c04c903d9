/** What answers to our own client name that only it knows: the addresses of its pages, and its commands. */

/** The scheme of the pages that explain rules; their text comes from the server. */
export const RULE_SCHEME = 'jxmb-rule';

/** The command that shows the page of a rule, whose id is its argument. */
export const SHOW_RULE_COMMAND = 'jxmb.showRule';

/** The command that selects the nearest place above the cursor where a reason is to be given, to be typed over; its text is the argument. */
export const SELECT_REASON_COMMAND = 'jxmb.selectReason';

/** The command that goes to a finding; its arguments are the URI of a table and a position. */
export const SHOW_FINDING_COMMAND = 'jxmb.showFinding';

/** The command that shows two rows side by side, the older first; its arguments are two `Location`s and a title. */
export const COMPARE_COMMAND = 'jxmb.compare';

/** The address of a rule's page. */
export function ruleAddress(id: string): string {
  return `${RULE_SCHEME}:/${id}.md`;
}

/** The rule whose page has a path, such as `/total-mismatch.md`. */
export function ruleAt(path: string): string {
  return path.replace(/^\//, '').replace(/\.md$/, '');
}

/** The scheme of the pages that show profiles; their text comes from the server. */
export const PROFILE_SCHEME = 'jxmb-profile';

/** The address of a profile's page. */
export function profileAddress(id: string): string {
  return `${PROFILE_SCHEME}:/${encodeURIComponent(id)}.json`;
}

/** The profile whose page has a path, such as `/guangzhou.json`. */
export function profileAt(path: string): string {
  return path.replace(/^\//, '').replace(/\.json$/, '');
}
