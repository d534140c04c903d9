import type { BlockKind, Line } from '../syntax/nodes.ts';
import type { LabelMeaning, Vocabulary } from '../syntax/vocabulary.ts';
import type { Row } from '../table/row.ts';
import { lineSlip } from './labelSlips/lineSlip.ts';
import { proseSlips } from './labelSlips/proseSlips.ts';
import type { LabelSlip } from './labelSlips/slip.ts';
import { mayStandIn } from './placement.ts';

const NONE: readonly LabelSlip[] = [];

/** The misspelt labels of a row, in order. Value labels are not among them: the tree reads those. */
export function labelSlips(row: Row, text: string, vocabulary: Vocabulary): readonly LabelSlip[] {
  row.facts ??= findSlips(row, text, vocabulary);
  return row.facts as readonly LabelSlip[];
}

/** The misspelt label that a row may mean for one that it lacks. */
export function slipFor(
  role: LabelMeaning['role'],
  index: number,
  row: Row,
  text: string,
  vocabulary: Vocabulary,
): LabelSlip | undefined {
  const slips = labelSlips(row, text, vocabulary);
  if (slips.length === 0) return undefined;
  return slips.find(({ meant }) => meant.some(({ meaning }) => meaning.role === role && meaning.index === index));
}

/** The kind of block that a slip would begin. */
export function blockBegunBy({ meant }: LabelSlip): BlockKind | undefined {
  const role = meant[0]?.meaning.role;
  return role === 'project' || role === 'unit' || role === 'total' || role === 'include' ? role : undefined;
}

/** The kind of block that seems to begin within a row, under a misspelt label; of several that which is no project. */
export function hiddenBlock(row: Row, text: string, vocabulary: Vocabulary): BlockKind | undefined {
  const slips = labelSlips(row, text, vocabulary);
  if (slips.length === 0) return undefined;
  const kinds = slips.flatMap((slip) => blockBegunBy(slip) ?? []);
  return kinds.find((kind) => kind !== 'project') ?? kinds[0];
}

function findSlips(row: Row, text: string, vocabulary: Vocabulary): readonly LabelSlip[] {
  let slips: LabelSlip[] | undefined;
  const add = (slip: LabelSlip | undefined) => {
    if (!slip) return;
    slips ??= [];
    slips.push(slip);
  };
  const { parts } = row.tree;
  for (const part of parts) {
    if (part.type === 'stray' || part.type === 'title') {
      add(lineSlip(part, row, () => parts.slice(parts.indexOf(part) + 1) as Line[], text, vocabulary));
    } else if ((part.type === 'goal' || part.type === 'indicators') && mayStandIn(row.kind, part.type)) {
      proseSlips(part, row, text, vocabulary, add);
    }
  }
  return slips ?? NONE;
}
