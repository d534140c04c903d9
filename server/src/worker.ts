/** The language server in a worker of a browser, whose first message says where the files of the extension are. */
import { setAssets } from './assets.ts';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = async ({ data }: MessageEvent<string>) => {
  setAssets(data);
  const { serveWorker } = await import('./serveWorker.ts');
  serveWorker(self, data);
};
