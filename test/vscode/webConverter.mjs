// Files of other programs in a browser: the worker that reads them, asked as the server asks it.
import { readFile } from 'node:fs/promises';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { pdfWithoutFont } from '../exchange/reading/pdfWithoutFont.ts';

const fixture = async (name) => (await readFile(inRoot('test/exchange/reading/fixtures', name))).toString('base64');

export const files = async () => ({
  'list.xlsx': await fixture('list.xlsx'),
  'form.docx': await fixture('form.docx'),
  'form.pdf': await fixture('form.pdf'),
  'font.pdf': Buffer.from(pdfWithoutFont('示范市科技局项目支出绩效目标表')).toString('base64'),
});

/** The answers of the worker to each file, in the page. */
export function readInWorker(page, assets, files) {
  return page.evaluate(
    async ([assets, files]) => {
      const script = new Blob([`importScripts('${assets}web-converter.js')`]);
      const worker = new Worker(URL.createObjectURL(script));
      const { port1: port, port2 } = new MessageChannel();
      worker.postMessage(assets, [port2]);
      const answers = {};
      for (const [name, base64] of Object.entries(files)) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        answers[name] = await new Promise((resolve, reject) => {
          port.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
          port.postMessage({ read: { name, bytes } });
        });
      }
      worker.terminate();
      return answers;
    },
    [assets, files],
  );
}
