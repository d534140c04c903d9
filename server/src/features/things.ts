/** What is asked about the thing at a place, or about things by their names. */
export { definition } from './definition.ts';
export { documentHighlights } from './documentHighlights.ts';
export { findSymbols } from './findSymbols.ts';
export { profilePage } from './profilePage.ts';
export { references } from './references.ts';
export { prepareRename, rename } from './rename.ts';
export { renameFiles } from './renameFiles.ts';
export { selectionRanges } from './selectionRanges.ts';
export { workspaceSymbols } from './workspaceSymbols.ts';
