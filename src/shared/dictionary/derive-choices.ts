/** How the answers of a field are chosen: one numbering for the keyboard and for the paper form. */
import type { CodeDeclaration, CodeListDeclaration, FieldDeclaration, MissingMarker } from './vocabulary.ts';

export interface Choice {
  readonly declared: CodeDeclaration;
  /** Position in its list; a closed code keeps its own, so that no number ever changes its meaning. */
  readonly number: number;
  /** False for codes that stay readable but are no longer, or never, chosen by hand. */
  readonly isOffered: boolean;
}

/** The codes of a list with the numbers by which they are chosen. */
export const choicesOf = (list: CodeListDeclaration): readonly Choice[] =>
  list.codes.map((declared, at) => ({
    declared,
    number: at + 1,
    isOffered: declared.derivedOnly !== true && declared.retiredIn === undefined,
  }));

/** Markers that may be chosen; where a condition decides whether a field applies, the program alone says that it does not. */
export const chosenMarkers = ({ missing, applies }: FieldDeclaration): readonly MissingMarker[] =>
  missing.filter((marker) => marker !== 'not_applicable' || applies === undefined);
