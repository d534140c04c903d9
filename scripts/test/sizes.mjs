import { readFile } from 'node:fs/promises';
import { bundleSizes, modulesIn, readMeta, START } from '../build/sizes.mjs';
import { inRoot } from '../lib/paths.mjs';
import { Told, text } from '../lib/say.mjs';
import { startUp } from './start-up.mjs';

/** By so much what is built may exceed what is recorded. */
const GROWTH = 1.1;
/** And by so much in any case, in bytes: the smallest bundles change by a line. */
const SLACK = 1000;

/** What the house costs may not grow unseen: sizes of bundles, and what is loaded at the start, beside those recorded. */
export async function checkSizes() {
  const { size } = JSON.parse(await readFile(inRoot('bench/results.json'), 'utf8'));
  const meta = await readMeta();
  const problems = [
    ...grownBundles(await bundleSizes(meta), size.bundles),
    ...grownStarts(meta, size.start),
    ...loadedTooEarly(await startUp()),
  ];
  if (problems.length === 0) return;
  const record = text(
    '确实需要时,用 npm run bench -- --size 记录新的数字。',
    'Where it has to be so, npm run bench -- --size records the new figures.',
  );
  throw new Told([...problems, record].join('\n'));
}

/** Bundles that exceed what is recorded of them, or of which nothing is. */
export function grownBundles(sizes, recorded) {
  return Object.entries(sizes).flatMap(([name, bytes]) => {
    const before = recorded[name];
    if (before === undefined) {
      return text(`dist/${name}(${bytes} 字节)没有记录。`, `dist/${name} (${bytes} bytes) is not recorded.`);
    }
    if (bytes <= Math.max(before * GROWTH, before + SLACK)) return [];
    return text(
      `dist/${name} 从记录的 ${before} 字节增加到 ${bytes} 字节,超过 10%。`,
      `dist/${name} has grown from ${before} bytes, as recorded, to ${bytes}: by more than 10%.`,
    );
  });
}

function grownStarts(meta, recorded) {
  return Object.entries(START).flatMap(([what, bundles]) => {
    const modules = modulesIn(meta, bundles);
    const before = recorded[what].modules;
    if (modules <= before * GROWTH) return [];
    const files = bundles.join(', ');
    return text(
      `${files} 启动时读入的模块从记录的 ${before} 个增加到 ${modules} 个,超过 10%。`,
      `${files} load ${modules} modules at the start, more than 10% above the ${before} that are recorded.`,
    );
  });
}

function loadedTooEarly({ files }) {
  const early = files.filter((file) => !START.server.includes(file));
  if (early.length === 0) return [];
  return text(
    `语言服务器在报出第一批问题之前就读入了 ${early.join('、')}。`,
    `The server loads ${early.join(', ')} before it has said what it finds.`,
  );
}
