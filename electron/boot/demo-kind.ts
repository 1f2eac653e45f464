import { type RegisterKind, registerKinds } from '#shared/dictionary/vocabulary.ts';

const flag = '--demo';

/** The kind of training register that `--demo` or `--demo=<kind>` asks for; false where none is asked for. */
export function demoKind(parameters: readonly string[]): RegisterKind | false {
  if (parameters.includes(flag)) return 'victims';
  return registerKinds.find((kind) => parameters.includes(`${flag}=${kind}`)) ?? false;
}
