/** Lists as one chooses from them on paper: with the numbers, or for countries the letters, that are typed. */
import type { Output } from '#shared/contract/contract.ts';
import { choicesOf } from '#shared/dictionary/derive-choices.ts';
import { lettersOfCountry, nearestFirst } from '#shared/dictionary/reference-lists/country.ts';
import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import type { Writing } from '../writing.ts';

export interface ListSource {
  readonly index: RegisterIndex;
  /** Country of the register. */
  readonly country: string;
  readonly references: Output<'reference.list'>['lists'];
  readonly printedAt: string;
}

export interface PaperChoice {
  readonly code: string;
  /** What is typed for it: a number, or the letters of a country. */
  readonly key: string;
  readonly label: string;
  /** False for what can be stored but is not chosen: closed, set by the program, no longer in use. */
  readonly isOffered: boolean;
  /** Stands alone: no other answer goes with it. */
  readonly isExclusive: boolean;
}

export interface PaperList {
  readonly id: string;
  /** Too long for boxes: written in, and printed once at the end where that is asked for. */
  readonly isLong: boolean;
  /** Chosen by letters instead of numbers. */
  readonly isLettered: boolean;
  readonly offered: readonly PaperChoice[];
  readonly find: (code: string) => PaperChoice | undefined;
  /** Boxes that the longest number needs. */
  readonly keyLength: number;
}

/** Lists of the installation that are longer than this stand in the annex. */
const longestInBoxes = 12;

type Made = Pick<PaperList, 'isLong' | 'isLettered'> & { readonly choices: readonly PaperChoice[] };

/** One list in the language of the form. */
export function paperList(id: string, writing: Writing, print: ListSource): PaperList {
  const { choices, ...shape } = id === 'COUNTRY' ? countries(writing, print) : numbered(id, writing, print);
  const byCode = new Map(choices.map((choice) => [choice.code, choice]));
  return {
    id,
    ...shape,
    offered: choices.filter(({ isOffered }) => isOffered),
    find: (code) => byCode.get(code),
    keyLength: Math.max(2, ...choices.map(({ key }) => key.length)),
  };
}

function countries({ formats }: Writing, { country }: ListSource): Made {
  const choices = nearestFirst(formats.countryCodes(), country).map((code) => ({
    code,
    key: lettersOfCountry(code),
    label: formats.country(code),
    isOffered: true,
    isExclusive: false,
  }));
  return { isLong: true, isLettered: true, choices };
}

function numbered(id: string, writing: Writing, { index, references, printedAt }: ListSource): Made {
  const declared = index.codeList(id);
  if (declared) {
    const choices = choicesOf(declared).map(({ declared: { code, exclusive }, number, isOffered }) => ({
      code,
      key: String(number),
      label: writing.t(codeTextKey(id, code)),
      isOffered,
      isExclusive: exclusive === true,
    }));
    return { isLong: false, isLettered: false, choices };
  }
  const today = printedAt.slice(0, 10);
  const choices = (references[id] ?? []).map((entry) => ({
    code: entry.code,
    key: String(entry.number),
    label: entryName(entry, writing.language),
    // What begins to be used later can be named on a paper that lies until then.
    isOffered: entry.activeTo === null || entry.activeTo >= today,
    isExclusive: false,
  }));
  const isLong = choices.filter(({ isOffered }) => isOffered).length > longestInBoxes;
  return { isLong, isLettered: false, choices };
}
