/** The little of Markdown that the manual uses: headings, paragraphs, lists, and bold within a line. */

export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly string[] };

export interface Span {
  readonly text: string;
  readonly isBold: boolean;
}

const listItem = /^[-*] /;
const stepItem = /^\d+\. /;

function blockOf(paragraph: string): Block {
  const lines = paragraph.split('\n');
  const first = lines[0] ?? '';
  if (first.startsWith('# ')) return { kind: 'title', text: first.slice(2) };
  if (first.startsWith('## ')) return { kind: 'heading', text: first.slice(3) };
  for (const [kind, mark] of [
    ['list', listItem],
    ['steps', stepItem],
  ] as const) {
    if (!mark.test(first)) continue;
    const items: string[] = [];
    for (const line of lines) {
      if (mark.test(line)) items.push(line.replace(mark, ''));
      else items.push(`${items.pop() ?? ''} ${line.trim()}`);
    }
    return { kind, items };
  }
  return { kind: 'paragraph', text: lines.join(' ') };
}

/** Blocks of a page, in order. */
export const parsePage = (text: string): readonly Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}|(?<=^#{1,2} .*)\n/m)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(blockOf);

/** Bold and plain parts of a line. */
export const spansOf = (text: string): readonly Span[] =>
  text
    .split(/\*\*/)
    .map((part, index) => ({ text: part, isBold: index % 2 === 1 }))
    .filter((span) => span.text !== '');

/** The title of a page. */
export const titleOf = (text: string): string => /^# (.*)$/m.exec(text)?.[1] ?? '';
