export { type Imported, type ImportOptions, importGrids } from './importing/importGrids.ts';
export { type PastePlace, pasteText } from './importing/paste.ts';
export { recognise } from './importing/recognise.ts';
export { LAYOUT_NAMES, type LayoutId, type Recognised } from './importing/recognised.ts';
