import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import type { Language } from '#shared/languages.ts';
import { listOf } from './list-of.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

let register: TestRegister;
let officer: RecordSession;

beforeEach(() => {
  register = openTestRegister();
  officer = register.as('ana');
});
afterEach(() => register.close());

const list = (more: Parameters<typeof listOf>[1]) => register.records.list(officer, listOf('victim', more));

function create(institution: string | null, by: RecordSession = officer): string {
  const { meta, content } = register.records.create(by, 'victim');
  if (institution === null) return meta.id;
  const values = { ...content.values, reporting_institution: institution };
  register.records.save(by, { id: meta.id, revision: meta.revision, content: { ...content, values }, reason: null });
  return meta.id;
}

/** Written as a printed directory of the country has them. */
const alphabets: Readonly<Record<Language, readonly string[]>> = {
  sq: [
    'Cana',
    'Çana',
    'Dana',
    'Dhana',
    'Ema',
    'Ëma',
    'Gana',
    'Gjana',
    'Lana',
    'Llana',
    'Sana',
    'Shana',
    'Zana',
    'Zhana',
  ],
  bs: [
    'Cana',
    'Čana',
    'Ćana',
    'Dana',
    'Džana',
    'Đana',
    'Lana',
    'Ljana',
    'Nana',
    'Njana',
    'Sana',
    'Šana',
    'Zana',
    'Žana',
  ],
  mk: ['Гана', 'Дана', 'Ѓана', 'Ѕана', 'Јана', 'Лана', 'Љана', 'Нана', 'Њана', 'Тана', 'Ќана', 'Џана', 'Шана'],
  bg: ['Вана', 'Гана', 'Жана', 'Зана', 'Йана', 'Тана', 'Цана', 'Чана', 'Шана', 'Щана', 'Юна', 'Яна'],
  ro: ['Ana', 'Ăna', 'Âna', 'Bana', 'Ina', 'Îna', 'Sana', 'Șana', 'Tana', 'Țana', 'Zana'],
  en: ['Ana', 'Ćana', 'Dana', 'Ëma', 'Zana', 'Гана', 'Яна'],
};

test.each(Object.keys(alphabets) as Language[])(
  'names of institutions stand in the alphabet of %s, both ways',
  async (language) => {
    const names = alphabets[language];
    const { database } = register;
    const wanted = names.map((name, at) => {
      const code = `inst${String((at * 7) % names.length).padStart(2, '0')}`;
      database
        .prepare(
          `INSERT INTO "reference_entry" ("list", "code", "names", "type", "country") VALUES ('INST', ?, ?, 'police', 'XKX')`,
        )
        .run(`${code}_${at}`, JSON.stringify({ [language]: name }));
      return { name, code: `${code}_${at}` };
    });
    // Entered in the order of their codes, which is not that of their names.
    for (const { code } of wanted.toSorted((a, b) => (a.code < b.code ? -1 : 1))) create(code);
    create(null);
    const columns = ['reporting_institution'];
    for (const descending of [false, true]) {
      const order = { by: 'field', field: 'reporting_institution', descending } as const;
      const { rows } = await list({ order, language, columns });
      const shown = rows.map(({ cells: [code] }) => wanted.find((each) => each.code === code)?.name ?? null);
      expect(shown).toEqual([...(descending ? names.toReversed() : names), null]);
    }
  },
);

test('an account that gets another name moves in a list ordered by names, although no record changed', async () => {
  const boris = register.as('boris');
  const [ofAna, ofBoris] = [create(null), create(null, boris)];
  const order = { by: 'enteredBy', descending: false } as const;
  const ids = async () => (await list({ order })).rows.map(({ meta }) => meta.id);
  expect(await ids()).toEqual([ofAna, ofBoris]);
  register.database.prepare(`UPDATE "account" SET "display_name" = 'Zana' WHERE "id" = ?`).run(officer.account.id);
  expect(await ids()).toEqual([ofBoris, ofAna]);
});
