import { readXmlPart } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { builtInFormat, GENERAL, type NumberFormat, readFormat } from './format.ts';

/** The number formats of a workbook, by the numbers that cells have for their style. */
export type Styles = readonly (readonly NumberFormat[])[];

export function readStyles(zip: Zip, part: string): Styles {
  const codes = new Map<string, string>();
  const known = new Map<string, readonly NumberFormat[]>();
  const styles: (readonly NumberFormat[])[] = [];
  let isInCells = false;
  const formatOf = (id: string) => {
    const code = codes.get(id) ?? builtInFormat(Number(id));
    return code === undefined ? [GENERAL] : readFormat(code);
  };
  readXmlPart(zip, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(numFmtId, formatCode);
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      let format = known.get(numFmtId);
      if (!format) {
        format = formatOf(numFmtId);
        known.set(numFmtId, format);
      }
      styles.push(format);
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}
