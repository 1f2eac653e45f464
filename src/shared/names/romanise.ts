/**
 * One word of a name in plain Latin letters, whatever script and romanisation it is written in. Letters that several
 * romanisations read differently become a sign of their own (a capital), which spellings.ts reads in each way.
 */

/** What a sign may stand for; every spelling of a word reads all its signs of one kind alike. */
export const readings = {
  /** Albanian q, Macedonian ќ and kj: between k and č. */
  Q: ['k', 'c'],
  /** Albanian gj, Macedonian ѓ: between g and đ. */
  G: ['g', 'd'],
  /** Hungarian gy. */
  H: ['gi', 'd'],
  /** dj: đ without its stroke, or џ in Macedonian passports. */
  D: ['d', 'dz'],
  /** Albanian x, ks, or х as it looks. */
  X: ['dz', 'ks', 'h'],
  /** Soft l; Albanian writes it l. */
  L: ['li', 'l'],
  /** Bulgarian ъ: a by law, u in other romanisations, nothing where ISO 9 lost its sign. */
  E: ['a', 'u', ''],
  /** я and ю, of which ISO 9 leaves a and u where its sign is lost. */
  J: ['i', ''],
  /** щ, of which ISO 9 leaves s. */
  P: ['t', ''],
  /** Romanian â and î are one sound, written so or so before and after 1993. */
  A: ['a', 'i'],
  I: ['i', 'a'],
  /** ö and ü: bare, as written in German, and as heard in the Balkans. */
  O: ['o', 'oe', 'e'],
  U: ['u', 'ue', 'i'],
  /** y between consonants: Albanian ü, else i. */
  Y: ['i', 'u'],
  /** Romanian ț is ts; without its comma it is t. */
  T: ['t', 'c'],
  /** ch: č, in Romanian k, in scholarly Bulgarian h. */
  K: ['c', 'k', 'h'],
  /** Turkish ğ is hardly heard. */
  R: ['g', ''],
  /** c at the beginning: Slavic ts or č, Romanian k, Turkish dž. */
  C: ['c', 'k', 'dz'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const letters: Readonly<Record<string, string>> = {
  // Cyrillic of Macedonian, Serbian, Bulgarian and their neighbours
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'd', ѓ: 'G', е: 'e', ё: 'Jo', є: 'Je', ж: 'z', з: 'z' },
  ...{ ѕ: 'dz', и: 'i', й: 'i', ј: 'i', і: 'i', ї: 'i', к: 'k', л: 'l', љ: 'L', м: 'm', н: 'n', њ: 'ni', о: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', ќ: 'Q', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's' },
  ...{ щ: 'sP', ъ: 'E', ы: 'i', ь: '', э: 'e', ю: 'Ju', я: 'Ja' },
  // Latin letters that do not come apart, or mean more than the letter under their sign
  ...{ đ: 'd', ð: 'd', ł: 'l', ø: 'O', ı: 'i', æ: 'ae', œ: 'oe', ß: 's', þ: 't', ñ: 'ni', ḱ: 'Q', ǵ: 'G', q: 'Q' },
  ...{ ț: 'T', ţ: 'T', î: 'I', ö: 'O', ő: 'O', ü: 'U', ű: 'U', ğ: 'R', ŭ: 'E', j: 'i', w: 'v', x: 'X' },
  // ISO 9
  ...{ ŝ: 'sP', ẑ: 'dz', ǰ: 'i', û: 'Ju' },
};

/** Two or more Latin letters for one sound. */
const digraphs: Readonly<Record<string, string>> = {
  ...{ tsch: 'c', dzh: 'dz', tch: 'c', sch: 's', xh: 'dz', sh: 's', zh: 'z', kh: 'h', gh: 'g', th: 't', dh: 'd' },
  ...{ ph: 'f', ts: 'c', tz: 'c', cs: 'c', cz: 'c', sz: 's', zs: 'z', ck: 'k', ct: 'kt', ch: 'K', gj: 'G', gy: 'H' },
  ...{ kj: 'Q', dj: 'D', lj: 'L', ou: 'u' },
};
const digraph = new RegExp(
  Object.keys(digraphs)
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

const isCombining = /\p{M}+/gu;
/** ISO 9 writes љ, њ, џ with a circumflex that has no letter of its own, and ъ as a double prime. */
const composed: readonly (readonly [RegExp, string])[] = [
  [/l\u0302/g, 'љ'],
  [/n\u0302/g, 'њ'],
  [/d\u0302/g, 'џ'],
  [/[ʺ″"]/g, 'ъ'],
  [/ьо/g, 'йо'],
  [/['’ʼ`ʹ′]o/g, 'jo'],
  [/['’ʼ`ʹ′]/g, ''],
  // ISO 9 writes я as â; Romanian has â only between consonants.
  [/^â|â$|(?<=[aeiouîаеиоу])â/g, 'я'],
  [/â/g, 'A'],
];
/** After a consonant h is part of a digraph, torn apart by a typing error or by Cyrillic, or hardly heard. */
const hAfterConsonant = /(?<=[bcdfgklmnprstvzXGQ])h/g;
const softened = /(?<=[bcdfghklmprstvz])[jy](?=[aeiou])/g;
/** The signs of vowels count as vowels here. */
const yAtVowel = /(?<=[aeiouEAIOU])y|y(?=[aeiouEAIOU])/g;

/** Five bits a letter, above the signs of `letterByLetter`: other scripts are compared as they stand. */
const foreign = (code: number): string =>
  String.fromCharCode(0xe0 | (code & 31), 0xe0 | ((code >>> 5) & 31), 0xe0 | ((code >>> 10) & 31));

function readLetter(letter: string): string {
  const known = letters[letter];
  if (known !== undefined) return known;
  const bare = letter.normalize('NFKD').replace(isCombining, '');
  return Array.from(bare, (each) => {
    const code = each.codePointAt(0) ?? 0;
    return code < 128 ? (letters[each] ?? each) : (letters[each] ?? foreign(code));
  }).join('');
}

const readLetters = new Map<string, string>();

/** Names are read by the hundred thousand: each letter is looked up once. */
function latinOf(text: string): string {
  let latin = '';
  for (const letter of text) {
    let read = readLetters.get(letter);
    if (read === undefined) {
      read = /[A-Z]/.test(letter) ? letter : readLetter(letter);
      readLetters.set(letter, read);
    }
    latin += read;
  }
  return latin;
}

/** Lower case, composed, without marks that belong to no letter. */
export const normaliseWord = (word: string): string => word.toLowerCase().normalize('NFC');

const isPlain = /^[a-z]+$/;

/** A normalised word in plain Latin letters and signs of `readings`, double letters kept. */
export function romanise(word: string): string {
  let text = word;
  if (!isPlain.test(word)) for (const [written, letter] of composed) text = text.replace(written, letter);
  text = latinOf(text.replace(digraph, (spelling) => digraphs[spelling] ?? spelling));
  if (text.includes('h')) text = text.replace(hAfterConsonant, '');
  if (text.endsWith('ff')) text = text.replace(/(?<=[oe])ff$/, 'v');
  if (text.includes('y')) text = text.replace(yAtVowel, 'i').replace(/y/g, 'Y');
  return text.startsWith('c') && /^c(?![hszk])/.test(word) ? `C${text.slice(1)}` : text;
}

/** A normalised Latin word without j or y after a consonant: what a typing error left of dj, gj, kj, lj. */
export const withoutSoftening = (word: string): string => word.replace(softened, '');

/** Each letter by itself, so that an error inside sh or xh, or in ш or я, stays one error; '' in other scripts. */
export function letterByLetter(word: string): string {
  if (/^[\u0430-\u045f]+$/.test(word)) {
    let shifted = '';
    for (let at = 0; at < word.length; at += 1) shifted += String.fromCharCode(word.charCodeAt(at) - 0x380);
    return shifted;
  }
  const bare = isPlain.test(word) ? word : word.normalize('NFKD').replace(isCombining, '');
  const latin = isPlain.test(bare) ? bare : bare.replace(/[^a-z]/g, (letter) => (letters[letter] ?? '').toLowerCase());
  return latin.replace(/[jy]/g, 'i').replace(/w/g, 'v');
}
