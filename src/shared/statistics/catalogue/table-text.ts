import type { StatisticTable } from '../../contract/statistics.ts';

export type TableTextName = 'title' | 'definition' | 'rows' | 'figure';

/** Tables of designs: their ids name what they ask for, and only what is stored with them knows their titles. */
const isOfDesign = (id: string): boolean => id.startsWith('D-');

/** Key of a text about a table. Each kind of register has a catalogue of its own. */
export const tableText = (
  { register, id, part }: Pick<StatisticTable, 'register' | 'id' | 'part'>,
  name: TableTextName,
): string =>
  isOfDesign(id) ? 'design:ownTable' : `tables-${register}:${part === null ? id : `${id}.${part}`}.${name}`;

/** Key of the name of a statistic, of however many tables it consists. */
export const statisticText = ({ register, id }: Pick<StatisticTable, 'register' | 'id'>): string =>
  isOfDesign(id) ? 'design:ownTable' : `tables-${register}:${id}.title`;

/** Text rounding:<...> that tells a reader how the counts of a table are rounded. */
export const noteOfRounding = ({ addsUp }: NonNullable<StatisticTable['rounded']>): 'note' | 'noteApart' =>
  addsUp ? 'note' : 'noteApart';
