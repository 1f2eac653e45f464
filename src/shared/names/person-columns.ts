/** Persons of an index in flat arrays: the words of each and what tells namesakes apart. */
import { Codebook, notEntered } from '../statistics/store/codebook.ts';
import { GrowingArray } from '../statistics/store/growing-array.ts';
import type { NameEntry } from './name-entry.ts';
import type { NameParts } from './name-parts.ts';
import { WordCollector } from './word-dictionary.ts';

/** Where in a name a word stands; the joined ones are all words of a part written as one. */
const given = 0;
const family = 1;
const givenJoined = 2;
const familyJoined = 3;
type Place = typeof given | typeof family | typeof givenJoined | typeof familyJoined;

const isGiven = (place: number): boolean => place === given || place === givenJoined;

/** No day is known: every day is possible. */
export const anyDay = { earliest: -2_147_483_648, latest: 2_147_483_647 } as const;

const between = '|';

/** Two halves; both 0 where there is no number. */
export type NumberHash = readonly [number, number];
const noNumber: NumberHash = [0, 0];

/** 64 bits of a personal number, so that the number itself need not be held. */
export function hashOfNumber(number: string): NumberHash {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < number.length; at += 1) {
    const letter = number.charCodeAt(at);
    low = Math.imul(low ^ letter, 0x01000193);
    high = Math.imul(high ^ letter, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return [low >>> 0, high >>> 0];
}

/** Takes in entries one by one, then hands over their columns. */
export class PersonCollector {
  readonly words = new WordCollector();
  readonly #columns = {
    seqs: new GrowingArray('u32'),
    marks: new GrowingArray('u32'),
    wordEnds: new GrowingArray('u32'),
    words: new GrowingArray('u32'),
    earliest: new GrowingArray('i32'),
    latest: new GrowingArray('i32'),
    sexes: new GrowingArray('u8'),
    citizenships: new GrowingArray('u16'),
    owners: new GrowingArray('u16'),
    numbersLow: new GrowingArray('u32'),
    numbersHigh: new GrowingArray('u32'),
  };
  readonly #books = { sexes: new Codebook(), citizenships: new Codebook(), owners: new Codebook() };

  /** Entries come in the order of their `seq`. */
  add(entry: NameEntry): void {
    this.#addWords(entry.given, given, givenJoined);
    this.#addWords(entry.family, family, familyJoined);
    this.#addFacts(entry, entry.number === null ? noNumber : hashOfNumber(entry.number));
  }

  /** Adds a person of another index, whose words `written` spells. */
  copy(from: PersonColumns, person: number, written: (word: number) => string): void {
    const { given: first, family: last } = from.parts(person);
    this.#addWords(first.words.map(written), given, givenJoined);
    this.#addWords(last.words.map(written), family, familyJoined);
    const facts = {
      seq: from.seq(person),
      mark: from.mark(person),
      birth: from.birth(person),
      sex: from.sex(person),
      citizenships: from.citizenships(person),
      owners: from.owners(person),
    };
    this.#addFacts(facts, from.number(person));
  }

  #addFacts(entry: Omit<NameEntry, 'given' | 'family' | 'number'>, [low, high]: NumberHash): void {
    const { seqs, marks, wordEnds, words, earliest, latest, sexes, citizenships, owners, numbersLow, numbersHigh } =
      this.#columns;
    if (seqs.length > 0 && entry.seq <= seqs.at(seqs.length - 1)) throw new Error('entries out of order');
    seqs.push(entry.seq);
    marks.push(entry.mark);
    wordEnds.push(words.length);
    const birth = entry.birth ?? anyDay;
    earliest.push(birth.earliest);
    latest.push(birth.latest);
    sexes.push(entry.sex === null ? notEntered : this.#books.sexes.numberOf(entry.sex));
    const countries = entry.citizenships.join(between);
    citizenships.push(countries === '' ? notEntered : this.#books.citizenships.numberOf(countries));
    owners.push(this.#books.owners.numberOf(entry.owners.join(between)));
    numbersLow.push(low);
    numbersHigh.push(high);
  }

  #addWords(written: readonly string[], place: Place, joined: Place): void {
    for (const word of written) this.#columns.words.push(this.words.numberOf(word) * 4 + place);
    if (written.length > 1) this.#columns.words.push(this.words.numberOf(written.join('')) * 4 + joined);
  }

  finish(): PersonColumns {
    const exact = <A>({ array, length }: GrowingArray): A => array.slice(0, length) as A;
    const { seqs, marks, wordEnds, words, earliest, latest, sexes, citizenships, owners, numbersLow, numbersHigh } =
      this.#columns;
    return new PersonColumns(
      {
        seqs: exact(seqs),
        marks: exact(marks),
        wordEnds: exact(wordEnds),
        words: exact(words),
        earliest: exact(earliest),
        latest: exact(latest),
        sexes: exact(sexes),
        citizenships: exact(citizenships),
        owners: exact(owners),
        numbersLow: exact(numbersLow),
        numbersHigh: exact(numbersHigh),
      },
      this.#books,
    );
  }
}

interface Columns {
  readonly seqs: Uint32Array;
  readonly marks: Uint32Array;
  readonly wordEnds: Uint32Array;
  /** Word number times four plus its place. */
  readonly words: Uint32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly sexes: Uint8Array;
  readonly citizenships: Uint16Array;
  readonly owners: Uint16Array;
  readonly numbersLow: Uint32Array;
  readonly numbersHigh: Uint32Array;
}

type Books = Readonly<Record<'sexes' | 'citizenships' | 'owners', Codebook>>;

export class PersonColumns {
  readonly size: number;
  readonly #columns: Columns;
  readonly #books: Books;
  readonly #countries = new Map<number, readonly string[]>();

  constructor(columns: Columns, books: Books) {
    this.size = columns.seqs.length;
    this.#columns = columns;
    this.#books = books;
  }

  seq(person: number): number {
    return this.#columns.seqs[person] as number;
  }

  mark(person: number): number {
    return this.#columns.marks[person] as number;
  }

  /** Rows whose record ids may be those with this mark. */
  withMark(mark: number): number[] {
    const found: number[] = [];
    const { marks } = this.#columns;
    for (let person = marks.indexOf(mark); person >= 0; person = marks.indexOf(mark, person + 1)) found.push(person);
    return found;
  }

  /** Row of a record; -1 where it is not here. */
  find(seq: number): number {
    const { seqs } = this.#columns;
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((seqs[middle] as number) < seq) low = middle + 1;
      else high = middle;
    }
    return seqs[low] === seq ? low : -1;
  }

  /** Every word of a person, joined ones included, and whether it stands in the given name. */
  eachWord(person: number, take: (word: number, isInGiven: boolean) => void): void {
    const { wordEnds, words } = this.#columns;
    const end = wordEnds[person] as number;
    for (let at = person === 0 ? 0 : (wordEnds[person - 1] as number); at < end; at += 1) {
      const packed = words[at] as number;
      take(packed >>> 2, isGiven(packed & 3));
    }
  }

  /** Words of a person stand from here up to `endOfWords`. */
  firstWord(person: number): number {
    return person === 0 ? 0 : (this.#columns.wordEnds[person - 1] as number);
  }

  endOfWords(person: number): number {
    return this.#columns.wordEnds[person] as number;
  }

  wordAt(at: number): number {
    return (this.#columns.words[at] as number) >>> 2;
  }

  isGivenAt(at: number): boolean {
    return isGiven((this.#columns.words[at] as number) & 3);
  }

  /** One given and one family word: nothing else can be said of the name. */
  isSimple(person: number): boolean {
    const first = this.firstWord(person);
    return this.endOfWords(person) - first === 2 && this.isGivenAt(first) && !this.isGivenAt(first + 1);
  }

  /** The name as `compareParts` takes it, words as numbers. */
  parts(person: number): NameParts<number> {
    const { wordEnds, words } = this.#columns;
    const found: [number[], number[], number[], number[]] = [[], [], [], []];
    const end = wordEnds[person] as number;
    for (let at = person === 0 ? 0 : (wordEnds[person - 1] as number); at < end; at += 1) {
      const packed = words[at] as number;
      found[(packed & 3) as Place].push(packed >>> 2);
    }
    return {
      given: { words: found[given], joined: found[givenJoined][0] ?? null },
      family: { words: found[family], joined: found[familyJoined][0] ?? null },
    };
  }

  birth(person: number): { readonly earliest: number; readonly latest: number } | null {
    const earliest = this.#columns.earliest[person] as number;
    return earliest === anyDay.earliest ? null : { earliest, latest: this.#columns.latest[person] as number };
  }

  sex(person: number): string | null {
    return this.#books.sexes.codeOf(this.#columns.sexes[person] as number) ?? null;
  }

  citizenships(person: number): readonly string[] {
    const number = this.#columns.citizenships[person] as number;
    let countries = this.#countries.get(number);
    if (countries === undefined) {
      countries = this.#books.citizenships.codeOf(number)?.split(between) ?? [];
      this.#countries.set(number, countries);
    }
    return countries;
  }

  owners(person: number): readonly string[] {
    return this.#books.owners.codeOf(this.#columns.owners[person] as number)?.split(between) ?? [];
  }

  number(person: number): NumberHash {
    return [this.#columns.numbersLow[person] as number, this.#columns.numbersHigh[person] as number];
  }

  /** First half of the hash of each personal number. */
  eachNumber(take: (hash: number, person: number) => void): void {
    const { numbersLow, numbersHigh } = this.#columns;
    for (let person = 0; person < this.size; person += 1) {
      const low = numbersLow[person] as number;
      if (low !== 0 || numbersHigh[person] !== 0) take(low, person);
    }
  }

  /** Overwrites everything that is known of a person; her row stays empty. */
  blank(person: number): void {
    const { wordEnds, words, earliest, latest, sexes, citizenships, owners, numbersLow, numbersHigh } = this.#columns;
    words.fill(0xffffffff, person === 0 ? 0 : wordEnds[person - 1], wordEnds[person]);
    earliest[person] = anyDay.earliest;
    latest[person] = anyDay.latest;
    for (const column of [sexes, citizenships, owners, numbersLow, numbersHigh]) column[person] = 0;
  }

  get bytes(): number {
    return Object.values(this.#columns).reduce((sum, column: { byteLength: number }) => sum + column.byteLength, 0);
  }
}
