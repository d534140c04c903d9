import { Told, text } from '../lib/say.mjs';

/** Libraries that read and write files of other programs. */
const EXCHANGE = /node_modules\/(docx|exceljs|fflate|htmlparser2|papaparse|pdfjs-dist)\//;

/** What is read when it is first needed, data of megabytes and libraries; in a bundle that is loaded at the start it would slow it. */
const isLarge = (file) => file.endsWith('.indicators.json') || EXCHANGE.test(file);

export function keepStartUpSmall(output, inputs) {
  const included = inputs.filter(isLarge);
  if (included.length === 0) return;
  const files = included.join(', ');
  throw new Told(
    text(
      `dist/${output} 一启动就会读入 ${files};请用动态 import() 在需要时读取。`,
      `dist/${output} would load ${files} at the start; import it dynamically where it is needed.`,
    ),
  );
}
