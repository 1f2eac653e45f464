/**
 * PDF read by pdf.js in a worker of its own. Scripts in a document are not run: their interpreter is not even part of
 * the program. Links lead nowhere, because only pictures of pages are made. Nothing is fetched: what a document may
 * need besides itself (fonts that it does not bring, decoders) is part of the program and handed over by this window.
 */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, PDFWorker } from 'pdfjs-dist';
import Worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

export type PdfPage = PDFPageProxy;

export interface PdfDocument {
  readonly pages: number;
  page(number: number): Promise<PdfPage>;
  /** Ends the worker, and with it whatever a document keeps it busy with. */
  close(): void;
}

type Data = Readonly<Record<string, () => Promise<string>>>;
const modules = '../../../../../node_modules/pdfjs-dist';

const fonts: Data = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&inline',
  import: 'default',
});
const decoders: Data = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm', {
  query: '?url&inline',
  import: 'default',
});
const characterMaps: Data = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
});

const folders: Readonly<Record<string, readonly [Data, string]>> = {
  standardFontDataUrl: [fonts, 'standard_fonts'],
  wasmUrl: [decoders, 'wasm'],
  cMapUrl: [characterMaps, 'cmaps'],
};

/** Answers what the worker asks for, out of the program itself. */
class ProgramData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const [data, folder] = folders[kind] ?? [{}, ''];
    const load = data[`${modules}/${folder}/${filename}`];
    if (load === undefined) throw new Error('not part of the program');
    const address = await load();
    return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
  }
}

/** Larger pictures in a document are left out of its pages. */
const mostPoints = 100e6;

/** Opens a document, or throws what pdf.js says of it. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const thread = new Worker();
  const close = () => thread.terminate();
  try {
    const opened = await open(bytes, thread);
    return { pages: opened.numPages, page: (number) => opened.getPage(number), close };
  } catch (cause) {
    close();
    throw cause;
  }
}

/** A thread that does not even start would leave whoever waits for it waiting. */
function open(bytes: Uint8Array, thread: globalThis.Worker): Promise<PDFDocumentProxy> {
  const broken = new Promise<never>((_resolve, reject) => {
    thread.addEventListener('error', () => reject(new Error('the thread that reads PDF broke')));
  });
  const task = getDocument({
    // pdf.js takes the bytes over; the view may be opened on them again.
    data: bytes.slice(),
    worker: PDFWorker.create({ port: thread }),
    BinaryDataFactory: ProgramData,
    useWorkerFetch: false,
    // Documents name the fonts of Windows, Cyrillic ones above all; elsewhere our own stand in for them.
    useSystemFonts: navigator.userAgent.includes('Windows'),
    maxImageSize: mostPoints,
    verbosity: 0,
  });
  return Promise.race([task.promise, broken]);
}
