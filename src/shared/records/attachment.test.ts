import { expect, test } from 'vitest';
import {
  attachmentKindOf,
  attachmentPartLength,
  attachmentParts,
  largestAttachment,
  pictureSize,
} from './attachment.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const letters = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test('the kind is what a file begins with', () => {
  expect(attachmentKindOf(letters('%PDF-1.7'))).toBe('pdf');
  expect(attachmentKindOf(bytes(0xff, 0xd8, 0xff, 0xe1))).toBe('jpeg');
  expect(attachmentKindOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('png');
});

test('an almost right beginning is none', () => {
  // A PNG whose line ends were changed by a transfer as text.
  expect(attachmentKindOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 0))).toBeNull();
  for (const text of ['%PDF', '%pdf-1.7', ' %PDF-1.7', 'GIF89a', 'PK', ''])
    expect(attachmentKindOf(letters(text))).toBeNull();
});

test('the last part may be shorter, and 25 MB are fifty parts', () => {
  expect(attachmentParts(1)).toBe(1);
  expect(attachmentParts(attachmentPartLength)).toBe(1);
  expect(attachmentParts(attachmentPartLength + 1)).toBe(2);
  expect(attachmentParts(largestAttachment)).toBe(50);
});

const pngHead = (width: number, height: number) => {
  const head = new Uint8Array(24);
  const view = new DataView(head.buffer);
  head.set(letters('IHDR'), 12);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return head;
};

test('a PNG says its size in its first chunk; without one it says nothing', () => {
  expect(pictureSize('png', pngHead(60_000, 50_000))).toEqual({ width: 60_000, height: 50_000 });
  expect(pictureSize('png', pngHead(1, 1).subarray(0, 23))).toBeNull();
  expect(pictureSize('png', new Uint8Array(40))).toBeNull();
});

test('a JPEG says its size behind whatever stands before its frame, a preview in its notes included', () => {
  const frame = [0xff, 0xc2, 0, 17, 8, 0x20, 0x10, 0x40, 0x30, 3, 0, 0, 0];
  const preview = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1];
  const notes = [0xff, 0xe1, 0, preview.length + 2, ...preview];
  const tables = [0xff, 0xc4, 0, 4, 0, 0];
  const size = { height: 0x2010, width: 0x4030 };
  expect(pictureSize('jpeg', bytes(0xff, 0xd8, ...notes, ...tables, 0xff, ...frame))).toEqual(size);
  // Where a view into a larger buffer begins does not matter.
  expect(pictureSize('jpeg', bytes(1, 2, 3, 0xff, 0xd8, ...frame).subarray(3))).toEqual(size);
});

test('a JPEG that ends before its frame, or runs in circles, says nothing', () => {
  expect(pictureSize('jpeg', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9))).toBeNull();
  expect(pictureSize('jpeg', bytes(0xff, 0xd8, ...Array.from({ length: 50 }, () => 0)))).toBeNull();
  expect(pictureSize('jpeg', bytes(0xff, 0xd8, ...Array.from({ length: 50 }, () => 0xff)))).toBeNull();
});
