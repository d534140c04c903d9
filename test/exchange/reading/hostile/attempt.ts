/** Reading a file that may be wrong, as the product does, with what it took. */
import { ConversionError } from '../../../../server/src/exchange/conversionError.ts';
import type { NodeConverters } from '../../../../server/src/nodeConverters.ts';
import type { Sample } from './mutate.ts';

export interface Attempt {
  readonly outcome: string;
  readonly milliseconds: number;
  /** What the process reckoned for it, whatever else the machine did. */
  readonly busyMilliseconds: number;
  /** The process's memory at its largest while the file was read, in megabytes. */
  readonly megabytes: number;
  /** Neither tables nor a message: a fault of ours. */
  readonly fault?: unknown;
}

export async function attempt(converters: NodeConverters, sample: Sample): Promise<Attempt> {
  const megabytes = () => process.memoryUsage.rss() / 1024 / 1024;
  let most = megabytes();
  const watch = setInterval(() => {
    most = Math.max(most, megabytes());
  }, 20);
  const start = performance.now();
  const busy = process.cpuUsage();
  let result: Pick<Attempt, 'outcome' | 'fault'>;
  try {
    const grids = await converters.read(sample);
    result = { outcome: `${grids.length} grids` };
  } catch (error) {
    if (error instanceof ConversionError) result = { outcome: error.texts.en };
    else result = { outcome: 'fault', fault: error };
  }
  clearInterval(watch);
  const { user, system } = process.cpuUsage(busy);
  return {
    ...result,
    milliseconds: performance.now() - start,
    busyMilliseconds: (user + system) / 1000,
    megabytes: Math.max(most, megabytes()),
  };
}
