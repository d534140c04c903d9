/** What a table can be exported as. */
export const EXPORT_FORMATS = ['xlsx', 'docx', 'html', 'csv', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The ending of a format's files. */
export const EXPORT_ENDINGS: Readonly<Record<ExportFormat, string>> = {
  xlsx: '.xlsx',
  docx: '.docx',
  html: '.html',
  csv: '.csv',
  markdown: '.md',
  json: '.jxmb.json',
};

/** How a table is laid out: a row a project as it is published, or a row an indicator; `both` where a file has sheets. */
export const EXPORT_LAYOUTS = ['published', 'structured', 'both'] as const;
export type ExportLayout = (typeof EXPORT_LAYOUTS)[number];
