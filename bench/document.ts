import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../scripts/lib/paths.mjs';
import type { Contest, Measure } from './contest/contest.ts';
import type { CommandLineSection } from './parts/commandLine.ts';
import type { EditSection } from './parts/edit.ts';
import type { InProcessSection } from './parts/inProcess.ts';
import type { MemorySection } from './parts/memory.ts';
import type { ServersSection } from './parts/servers.ts';
import type { SizeSection } from './parts/size.ts';
import { goalOf, isMet, RATIOS, ratios } from './ratios.ts';
import { readSection } from './results.ts';

/** Writes the figures of `results.json` into docs/speed.md, between its two marks; the words around them are people's. */

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';
const DOCUMENT = inRoot('docs/speed.md');

type Cell = string | number | undefined;

export function writeDocument(): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`${DOCUMENT} has no marks for figures`);
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${figures()}\n${END}${after}`);
}

function figures(): string {
  const servers = readSection<ServersSection>('servers') ?? {};
  const measured = readSection<{
    on: string;
    processor: string;
    cores: number;
    node: string;
    noise: { usual: number };
  }>('measured');
  return [
    measured &&
      `Measured on ${measured.on}: ${measured.processor}, ${measured.cores} cores, Node ${measured.node}; noise ${shown(measured.noise.usual)}.\n`,
    section('The goals', goals()),
    section('Edit to findings at typing pace, ms', bySize(servers, 'typing')),
    section('A whole project put in or taken out, ms', bySize(servers, 'project')),
    section('Opening a table in a server that runs, to its findings, ms', bySize(servers, 'open')),
    section('Start of the process to findings, ms', bySize(servers, 'start')),
    section('What is asked at 10,000 projects, ms', requests(servers[10_000] ?? {})),
    section('Memory of the process, MB', memory()),
    section('In process, 10,000 projects', readers()),
    section('Edits in process, µs', edits()),
    section('At the command line, 10,000 projects', commandLine()),
    section('What the house costs', house()),
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}

const section = (title: string, table: string | undefined) => table && `### ${title}\n\n${table}`;

function shown(value: Cell): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (typeof value === 'string') return value;
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

function markdown(head: readonly string[], rows: readonly (readonly Cell[])[]): string | undefined {
  if (rows.length === 0) return undefined;
  const line = (cells: readonly Cell[]) => `| ${cells.map(shown).join(' | ')} |\n`;
  return line(head) + line(head.map((_, i) => (i === 0 ? '---' : '--:'))) + rows.map(line).join('');
}

function goals(): string | undefined {
  const values = ratios();
  const rows = Object.entries(RATIOS).map(([name, ratio]) => {
    const value = values[name] ?? undefined;
    const met = value === undefined ? 'not measured' : isMet(ratio, value) ? 'yes' : '**no**';
    return [`\`${name}\``, ratio.means, value, goalOf(ratio), met];
  });
  return markdown(['', 'what', 'value', 'goal', 'met'], rows);
}

const OTHERS = ['json', 'yaml', 'beancount'] as const;
const SERVERS_HEAD = [
  'empty server',
  'jxmb',
  '÷ empty',
  '÷ empty, IPC',
  'JSON',
  '÷ jxmb',
  'YAML',
  '÷ jxmb',
  'beancount',
  '÷ jxmb',
];

function cellsOf(contests: Readonly<Record<string, Contest>>, measure: Measure): Cell[] {
  const rowIn = (contest: string, server: string) => contests[contest]?.measures[measure]?.rows[server];
  const ours = rowIn('jxmb', 'jxmb');
  return [
    rowIn('jxmb', 'floor')?.median,
    ours?.median,
    ours?.ratio,
    rowIn('ipc', 'jxmbIpc')?.ratio,
    ...OTHERS.flatMap((name) => {
      const row = rowIn(name, name);
      const givenUp = contests[name]?.givenUp;
      const why = givenUp?.at === measure ? (givenUp.hasEnded ? 'ended' : 'over a minute') : undefined;
      return [why ?? row?.median, row?.ratioToSecond];
    }),
  ];
}

function bySize(servers: ServersSection, measure: Measure): string | undefined {
  const rows = Object.entries(servers).map(([size, contests]) => [Number(size), ...cellsOf(contests, measure)]);
  return markdown(['projects', ...SERVERS_HEAD], rows);
}

function requests(contests: Readonly<Record<string, Contest>>): string | undefined {
  if (!contests.jxmb) return undefined;
  const measures: readonly Measure[] = ['completionShort', 'completionLong', 'hover', 'outline', 'format'];
  const names = ['completion, a few', 'completion, many', 'hover', 'outline', 'format'];
  return markdown(
    ['', ...SERVERS_HEAD],
    measures.map((measure, i) => [names[i], ...cellsOf(contests, measure)]),
  );
}

function memory(): string | undefined {
  const sizes = Object.entries(readSection<MemorySection>('memory') ?? {});
  const names = ['floor', 'jxmb', ...OTHERS];
  const rows = sizes.map(([size, own]) => {
    const growth = own.jxmb && `${((own.jxmb.growth - 1) * 100).toFixed(1)}%`;
    return [Number(size), ...names.map((name) => own[name]?.opened.resident), own.jxmb?.opened.heap, growth];
  });
  const ours = ['jxmb: what is alive', 'more after 1,000 edits than after 10'];
  return markdown(['projects', 'empty server', 'jxmb', 'JSON', 'YAML', 'beancount', ...ours], rows);
}

function readers(): string | undefined {
  const rows = Object.values(readSection<InProcessSection>('inProcess')?.[10_000] ?? {}).map((row) => [
    row.title,
    row.read.median,
    row.megabytesPerSecond,
    row.read.ratio,
    row.edit?.median,
    row.held?.heapPerByte,
    row.held?.residentPerByte,
  ]);
  const held = ['objects kept, bytes a byte', 'memory kept, bytes a byte'];
  return markdown(['', 'whole text, ms', 'MB/s', '÷ jxmb', 'one character, ms', ...held], rows);
}

function edits(): string | undefined {
  const edit = readSection<EditSection>('edit');
  const rows = Object.keys(edit?.table ?? {}).map((size) => {
    const { reader, table, project, counts } = edit as EditSection;
    const { blocks, characters } = counts[size] as EditSection['counts'][string];
    const times = [reader, table, project].map((times) => times[size]?.median);
    return [Number(size), ...times, table[size]?.ratioToLeast, blocks, characters];
  });
  const counted = ['blocks read again', 'characters read again'];
  return markdown(
    ['projects', 'a character: blocks and trees', 'with findings', 'a whole project', '÷ smallest', ...counted],
    rows,
  );
}

function commandLine(): string | undefined {
  const rows = Object.entries(readSection<CommandLineSection>('commandLine')?.sizes[10_000]?.rows ?? {});
  const names: Readonly<Record<string, string>> = {
    node: 'bare Node',
    jxmb: '`jxmb check`',
    beanCheck: '`bean-check`',
    hledger: '`hledger check`',
  };
  return markdown(
    ['', 'ms', '÷ bare Node'],
    rows.map(([name, { median, ratio }]) => [names[name], median, ratio]),
  );
}

function house(): string | undefined {
  const size = readSection<SizeSection>('size');
  if (!size) return undefined;
  const inKB = (bytes: number) => bytes / 1000;
  return markdown(
    ['', ''],
    [
      ...Object.entries(size.start).map(([what, { bytes }]) => [`read at the start, ${what}, kB`, inKB(bytes)]),
      ['packed, kB', inKB(size.packed.all)],
      ['packed without what reads and writes files of other programs, kB', inKB(size.packed.withoutConverters)],
      ['activation in VS Code, ms', size.activation.median],
      ['memory of the server with a small table, MB', size.server.resident / 1e6],
    ],
  );
}
