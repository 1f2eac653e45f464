/** Every key of the program, declared once: what hears it, what the bottom line and the sheet of all keys say. */
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { MissingMarker } from '#shared/dictionary/vocabulary.ts';
import { markerKeys } from '#shared/records/marker-keys.ts';

/** Where a key works; the sheet of all keys has a part for each. */
export const shortcutScopes = ['everywhere', 'list', 'record', 'field', 'group', 'viewer', 'statistics'] as const;
export type ShortcutScope = (typeof shortcutScopes)[number];

export interface Shortcut {
  /** As KeyboardEvent.key, such as `k` or `F1`. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  /** Also while a dialog is open. */
  readonly always?: boolean;
}

type Declared = Shortcut & {
  readonly scope: ShortcutScope;
  /** The key says why a value is missing; it is named like the marker. */
  readonly marker?: MissingMarker;
  /** Only in a register that declares so much. */
  readonly only?: 'courses';
};

export const shortcuts = {
  shortcuts: { scope: 'everywhere', key: 'F1' },
  search: { scope: 'everywhere', key: 'k', ctrl: true },
  lock: { scope: 'everywhere', key: 'l', ctrl: true, always: true },
  newWindow: { scope: 'everywhere', key: 'o', ctrl: true },
  back: { scope: 'everywhere', key: 'Escape' },
  newRecord: { scope: 'list', key: 'n', ctrl: true },
  filter: { scope: 'list', key: 'f', ctrl: true },
  moveInList: { scope: 'list', key: 'ArrowDown' },
  selectRow: { scope: 'list', key: ' ' },
  selectAll: { scope: 'list', key: 'a', ctrl: true },
  openRecord: { scope: 'list', key: 'Enter' },
  restoreRecord: { scope: 'list', key: 'b', ctrl: true },
  save: { scope: 'record', key: 's', ctrl: true },
  complete: { scope: 'record', key: 'Enter', ctrl: true },
  saveAndNew: { scope: 'record', key: 'Enter', ctrl: true, shift: true },
  nextRecord: { scope: 'record', key: 'PageDown', ctrl: true },
  previousRecord: { scope: 'record', key: 'PageUp', ctrl: true },
  nextSection: { scope: 'record', key: 'ArrowDown', ctrl: true },
  previousSection: { scope: 'record', key: 'ArrowUp', ctrl: true },
  undo: { scope: 'record', key: 'z', ctrl: true },
  redo: { scope: 'record', key: 'y', ctrl: true },
  copyPrevious: { scope: 'record', key: 'd', ctrl: true, shift: true },
  speedMode: { scope: 'record', key: 'e', ctrl: true },
  course: { scope: 'record', key: 'j', ctrl: true, only: 'courses' },
  secondPass: { scope: 'record', key: 'e', ctrl: true, shift: true },
  nextField: { scope: 'field', key: 'Enter' },
  previousField: { scope: 'field', key: 'Enter', shift: true },
  explanation: { scope: 'field', key: 'F2' },
  fieldHistory: { scope: 'field', key: 'F3' },
  note: { scope: 'field', key: 'i', ctrl: true },
  ditto: { scope: 'field', key: 'd', ctrl: true },
  missing: { scope: 'field', key: 'F8' },
  unknown: { scope: 'field', key: markerKeys.unknown.key, marker: 'unknown' },
  notAsked: { scope: 'field', key: markerKeys.not_asked.key, marker: 'not_asked' },
  refused: { scope: 'field', key: markerKeys.refused.key, marker: 'refused' },
  notApplicable: { scope: 'field', key: markerKeys.not_applicable.key, marker: 'not_applicable' },
  withheld: { scope: 'field', key: markerKeys.withheld.key, marker: 'withheld' },
  addRow: { scope: 'group', key: 'g', ctrl: true },
  duplicateRow: { scope: 'group', key: 'g', ctrl: true, shift: true },
  removeRow: { scope: 'group', key: 'Delete', ctrl: true },
  viewerNext: { scope: 'viewer', key: 'PageDown' },
  viewerPrevious: { scope: 'viewer', key: 'PageUp' },
  viewerLarger: { scope: 'viewer', key: '+' },
  viewerSmaller: { scope: 'viewer', key: '-' },
  viewerFit: { scope: 'viewer', key: '0' },
  viewerTurn: { scope: 'viewer', key: 'r' },
  print: { scope: 'statistics', key: 'p', ctrl: true },
} as const satisfies Record<string, Declared>;

export type ShortcutName = keyof typeof shortcuts;

export const shortcutNames = Object.keys(shortcuts) as ShortcutName[];
export const shortcutOf = (name: ShortcutName): Declared => shortcuts[name];

const shown: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Delete: 'Del',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  ' ': '␣',
};

/** Key of the text that says what the key does. */
export function shortcutTextKey(name: ShortcutName): string {
  const { marker } = shortcutOf(name);
  return marker === undefined ? `shortcuts:text.${name}` : markerTextKey(marker);
}

/** As a person reads it: `Ctrl Shift G`. */
export function keysOf(name: ShortcutName): string {
  const { key, ctrl, shift } = shortcutOf(name);
  return [ctrl && 'Ctrl', shift && 'Shift', shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)]
    .filter(Boolean)
    .join(' ');
}

/** As `aria-keyshortcuts` wants it: `Control+Shift+G`. */
export function ariaKeysOf(name: ShortcutName): string {
  const { key, ctrl, shift } = shortcutOf(name);
  return [ctrl && 'Control', shift && 'Shift', key.length === 1 ? key.toUpperCase() : key].filter(Boolean).join('+');
}

/** Letters are compared by their place on the keyboard, so that Ctrl+K works on a Cyrillic layout. */
export function isShortcut(event: KeyboardEvent | ReactKeyboardEvent, shortcut: Shortcut): boolean {
  const { key, ctrl = false, shift = false } = shortcut;
  const code = 'nativeEvent' in event ? event.nativeEvent.code : event.code;
  const isKey = /^[a-z]$/.test(key) ? code === `Key${key.toUpperCase()}` : event.key === key;
  return isKey && (event.ctrlKey || event.metaKey) === ctrl && event.shiftKey === shift && !event.altKey;
}
