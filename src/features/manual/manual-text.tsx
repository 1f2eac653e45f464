import { type Block, parsePage, spansOf } from './simple-markdown.ts';

/** A page of the manual. */
export function ManualText({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a page never change their order
  return parsePage(text).map((block, index) => <BlockShown key={index} block={block} />);
}

function BlockShown({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return <h2>{block.text}</h2>;
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Spans text={block.text} />
        </p>
      );
    case 'list':
    case 'steps': {
      const items = block.items.map((item) => (
        <li key={item}>
          <Spans text={item} />
        </li>
      ));
      return block.kind === 'list' ? <ul>{items}</ul> : <ol>{items}</ol>;
    }
  }
}

/** The same key may be named twice in a line: by their words, its parts could not be told apart. */
function Spans({ text }: { text: string }) {
  return spansOf(text).map(({ text: part, isBold }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line never change their order
    isBold ? <strong key={index}>{part}</strong> : part,
  );
}
