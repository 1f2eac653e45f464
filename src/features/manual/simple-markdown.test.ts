import { expect, test } from 'vitest';
import { parsePage, spansOf, titleOf } from './simple-markdown.ts';

const page = `# Backup
The first line
goes on here.

## Steps
1. Put in the **stick**.
2. Choose *Backup*
   and wait.

- one
- two
`;

test('a page keeps its title, paragraphs, steps and lists in order', () => {
  expect(parsePage(page)).toEqual([
    { kind: 'title', text: 'Backup' },
    { kind: 'paragraph', text: 'The first line goes on here.' },
    { kind: 'heading', text: 'Steps' },
    { kind: 'steps', items: ['Put in the **stick**.', 'Choose *Backup* and wait.'] },
    { kind: 'list', items: ['one', 'two'] },
  ]);
  expect(titleOf(page)).toBe('Backup');
});

test('bold words are told from plain ones', () => {
  expect(spansOf('Put in the **stick**.')).toEqual([
    { text: 'Put in the ', isBold: false },
    { text: 'stick', isBold: true },
    { text: '.', isBold: false },
  ]);
});
