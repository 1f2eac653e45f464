/** What is typed into the grid of a year: texts by cell, as long as they are not saved. */
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

/** A whole number with whatever stands between its groups of digits; null for anything else. */
export function readPersons(text: string): number | null {
  const digits = text.replaceAll(/[\s.,'’ ]/g, '');
  return /^\d{1,10}$/.test(digits) ? Number(digits) : null;
}

/** The text of a cell as the grid keeps it. */
export function withCell(typed: TypedCells, key: string, text: string): TypedCells {
  const next = new Map(typed);
  if (text.trim() === '') next.delete(key);
  else next.set(key, text);
  return next;
}

/** Cells that can be read; those that cannot are named by `unreadable`. */
export function readCells(typed: TypedCells): { readonly cells: PopulationCell[]; readonly unreadable: string[] } {
  const cells: PopulationCell[] = [];
  const unreadable: string[] = [];
  for (const age of populationAges) {
    for (const sex of populationSexes) {
      const key = cellKey(sex, age);
      const text = typed.get(key);
      if (text === undefined) continue;
      const persons = readPersons(text);
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
