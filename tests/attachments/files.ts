/** Invented documents and pictures, made byte by byte. */
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A picture of one colour; `claimed` is the size that its header names. */
export function png(width: number, height: number, claimed = { width, height }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed.width, 0);
  header.writeUInt32BE(claimed.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x2f)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The head of a JPEG picture: enough to be known as one. */
export const jpegHead = (width: number, height: number): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    ...[0xff, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255],
    ...[3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0],
  ]);

interface PdfPage {
  /** One line of Helvetica. */
  readonly text: string;
  readonly width?: number;
  readonly height?: number;
  /** Further operators of the drawing, entries of its resources and of the page itself. */
  readonly drawing?: string;
  readonly resources?: string;
  readonly more?: string;
}

interface PdfExtras {
  /** Further entries of the root of the document. */
  readonly catalog?: string;
  /** Further objects; the first one has the number 4. */
  readonly objects?: readonly string[];
}

/** A document of pages with one line of text each. */
export function pdf(pages: readonly PdfPage[], { catalog = '', objects: extras = [] }: PdfExtras = {}): Buffer {
  const firstPage = 4 + extras.length;
  const kids = pages.map((_page, at) => `${firstPage + at * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...extras,
    ...pages.flatMap((page, at) => pageObjects(page, firstPage + at * 2 + 1)),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

function pageObjects(page: PdfPage, contents: number): string[] {
  const { text, width = 595, height = 842, drawing = '', resources = '', more = '' } = page;
  const content = `0.9 0.95 1 rg 40 40 ${width - 80} ${height - 80} re f ${drawing}
    0 g BT /F1 28 Tf 60 ${height - 120} Td (${text}) Tj ET`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${contents} 0 R
     /Resources << /Font << /F1 3 0 R >> ${resources} >> ${more} >>`,
    stream(content),
  ];
}

const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** Black, 8 by 8 points, as scanners pack it: a page and a generic region in MMR. */
const jbig2Segments = [
  '00000000 30 00 01 00000013 00000008 00000008 00000000 00000000 00 0000',
  '00000001 26 00 01 00000019 00000008 00000008 00000000 00000000 00 01 26a2fffe002002',
];

/** A scan: a document whose page is a picture in JBIG2, which only the decoder of the program can read. */
export function scannedPdf(): Buffer {
  const bytes = Buffer.from(jbig2Segments.join('').replaceAll(' ', ''), 'hex').toString('latin1');
  const picture = stream(
    bytes,
    '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode',
  );
  const page = {
    text: 'Skanim',
    drawing: 'q 400 0 0 400 100 200 cm /Im1 Do Q',
    resources: '/XObject << /Im1 4 0 R >>',
  };
  return pdf([page], { objects: [picture] });
}

/** A file of this length that begins like a PDF; what follows differs from place to place. */
export function pdfOfLength(length: number): Buffer {
  const file = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) file.writeUInt32LE((at * 2_654_435_761) >>> 0, at);
  file.write('%PDF-1.7\n', 0, 'latin1');
  return file;
}
