import { type Content, DIGIT, withDigit } from '../contents/content.ts';
import { contentOf } from '../contents/languages.ts';
import type { Memory } from '../driver/memory.ts';
import { Ended, Peer } from '../driver/peer.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { medianOf } from '../sampling/statistics.ts';
import { prepareServers } from '../servers/prepare.ts';
import { peersOf, type Server, servers } from '../servers/servers.ts';

/**
 * What each server holds in memory: with a table open, after ten edits, and after a thousand (fewer of those that take too
 * long). Digits are typed and taken out again, all over the table.
 *
 *     node bench/parts/memory.ts [--quick] [--sizes 10,100]
 */
const { quick, sizes, peers } = optionsOf();
const FEW = 10;
const MANY = 1_000;
/** So long edits are made at most, in ms. */
const MOST_MS = quick ? 2_000 : 15_000;
/** Processes of a server whose memory is compared; of the others one will do. */
const PROCESSES = quick ? 1 : 3;

interface Held {
  /** In MB: what is alive, and what the operating system counts, after a collection and before. */
  readonly heap: number;
  readonly resident: number;
  readonly residentBefore: number;
}

export interface MemoryRow {
  readonly opened: Held;
  readonly afterFew: Held;
  readonly afterMany: Held;
  /** How many edits the last had. */
  readonly edits: number;
  /** How much more is alive after many edits than after few. */
  readonly growth: number;
}

/** Sizes, then servers. */
export type MemorySection = Readonly<Record<string, Readonly<Record<string, MemoryRow>>>>;

const inMegabytes = ({ heap, resident, residentBefore }: Memory): Held => ({
  heap: heap / 1e6,
  resident: resident / 1e6,
  residentBefore: residentBefore / 1e6,
});

async function memoryIn(server: Server, content: Content): Promise<MemoryRow> {
  const peer = new Peer(server, ['--inspect=0']);
  const end = performance.now() + MOST_MS;
  let edits = 0;
  /** Goes on until there are so many edits; an even number in any case. */
  const editUntil = async (count: number) => {
    while (edits < count && performance.now() < end) {
      const at = content.digits[(edits >> 1) % content.digits.length] as (typeof content.digits)[number];
      await peer.insert(at, DIGIT);
      await peer.findings('some');
      await peer.remove(at, DIGIT);
      await peer.findings('none');
      edits += 2;
    }
  };
  await peer.initialize();
  await peer.open(content, withDigit(content));
  await peer.findings('some');
  const opened = inMegabytes(await peer.memory());
  await peer.remove(content.places.digit, DIGIT);
  await peer.findings('none');
  await editUntil(FEW);
  const afterFew = inMegabytes(await peer.memory());
  await editUntil(MANY);
  const afterMany = inMegabytes(await peer.memory());
  await peer.end();
  return { opened, afterFew, afterMany, edits, growth: afterMany.heap / afterFew.heap };
}

/** Of several processes the one in the middle. */
async function medianMemory(server: Server, content: Content, processes: number): Promise<MemoryRow> {
  const rows: MemoryRow[] = [];
  for (let i = 0; i < processes; i++) rows.push(await memoryIn(server, content));
  const middle = medianOf(rows.map(({ opened }) => opened.resident));
  return rows.find(({ opened }) => opened.resident === middle) ?? (rows[0] as MemoryRow);
}

const compared: readonly Server[] = [servers.floor, servers.jxmb];
await prepareServers();
const section: Record<string, Record<string, MemoryRow>> = {};
for (const size of sizes) {
  const own: Record<string, MemoryRow> = {};
  section[size] = own;
  for (const server of [...compared, ...peersOf(peers)]) {
    const isCompared = compared.includes(server);
    try {
      own[server.name] = await medianMemory(server, contentOf(server.language, size), isCompared ? PROCESSES : 1);
    } catch (error) {
      if (isCompared || !(error instanceof Ended)) throw error;
      console.log(`  ${size}: ${error.message}`);
    }
  }
  console.log(
    `  ${size}: ${Object.entries(own)
      .map(([name, row]) => `${name} ${row.opened.resident.toFixed(0)} MB`)
      .join(', ')}`,
  );
  writeSection('memory', section satisfies MemorySection);
}
