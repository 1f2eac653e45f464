/** How invented records of each kind of register are made; what belongs to the other kinds is never loaded. */
import type { ReferenceEntry } from '../dictionary/reference-lists/reference-entry.ts';
import type { RegisterKind } from '../dictionary/vocabulary.ts';
import type { TrainingPlan, TrainingRecord } from './training-record.ts';

export interface TrainingGenerator {
  readonly generate: (plan: TrainingPlan) => Iterable<TrainingRecord>;
  /** Entries of lists without which no record can stand, for a country that comes without them. */
  readonly standIns: (country: string) => Readonly<Record<string, readonly ReferenceEntry[]>>;
}

const generators: Readonly<Record<RegisterKind, () => Promise<TrainingGenerator>>> = {
  victims: async () => (await import('./generate.ts')).victimsTraining,
  justice: async () => (await import('./justice/generate.ts')).justiceTraining,
};

/** The generator of one kind of register. */
export const generatorOf = (kind: RegisterKind): Promise<TrainingGenerator> => generators[kind]();
