declare const self: WorkerGlobalScope & { require?: unknown; module?: { exports: unknown } };

/**
 * Where the files of the extension are, for workers of a browser: these run from blobs and do not know. From then on
 * bundles read each other by `require`, as they do in Node (`scripts/build/own-bundles.mjs`).
 */
export function setAssets(address: string): void {
  const loaded = new Map<string, unknown>();
  self.require = (name: string): unknown => {
    if (!loaded.has(name)) {
      const module = { exports: {} };
      self.module = module;
      importScripts(new URL(name, address).href);
      loaded.set(name, module.exports);
    }
    return loaded.get(name);
  };
}
