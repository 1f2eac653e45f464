/** One key and one sign per reason why a value is missing: the same on the keyboard, in speed mode and on paper forms. */
import type { MissingMarker } from '../dictionary/vocabulary.ts';

export interface MarkerKey {
  /** As KeyboardEvent.key; works in every field that allows the marker. */
  readonly key: string;
  /** Typed into an empty field, or written on a paper form; most of them stand on the number pad too. */
  readonly sign: string;
}

export const markerKeys = {
  unknown: { key: 'F4', sign: '?' },
  not_asked: { key: 'F6', sign: '/' },
  refused: { key: 'F7', sign: '!' },
  not_applicable: { key: 'F9', sign: '-' },
  withheld: { key: 'F10', sign: '*' },
} as const satisfies Record<MissingMarker, MarkerKey>;

const entries = Object.entries(markerKeys) as [MissingMarker, MarkerKey][];

export const markerOfKey = (key: string): MissingMarker | undefined =>
  entries.find(([, each]) => each.key === key)?.[0];
export const markerOfSign = (sign: string): MissingMarker | undefined =>
  entries.find(([, each]) => each.sign === sign)?.[0];
