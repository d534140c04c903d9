/** What an editor shows of a table beside its text and its findings, as soon as it is open. */
export { codeLenses } from './codeLenses.ts';
export { documentLinks } from './documentLinks.ts';
export { documentSymbols } from './documentSymbols.ts';
export { foldingRanges } from './foldingRanges.ts';
export { inlayHints } from './inlayHints.ts';
export { semanticTokens, tokenPieces } from './semanticTokens.ts';
