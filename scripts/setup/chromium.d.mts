/** The path of a Chromium for tests and screenshots; where there is none and it cannot be installed, an error says why. */
export function ensureChromium(): Promise<string>;
