/** What the sheet of a table's comments says of itself, by which it is known again. */
export const COMMENT_SHEET = '注释';
export const ABOVE_COMMENTS = '注释(编辑时的说明,不属于报送内容,可以删去本页)';
/**
 * Its columns: the row, counted from 1, the unit that it belongs to and its name; before which label, which line of that;
 * the text.
 */
export const COMMENT_COLUMNS = ['行', '资金使用单位', '所在行', '在此栏之前', '第几条', COMMENT_SHEET] as const;
/** The row of comments that stand before all rows. */
export const HEAD_ROW = 0;
