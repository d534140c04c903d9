/** Invariant 2 across files: whatever the edits of whichever table, what is found is what a fresh workspace finds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { asked, settings } from '../tables.ts';
import { line as anyLine } from './generated.ts';

const NAMES = ['全局.jxmb', '科协.jxmb', '馆/科学馆.jxmb'];
const uriOf = (name: string) => `file:///预算/${name}`;

/** The tables of a workspace, some open and the others files. */
class Office {
  readonly texts: string[];
  readonly files = new Map<string, { readonly text: string; readonly stamp: number }>();
  readonly workspace = new Workspace({ stamp: (uri) => String(this.files.get(decodeURIComponent(uri))?.stamp) });
  readonly open = new Map<string, TableDocument>();
  readonly shown = new Map<TableDocument, { readonly revision: number; readonly found: unknown }>();
  stamps = 0;

  constructor(texts: readonly string[]) {
    this.texts = [...texts];
    NAMES.forEach((name, i) => {
      this.write(name, this.texts[i] as string);
    });
  }

  write(name: string, text: string | undefined) {
    if (text === undefined) this.files.delete(uriOf(name));
    else this.files.set(uriOf(name), { text, stamp: ++this.stamps });
  }

  show(name: string) {
    const readTable = (uri: string) => this.files.get(decodeURIComponent(uri))?.text;
    const text = this.files.get(uriOf(name))?.text ?? '';
    this.open.set(name, this.workspace.open(uriOf(name), 'jxmb', 0, text, { ...settings, readTable }));
  }

  hide(name: string) {
    this.open.delete(name);
    this.workspace.close(uriOf(name));
  }

  /** What is found in each open table. */
  found() {
    this.workspace.look();
    return [...this.open].map(([name, table]) => [name, diagnostics(table, asked)]);
  }

  /** Who is told that nothing has changed has seen all that is found. */
  keepsWord() {
    this.workspace.look();
    for (const table of this.open.values()) {
      const { revision } = table;
      const now = diagnostics(table, asked);
      const before = this.shown.get(table);
      if (before?.revision === revision) assert.deepEqual(now, before.found);
      this.shown.set(table, { revision, found: now });
    }
  }

  /** The same tables with the same texts, nothing kept. */
  afresh(): Office {
    const other = new Office([]);
    for (const [uri, file] of this.files) other.files.set(uri, file);
    for (const name of NAMES) if (!this.files.has(uriOf(name))) other.files.delete(uriOf(name));
    for (const [name, table] of this.open) {
      other.show(name);
      other.open.get(name)?.edit(0, Number.MAX_SAFE_INTEGER, table.getText());
    }
    return other;
  }
}

const line = fc.oneof(
  { weight: 5, arbitrary: anyLine },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...NAMES.map((name) => `引用: ${name}`), '引用: 科学馆.jxmb', '引用: 没有.jxmb'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('资金使用单位: 科协', '资金使用单位: 科学馆', '项目名称: 设备购置', '部门名称: 局'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('绩效目标: 举办科普活动二十场,让更多居民了解科学。', '<<<<<<< 甲', '>>>>>>> 乙', ''),
  },
);
const lines = (most: number) => fc.array(line, { maxLength: most }).map((all) => all.map((one) => `${one}\n`).join(''));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const name = fc.constantFrom(...NAMES);

type Step = (office: Office) => void;
const edit = fc.tuple(name, share, fc.nat(20), fc.oneof(lines(2), fc.constantFrom('', '1', '甲', ': '))).map(
  ([which, at, length, text]): Step =>
    (office: Office) => {
      const table = office.open.get(which);
      const whole = table?.getText().length ?? 0;
      const start = Math.round(at * whole);
      table?.edit(start, Math.min(whole, start + length), text);
    },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: edit },
  {
    weight: 1,
    arbitrary: name.map(
      (which): Step =>
        (office) =>
          office.show(which),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (which): Step =>
        (office) =>
          office.hide(which),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(name, lines(8)).map(
      ([which, text]): Step =>
        (office) =>
          office.write(which, text),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (which): Step =>
        (office) =>
          office.write(which, undefined),
    ),
  },
);

test('after any edits of tables that take in each other', () =>
  fc.assert(
    fc.property(
      fc.tuple(lines(14), lines(14), lines(10)),
      fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 10 }),
      (texts, steps) => {
        const office = new Office(
          texts.map((text, i) => (i === 0 ? `合计\n总计: 30\n引用: 科协.jxmb\n${text}` : text)),
        );
        office.show(NAMES[0] as string);
        office.show(NAMES[1] as string);
        for (const [change, look] of steps) {
          change(office);
          if (look) office.keepsWord();
          if (look) assert.deepEqual(office.found(), office.afresh().found());
        }
        assert.deepEqual(office.found(), office.afresh().found());
      },
    ),
    { numRuns: 500 },
  ));
