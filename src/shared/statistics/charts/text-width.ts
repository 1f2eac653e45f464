/** How wide words are in Noto Sans: a drawing has to know it before anybody has drawn it. */

/** Advance widths in hundredths of the font size, measured from the regular weight and rounded up. */
const letters: Readonly<Record<number, string>> = {
  18: '’‘',
  24: "'",
  26: ' ijlîј',
  28: '!,.:;J·Ј',
  30: '()`',
  34: '-I[]Î',
  36: 'f“”',
  38: '/\\t{}ț•',
  42: '"r„',
  44: '?°гѓ',
  46: '_',
  48: 'cszçčćžšșтѕ',
  50: '–зсэ',
  52: 'Fvy«»§ГухЃ',
  54: 'Lkxкќ',
  56: '*EST|ËŠȘȚЕТаеьѐЅ',
  58: '$+0123456789<=>YZ^ae~ëŽăâáéäàèê€−×Звя',
  60: 'VXХблоч',
  62: 'KPbdghnopquđóúüöñБРУЬднпрцџђ',
  64: 'ACRÇČĆĂÂАКСЯийъѝЌћ',
  66: '#BВЭ',
  68: 'Ч',
  70: 'ЛЪ',
  72: 'ЂЋ',
  74: '&DGUĐДПЦфЏ',
  76: 'HNИЙНжы',
  78: 'Ом',
  80: 'OQw…ю',
  82: 'Ф',
  84: '%',
  86: 'Ыљ',
  90: '@шщњ',
  92: 'MЖМ',
  94: 'Wm',
  100: '—Ю',
  102: 'Љ№',
  104: 'ШЩЊ',
};

const widths = new Map<string, number>(
  Object.entries(letters).flatMap(([width, each]) => [...each].map((letter) => [letter, Number(width) / 100] as const)),
);
/** Of a letter that was not measured; wide, since a cut word is worse than a gap. */
const otherLetter = 0.8;

/** Width of a line of text in the unit of the font size. */
export const textWidth = (text: string, fontSize: number): number =>
  [...text].reduce((sum, letter) => sum + (widths.get(letter) ?? otherLetter), 0) * fontSize;

/** Lines of at most `most`, broken between words; a single word may be wider, and is never cut. */
export function wrapped(text: string, most: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=[\s/-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + word).trimEnd(), fontSize) <= most)
      lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}
