/** Files that belong to a record: which kinds there are, how a kind is known by its content, and how large it may be. */

export const attachmentKinds = ['pdf', 'jpeg', 'png'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** 25 MB as the file manager of Windows counts: there people look up the size of a file. */
export const largestAttachment = 25 * 1024 * 1024;

/** Content is kept in parts of this length; only the last one is shorter. */
export const attachmentPartLength = 512 * 1024;

export const attachmentParts = (bytes: number): number => Math.ceil(bytes / attachmentPartLength);

/** How files of a kind begin. */
const beginnings: Readonly<Record<AttachmentKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** So many bytes tell the kind. */
export const attachmentBeginning = 8;

/** What a file is by how it begins, whatever its name ends in; null where it is none of the three. */
export const attachmentKindOf = (bytes: Uint8Array): AttachmentKind | null =>
  attachmentKinds.find((kind) => beginnings[kind].every((byte, at) => bytes[at] === byte)) ?? null;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height that a picture claims, read without decoding it; null where it does not say. */
export function pictureSize(kind: Exclude<AttachmentKind, 'pdf'>, bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kind === 'png' ? pngSize(view) : jpegSize(view);
}

const headerChunk = 0x49_48_44_52;

function pngSize(view: DataView): PictureSize | null {
  if (view.byteLength < 24 || view.getUint32(12) !== headerChunk) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frame headers are SOF0 to SOF15 without the tables that lie between them (DHT, JPG, DAC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A marker may be padded with further bytes of the same value.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}
