import type { Bilingual } from '../../profile/profile.ts';
import { ConversionError } from '../conversionError.ts';

/** What people are told of a file that is not read. */
const MESSAGES = {
  damaged: {
    zh: '文件已损坏或不完整，无法读取。请用 Excel、Word 或 WPS 打开并另存后再试。',
    en: 'the file is damaged or incomplete. Open it in Excel, Word or WPS, save it anew and try again.',
  },
  empty: { zh: '文件是空的。', en: 'the file is empty.' },
  encrypted: {
    zh: '文件设有密码或已加密，无法读取。请打开后取消密码，另存再试。',
    en: 'the file is protected by a password. Open it, take the password off, save it and try again.',
  },
  oldExcel: {
    zh: '这是旧格式的 Excel(或 WPS 表格)文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。',
    en: 'this is a workbook in an old format. Open it in Excel or WPS, save it as .xlsx and try again.',
  },
  oldWord: {
    zh: '这是旧格式的 Word(或 WPS 文字)文件。请用 Word 或 WPS 打开，另存为 .docx 后再试。',
    en: 'this is a document in an old format. Open it in Word or WPS, save it as .docx and try again.',
  },
  oldOffice: {
    zh: '这是旧格式的 Office 文件。请打开后另存为 .xlsx 或 .docx 再试。',
    en: 'this is a file of an old Office format. Open it, save it as .xlsx or .docx and try again.',
  },
  openDocument: {
    zh: '不读取 OpenDocument 文件(.ods、.odt)。请打开后另存为 .xlsx 或 .docx 再试。',
    en: 'OpenDocument files (.ods, .odt) are not read. Open it, save it as .xlsx or .docx and try again.',
  },
  binaryWorkbook: {
    zh: '不读取二进制工作簿(.xlsb)。请用 Excel 打开，另存为 .xlsx 后再试。',
    en: 'binary workbooks (.xlsb) are not read. Open it in Excel, save it as .xlsx and try again.',
  },
  otherZip: {
    zh: '这个压缩文件不是 Excel 或 Word 文件。请先解压，再选其中的表格文件。',
    en: 'this zip file is neither a workbook nor a document. Unpack it and choose the file with the table.',
  },
  otherXml: {
    zh: '不读取这种 XML 文件。请用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx 后再试。',
    en: 'XML files of this kind are not read. Open it in Excel, Word or WPS, save it as .xlsx or .docx and try again.',
  },
  webArchive: {
    zh: '不读取单个文件网页(.mht)。请打开后另存为 .xlsx、.docx 或 .html 再试。',
    en: 'web archives (.mht) are not read. Open it, save it as .xlsx, .docx or .html and try again.',
  },
  picture: {
    zh: '这是图片，其中没有文字可读。请用文字识别软件转为 Excel 或 Word 文件后再试。',
    en: 'this is a picture without any text to read. Turn it into a workbook or document by text recognition first.',
  },
  notText: {
    zh: '认不出这是什么文件。可以读取 .xlsx、.docx、.html、.csv、.tsv、.md、.txt 和带文字的 .pdf。',
    en: 'the file is of no known kind. What is read: .xlsx, .docx, .html, .csv, .tsv, .md, .txt and .pdf with text.',
  },
  scan: {
    zh: '这个 PDF 是扫描件，没有文字可读。请用文字识别软件转为 Excel 或 Word 文件后再试。',
    en: 'this PDF is a scan without any text to read. Turn it into a workbook or document by text recognition first.',
  },
  meaningless: {
    zh: '这个 PDF 的字体没有说明各是什么字，文字无法读取。请用 Word 或 WPS 打开 PDF，另存为 .docx 后再试。',
    en: 'the fonts of this PDF do not say what their signs mean, so its text cannot be read. Open it in Word or WPS, save it as .docx and try again.',
  },
  tooLarge: {
    zh: '文件太大，无法读取。请把表格分成几个文件，或只留下需要的工作表。',
    en: 'the file is too large. Part the table into several files, or leave only the sheets that are needed.',
  },
  bomb: {
    zh: '文件展开后大得异常，为安全起见没有读取。请用 Excel 或 Word 打开核对，另存后再试。',
    en: 'the file unfolds to an unusual size and was not read, to be safe. Look at it in Excel or Word and save it anew.',
  },
  tooDeep: {
    zh: '文件内容嵌套太深，无法读取。请打开后把表格复制到新文件再试。',
    en: 'things lie in one another too deep in the file. Copy the table into a new file and try again.',
  },
  entities: {
    zh: '文件含有不应有的文档类型声明，为安全起见没有读取。请用 Excel 或 Word 打开核对，另存后再试。',
    en: 'the file has a document type declaration, as it should not, and was not read. Look at it in Excel or Word and save it anew.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function cannotRead(why: keyof typeof MESSAGES, cause?: unknown): ConversionError {
  return new ConversionError(MESSAGES[why], cause);
}
