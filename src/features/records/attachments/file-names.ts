import type { AttachmentKind } from '#shared/records/attachment.ts';

const endings: Readonly<Record<AttachmentKind, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
};

/** Last part of a path of either kind of system. */
export const fileName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** As long as a dialog takes a name. */
const longest = 120;

/** Name under which a copy is proposed: the file opens with the program of its content, whatever it was called. */
export function copyName(name: string, kind: AttachmentKind): string {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const fits = endings[kind].includes(ending.toLowerCase());
  const shown = fits ? ending : (endings[kind][0] ?? '');
  const base = fits ? name.slice(0, -ending.length - 1) : name;
  return `${base.slice(0, longest - shown.length - 1)}.${shown}`;
}
