import { BrowserWindow, type Session } from 'electron';
import type { PrintDocuments } from '../boot/app-protocol.ts';
import type { PrintedPages } from '../ipc/printed-pages.ts';
import { safePreferences } from './main-window.ts';

/** Prints complete documents to A4, one after the other, in a hidden window that ends with the page. */
export function createPagePrinter(
  session: Session,
  documents: PrintDocuments,
): (html: string) => Promise<PrintedPages> {
  let queue: Promise<unknown> = Promise.resolve();
  return (html) => {
    const printed = queue.then(() => printOnce(session, documents.offer(html)));
    queue = printed.catch(() => undefined);
    return printed;
  };
}

async function printOnce(session: Session, address: string): Promise<PrintedPages> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...safePreferences(session), javascript: false },
  });
  try {
    await window.loadURL(address);
    // Margins, headers and page numbers come from the document's own @page rules.
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return { pdf, pages: countPages(pdf) };
  } finally {
    window.destroy();
  }
}

// Chromium writes page objects uncompressed, one `/Type /Page` each; `/Type /Pages` is the tree above them.
const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
