/** Who invents the records of a training register, by kind; read only where records are to be invented. */
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TrainingPlan, TrainingRecord } from '#shared/training/training-record.ts';

type Generator = (plan: TrainingPlan) => Iterable<TrainingRecord>;

const generators: Readonly<Partial<Record<RegisterKind, () => Promise<Generator>>>> = {
  victims: async () => (await import('#shared/training/generate.ts')).generateVictims,
};

/** REGISTER_OTHER_KIND where nobody invents records of that kind. */
export async function generatorOf(kind: RegisterKind): Promise<Generator> {
  const read = generators[kind];
  if (!read) throw new AppError('REGISTER_OTHER_KIND', { kind });
  return read();
}
