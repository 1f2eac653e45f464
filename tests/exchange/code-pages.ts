/** Letters of three Windows code pages by hand: Node decodes them but does not write them. */
type CodePage = 'windows-1250' | 'windows-1251' | 'windows-1252';

/** Byte of each letter outside ASCII that the tests use. Source: unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS. */
const tables: Readonly<Record<CodePage, Readonly<Record<string, number>>>> = {
  'windows-1250': {
    Š: 0x8a,
    Ž: 0x8e,
    š: 0x9a,
    ž: 0x9e,
    ś: 0x9c,
    Ş: 0xaa,
    ş: 0xba,
    Ç: 0xc7,
    Č: 0xc8,
    ç: 0xe7,
    č: 0xe8,
    Ć: 0xc6,
    ć: 0xe6,
    ë: 0xeb,
    Ë: 0xcb,
    Đ: 0xd0,
    đ: 0xf0,
    Ő: 0xd5,
    ő: 0xf5,
    ă: 0xe3,
    Ă: 0xc3,
    â: 0xe2,
    î: 0xee,
    Ţ: 0xde,
    ţ: 0xfe,
  },
  'windows-1251': {
    Ѓ: 0x81,
    ѓ: 0x83,
    Љ: 0x8a,
    Њ: 0x8c,
    Ќ: 0x8d,
    Џ: 0x8f,
    љ: 0x9a,
    њ: 0x9c,
    ќ: 0x9d,
    џ: 0x9f,
    Ј: 0xa3,
    ј: 0xbc,
    Ѕ: 0xbd,
    ѕ: 0xbe,
    ...Object.fromEntries(Array.from({ length: 64 }, (_, n) => [String.fromCharCode(0x410 + n), 0xc0 + n])),
  },
  'windows-1252': { Ç: 0xc7, ç: 0xe7, Ë: 0xcb, ë: 0xeb, é: 0xe9, ö: 0xf6, ü: 0xfc, '–': 0x96, '“': 0x93, '”': 0x94 },
};

/** The bytes of a text in a code page; a letter that its table lacks is an error of the test. */
export function encode(text: string, page: CodePage): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const byte = letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : tables[page][letter];
    if (byte === undefined) throw new Error(`the table of ${page} has no ${letter}`);
    return byte;
  });
}
