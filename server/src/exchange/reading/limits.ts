/**
 * How much of a file is read. Far above what tables of a budget hold, and low enough that a file made to do harm costs
 * seconds and not the machine: what goes beyond ends in a message.
 */

const MB = 1024 * 1024;

/** Bytes of a file, and of one that is text all over. */
export const MAX_FILE_BYTES = 64 * MB;
export const MAX_TEXT_BYTES = 32 * MB;

/** Parts that a zip file may hold, pictures among them. */
export const MAX_ZIP_ENTRIES = 10_000;
/** Bytes that all parts that are read may inflate to. */
export const MAX_INFLATED_BYTES = 192 * MB;
/** So many times its size a part may inflate to once it is large; tables reach 30, bombs a thousand. */
export const MAX_RATIO = 120;
export const RATIO_FREE_BYTES = 8 * MB;

/** Elements that may lie in one another. */
export const MAX_DEPTH = 1000;

export const MAX_GRIDS = 1000;
export const MAX_ROWS = 200_000;
export const MAX_CELLS = 1_000_000;
/** Places of cells, empty ones among them. */
export const MAX_SLOTS = 4_000_000;
/** Characters of all cells; a text that stands in many cells counts each time. */
export const MAX_TEXT = 48 * MB;
export const MAX_MERGES = 200_000;

/** The last row and column that a sheet has; nothing else goes beyond. */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;
/** Places of a grid that cells of an HTML table may cover. */
export const MAX_COVERED = 8_000_000;

/** Pages of a PDF; what its streams may inflate to, all and one that is no font. */
export const MAX_PAGES = 2000;
export const MAX_PDF_BYTES = 96 * MB;
export const MAX_PDF_STREAM_BYTES = 4 * MB;
/** Steps that drawing all pages takes. */
export const MAX_OPERATORS = 2_000_000;
/** Pieces of text of a page, and tables. */
export const MAX_PAGE_TEXTS = 100_000;
export const MAX_LATTICES = 2000;
/** Lines that a page draws. */
export const MAX_RULES = 50_000;
