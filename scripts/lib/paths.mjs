import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Whatever is downloaded or made on the way; git ignores it, deleting it costs a download. */
export const cache = path.join(root, '.cache');

export const inRoot = (...parts) => path.join(root, ...parts);

/** A path as a person in the project's folder would write it. */
export const shown = (file) => path.relative(root, file) || '.';
