/** What is typed into the grid of a year: texts by cell, as long as they are not saved. */
import type { Formats } from '#shared/locale/formats.ts';
import {
  cellKey,
  type PopulationAge,
  type PopulationCell,
  type PopulationFigures,
  type PopulationSex,
  populationAges,
  populationSexes,
} from '#shared/statistics/population/population.ts';

/** Text by the key of its cell; without an empty one. */
export type TypedCells = ReadonlyMap<string, string>;

/** What divides the decimals of a number in a language. */
export const decimalSign = (formats: Pick<Formats, 'number'>): string => formats.number(1.5, 1).charAt(1);

/** Plain digits, or groups of three that one and the same sign divides. */
const wholeNumber = /^\d{1,3}(?:([.,'’\s])\d{3}(?:\1\d{3})*)?$|^\d{1,10}$/;

/**
 * A whole number, its groups of digits divided as in any language; null for anything else. What could be a decimal in the
 * language of the screen is none: 1.586 in English may have been meant as thousands.
 */
export function readPersons(text: string, decimal: string): number | null {
  const typed = text.trim();
  const separator = wholeNumber.exec(typed)?.[1];
  if (!wholeNumber.test(typed) || (separator === decimal && typed.split(decimal).length === 2)) return null;
  const digits = typed.replaceAll(/\D/g, '');
  return digits.length <= 10 ? Number(digits) : null;
}

/** The text of a cell as the grid keeps it. */
export function withCell(typed: TypedCells, key: string, text: string): TypedCells {
  const next = new Map(typed);
  if (text.trim() === '') next.delete(key);
  else next.set(key, text);
  return next;
}

/** Cells that can be read; those that cannot are named by `unreadable`. */
export function readCells(
  typed: TypedCells,
  decimal: string,
): { readonly cells: PopulationCell[]; readonly unreadable: string[] } {
  const cells: PopulationCell[] = [];
  const unreadable: string[] = [];
  for (const age of populationAges) {
    for (const sex of populationSexes) {
      const key = cellKey(sex, age);
      const text = typed.get(key);
      if (text === undefined) continue;
      const persons = readPersons(text, decimal);
      if (persons === null) unreadable.push(key);
      else cells.push({ sex, age, persons });
    }
  }
  return { cells, unreadable };
}

/** Figures as the grid shows them. */
export const typedFrom = (figures: PopulationFigures, write: (persons: number) => string): TypedCells =>
  new Map([...figures].map(([key, persons]) => [key, write(persons)]));

/** What a spreadsheet put on the clipboard, laid into the grid from a cell on; what falls outside is left out. */
export function pasted(
  typed: TypedCells,
  from: { readonly sex: PopulationSex; readonly age: PopulationAge },
  text: string,
): TypedCells {
  const [top, left] = [populationAges.indexOf(from.age), populationSexes.indexOf(from.sex)];
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.reduce<TypedCells>(
    (grid, line, down) =>
      line.split('\t').reduce<TypedCells>((row, cell, right) => {
        const [age, sex] = [populationAges[top + down], populationSexes[left + right]];
        return age === undefined || sex === undefined ? row : withCell(row, cellKey(sex, age), cell.trim());
      }, grid),
    typed,
  );
}
