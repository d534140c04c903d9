import type { Block } from '../syntax/blocks.ts';
import { squeeze } from '../syntax/characters.ts';
import type { Decimal } from '../table/decimal.ts';
import { totalColumn } from '../table/row.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { nameOfBlock } from './blockName.ts';
import { showsDetails } from './limits.ts';

/** The projects of a table by name, and by unit and name; of several the first. */
interface Projects {
  readonly version: number;
  readonly byName: ReadonlyMap<string, Block>;
}

const projects = new WeakMap<TableDocument, Projects>();

/** The table of the same department a year before, as far as somebody works with it. */
export function tableOfLastYear(document: TableDocument, workspace: Workspace): TableDocument | undefined {
  const { department, year } = document.head;
  if (department === '' || year === undefined) return undefined;
  const scheme = schemeOf(document.uri);
  for (const other of workspace.tables()) {
    if (other === document || schemeOf(other.uri) !== scheme || !showsDetails(other)) continue;
    const { head } = other;
    if (head.year === year - 1 && squeeze(head.department) === squeeze(department)) return other;
  }
  return undefined;
}

/** The project of another table that is the same as one of this: by unit and name, else by name. */
export function sameProject(block: Block, document: TableDocument, other: TableDocument): Block | undefined {
  const { byName } = projectsOf(other);
  const name = nameOfBlock(block, document.context.vocabulary);
  return name === '' ? undefined : (byName.get(keyOf(block, name, document)) ?? byName.get(squeeze(name)));
}

/** By how much a project's total is above that of another table's; undefined where one of them is not known. */
export function changeSince(
  block: Block,
  document: TableDocument,
  before: Block,
  other: TableDocument,
): Decimal | undefined {
  const now = document.checker.comesTo(block, totalColumn(document.context.vocabulary));
  const then = other.checker.comesTo(before, totalColumn(other.context.vocabulary));
  return then && now?.minus(then.shifted(other.context.moneyUnit.power - document.context.moneyUnit.power));
}

function projectsOf(table: TableDocument): Projects {
  const kept = projects.get(table);
  if (kept?.version === table.version) return kept;
  const byName = new Map<string, Block>();
  const add = (key: string, block: Block) => {
    if (!byName.has(key)) byName.set(key, block);
  };
  for (const block of table.sequence) {
    const name = block.kind === 'project' ? nameOfBlock(block, table.context.vocabulary) : '';
    if (name === '') continue;
    add(squeeze(name), block);
    add(keyOf(block, name, table), block);
  }
  const found = { version: table.version, byName };
  projects.set(table, found);
  return found;
}

/** Names hold no line end. */
function keyOf(block: Block, name: string, { checker, context }: TableDocument): string {
  const unit = checker.unitOf(block);
  return `${unit ? squeeze(nameOfBlock(unit, context.vocabulary)) : ''}\n${squeeze(name)}`;
}

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}
