import { html } from '../../render/html.ts';
import type { ViewId } from '../../render/view.ts';
import { views } from '../../render/views.ts';
import type { Finding, Language } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { PerBlock } from '../perBlock.ts';

const written = new Map<ViewId, PerBlock<string>>();
const NOTHING: readonly Finding[] = [];

/** The markup of a block's row; written anew where the block, what is found in it, or what else it shows is other. */
export function rowMarkup(block: Block, table: TableDocument, id: ViewId, language: Language): string {
  const findings = table.checker.findingsByBlock().get(block) ?? NOTHING;
  const view = views[id];
  const { vocabulary, moneyUnit } = table.context;
  const found = findings.map((finding) => `${finding.span.start} ${finding.severity} ${finding.rule.id}`).join();
  const given = [vocabulary, moneyUnit, language, found, ...(view.given?.({ block, table }) ?? [])];
  const kept = written.get(id) ?? new PerBlock();
  written.set(id, kept);
  return kept.get(block, given, () => {
    const row = view.row({ block, table, row: table.row(block), findings, language, isAlone: false });
    return row ? row.markup : html`<tr></tr>`.markup;
  });
}
