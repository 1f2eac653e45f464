/** Who invents the records of a training register, by kind; read only where records are to be invented. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TrainingGenerator } from '#shared/training/training-record.ts';

const generators: Readonly<Record<RegisterKind, () => Promise<TrainingGenerator>>> = {
  victims: async () => (await import('#shared/training/generate.ts')).victimsTraining,
  justice: async () => (await import('#shared/training/justice/generate.ts')).justiceTraining,
};

/** The generator of one kind of register. */
export const generatorOf = (kind: RegisterKind): Promise<TrainingGenerator> => generators[kind]();
