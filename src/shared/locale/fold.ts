/** One search key for all spellings of a name: Đorđević, Dordevic, Djordjevic, Ђорђевић; Shpëtim, Spetim; Ѓорѓи, Gjorgji. */

const letters: Readonly<Record<string, string>> = {
  // Cyrillic of Macedonian, Serbian and Bulgarian
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'd',
  ѓ: 'g',
  е: 'e',
  ё: 'e',
  ж: 'z',
  з: 'z',
  ѕ: 'dz',
  и: 'i',
  й: 'i',
  ј: 'i',
  к: 'k',
  л: 'l',
  љ: 'l',
  м: 'm',
  н: 'n',
  њ: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  ќ: 'k',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
  щ: 'st',
  ъ: 'a',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ы: 'i',
  э: 'e',
  і: 'i',
  ї: 'i',
  є: 'e',
  ґ: 'g',
  // Latin letters that do not decompose
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 's',
  þ: 't',
};

/** Digraphs of Albanian, of transliterated Cyrillic and of Đ written without its stroke, longest first. */
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/xh/g, 'dz'],
  [/dj|dh/g, 'd'],
  [/sh/g, 's'],
  [/zh/g, 'z'],
  [/ch|ts/g, 'c'],
  [/th/g, 't'],
  [/gj/g, 'g'],
  [/kj/g, 'k'],
  [/nj/g, 'n'],
  [/lj/g, 'l'],
  [/[jy]/g, 'i'],
  [/w/g, 'v'],
];

const isCombining = /\p{M}+/gu;
const isSeparator = /[^\p{L}\p{N}]+/gu;

/** The text in small Latin letters without diacritics. */
export function latinised(text: string): string {
  // Cyrillic first: decomposing would tear й, ѓ and ќ apart.
  const latin = Array.from(text.normalize('NFC').toLowerCase(), (letter) => letters[letter] ?? letter).join('');
  return latin.normalize('NFKD').replace(isCombining, '');
}

/** Spellings that a person would take for the same name fold to the same text; words stay separated by one space. */
export function fold(text: string): string {
  let folded = latinised(text).replace(isSeparator, ' ').trim();
  for (const [spelling, letter] of digraphs) folded = folded.replace(spelling, letter);
  return folded.replace(/(\p{L})\1+/gu, '$1');
}
