/** What a file is: told by how it begins, and only then by its name. */
export type FileKind = 'zip' | 'pdf' | 'ole' | 'picture' | 'html' | 'xml' | 'webArchive' | 'text';

/** How files begin that are not text. */
const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
];
/** A PDF may have something before it. */
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PDF_WITHIN = 1024;

/** Undefined where the bytes have to be read as text to be known. */
export function kindOfBytes(bytes: Uint8Array): FileKind | undefined {
  const begins = (at: number, magic: readonly number[]) => magic.every((byte, i) => bytes[at + i] === byte);
  for (const [kind, magic] of MAGIC) if (begins(0, magic)) return kind;
  for (let at = 0; at < PDF_WITHIN && at < bytes.length; at++) if (begins(at, PDF)) return 'pdf';
  return undefined;
}

const LOOKED_AT = 64 * 1024;

export function kindOfText(text: string, name: string): FileKind {
  const start = text.slice(0, LOOKED_AT).trimStart();
  if (/^MIME-Version:/i.test(start)) return 'webArchive';
  const isMarkup = /^(?:<|Version:\d)/.test(start);
  if (isMarkup && /<(?:html|body|table|!doctype html|meta|div|p|span)[\s>]/i.test(start)) return 'html';
  if (/^<\?xml/.test(start)) return 'xml';
  return /\.x?html?$/i.test(name) && start.includes('<') ? 'html' : 'text';
}
