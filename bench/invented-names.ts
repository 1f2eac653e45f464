/** Persons with invented names in the spellings of the region, some names common and most of them rare, as names are. */
import { markOf, type NameEntry, writtenWords } from '#shared/names/name-entry.ts';
import { dayInterval } from '#shared/records/partial-date.ts';
import { createRandom, type Random } from '#shared/training/random.ts';

const onsets =
  'b br c č d dr đ f g gj h j k kr l lj m n nj p pr q r rr s sh st š t th v x xh z zh ž б в г д ж к л м н п р с т ц ч ш щ'.split(
    ' ',
  );
const vowels = 'a e i o u ë y ia ă а е и о у я'.split(' ');
const ends = ['', 'n', 's', 'k', 'r', 'm', 't', 'ć', 'j'];
const suffixes = 'ić ović ev ov ski aj i u escu eanu qi a ић ова ски'.split(' ');

/** One given name or family name for each so many persons is new to the register. */
const personsPerGiven = 30;
const personsPerFamily = 4;

const syllable = ({ pick }: Random): string => pick(onsets) + pick(vowels);

/** A few names are borne by many: the n-th most common one is borne n times less often. */
const common = <T>(random: Random, names: readonly T[]): T =>
  names[Math.floor(Math.exp(random.next() * Math.log(names.length)))] ?? random.pick(names);

export interface InventedPerson {
  readonly given: string;
  readonly family: string;
  readonly birth: string;
  readonly sex: 'female' | 'male';
  readonly country: string;
  readonly number: string | null;
}

/** The same persons for the same seed. */
export function* inventPersons(count: number, seed: number): Generator<InventedPerson> {
  const random = createRandom(seed);
  const { pick, chance, between } = random;
  const given = Array.from(
    { length: Math.ceil(count / personsPerGiven) },
    () => syllable(random) + syllable(random) + (chance(0.5) ? syllable(random) : '') + pick(ends),
  );
  const family = Array.from(
    { length: Math.ceil(count / personsPerFamily) },
    () => syllable(random) + syllable(random) + (chance(0.4) ? syllable(random) : '') + pick(suffixes),
  );
  const two = (part: number): string => String(part).padStart(2, '0');
  for (let person = 0; person < count; person += 1) {
    const day = `-${two(between(1, 12))}-${two(between(1, 28))}`;
    yield {
      given: chance(0.05) ? `${common(random, given)} ${common(random, given)}` : common(random, given),
      family: common(random, family),
      birth: `${between(1950, 2015)}${chance(0.6) ? day : ''}`,
      sex: pick(['female', 'male'] as const),
      country: pick(['ALB', 'BGR', 'MDA', 'MKD', 'ROU', 'SRB', 'XKX']),
      number: chance(0.6) ? String(between(1e12, 9e12)) : null,
    };
  }
}

/** The person as the index of names takes her in. */
export const entryOf = ({ given, family, birth, sex, country, number }: InventedPerson, seq: number): NameEntry => ({
  seq,
  mark: markOf(String(seq)),
  given: writtenWords(given),
  family: writtenWords(family),
  birth: dayInterval(birth) ?? null,
  sex,
  citizenships: [country],
  number,
  owners: ['bench'],
});
