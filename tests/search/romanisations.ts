/** Romanisations as their rules are printed, letter by letter, apart from the code under test. */

type Table = Readonly<Record<string, string>>;

const spell =
  (table: Table) =>
  (text: string): string =>
    Array.from(text, (letter) => {
      const lower = letter.toLowerCase();
      const latin = table[lower];
      if (latin === undefined) return letter;
      return letter === lower || latin === '' ? latin : `${latin.charAt(0).toUpperCase()}${latin.slice(1)}`;
    }).join('');

const common: Table = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h' },
};
const bulgarian: Table = { ...common, ж: 'zh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ю: 'yu', я: 'ya', й: 'y' };

/** Law on transliteration of 2009; a final -ия is -ia. */
export const bulgarianLaw = (text: string): string =>
  spell({ ...bulgarian, ъ: 'a', ь: 'y' })(text.replace(/ия(?=\s|$)/g, 'иа'));
export const bulgarianBgn = spell({ ...bulgarian, х: 'kh', ъ: 'ŭ', ь: '’' });
export const bulgarianIso = spell({
  ...common,
  ...{ ж: 'ž', ц: 'c', ч: 'č', ш: 'š', щ: 'ŝ', ю: 'û', я: 'â', й: 'j', ъ: 'ʺ', ь: 'ʹ' },
});
export const bulgarianScholarly = spell({
  ...common,
  ...{ ж: 'ž', ц: 'c', ч: 'č', ш: 'š', щ: 'št', ю: 'ju', я: 'ja', й: 'j', ъ: 'ă', ь: 'j' },
});

const serbian: Table = {
  ...common,
  ...{ ђ: 'đ', ж: 'ž', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ć', ц: 'c', ч: 'č', џ: 'dž', ш: 'š' },
};
export const serbianLatin = spell(serbian);
/** As in messages and e-mail: no signs, or đ written dj. */
export const serbianBare = (text: string): string => bare(serbianLatin(text)).replace(/đ/g, 'd').replace(/Đ/g, 'D');
export const serbianDj = (text: string): string => bare(serbianLatin(text)).replace(/đ/g, 'dj').replace(/Đ/g, 'Dj');

const macedonian: Table = { ...common, ѕ: 'dz', ј: 'j', ц: 'c', љ: 'lj', њ: 'nj' };
export const macedonianPassport = spell({
  ...macedonian,
  ...{ ѓ: 'gj', ќ: 'kj', ж: 'zh', ч: 'ch', џ: 'dj', ш: 'sh' },
});
export const macedonianIso = spell({ ...macedonian, ѓ: 'ǵ', ќ: 'ḱ', ж: 'ž', ч: 'č', џ: 'dž', ш: 'š' });
export const macedonianAsSerbian = spell({ ...macedonian, ѓ: 'đ', ќ: 'ć', ж: 'ž', ч: 'č', џ: 'dž', ш: 'š' });

/** Signs above and below letters left out. */
export const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[ʺʹ’]/g, '');
/** ş and ţ of the keyboards before 2007. */
export const romanianOld = (text: string): string =>
  text.replace(/ș/g, 'ş').replace(/ț/g, 'ţ').replace(/Ș/g, 'Ş').replace(/Ț/g, 'Ţ');
/** î everywhere, as before 1993. */
export const romanianOldA = (text: string): string => romanianOld(text).replace(/â/g, 'î');
