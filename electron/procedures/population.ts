import type { populationProcedures } from '#shared/contract/population.ts';
import { readPopulation, writePopulation } from '../services/statistics/population.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const populationHandlers: HandlersFor<typeof populationProcedures> = {
  'population.list': (_input, { session }) => ({
    years: readPopulation(session.register.database).map(({ cells, ...year }) => ({ ...year, cells: [...cells] })),
  }),
  'population.save': atomic((input, { session, note }) => {
    note({ year: input.year, cells: input.cells.length });
    writePopulation(session.register.database, input);
    return {};
  }),
};
