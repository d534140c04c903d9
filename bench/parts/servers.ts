import { contentOf } from '../contents/languages.ts';
import { type Contest, holdContest } from '../contest/contest.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { prepareServers } from '../servers/prepare.ts';
import { peersOf, type Server, servers } from '../servers/servers.ts';

/**
 * Language servers side by side, each in a process of its own: ours as it is shipped, the empty server, and one more at a
 * time, all alive and asked in turn, at each size.
 *
 *     node bench/parts/servers.ts [--quick] [--sizes 10,100] [--beside json,yaml]
 */
const { quick, sizes, peers } = optionsOf();
const { floor, jxmb, floorIpc, jxmbIpc } = servers;
const fields: Readonly<Record<string, readonly Server[]>> = {
  ...(!quick && { jxmb: [floor, jxmb], ipc: [floorIpc, jxmbIpc] }),
  ...Object.fromEntries(peersOf(peers).map((peer) => [peer.name, [floor, jxmb, peer]])),
};

await prepareServers();
/** Sizes, then who took part. */
export type ServersSection = Readonly<Record<string, Readonly<Record<string, Contest>>>>;

const section: Record<string, Record<string, Contest>> = {};
for (const size of sizes) {
  const own: Record<string, Contest> = {};
  section[size] = own;
  for (const [name, field] of Object.entries(fields)) {
    const start = performance.now();
    own[name] = await holdContest(field, (language) => contentOf(language, size), quick);
    console.log(`  ${size} ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    writeSection('servers', section satisfies ServersSection);
  }
}
