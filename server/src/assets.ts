/**
 * Where the files of the extension are, for workers of a browser: these run from blobs and do not know. Bundles that are
 * loaded when they are used find it there (`scripts/build/own-bundles.mjs`).
 */
export function setAssets(address: string): void {
  (globalThis as { jxmbAssets?: string }).jxmbAssets = address;
}
