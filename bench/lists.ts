/** The list and its search through the gates, against the query alone on the same connection. */
import '../tests/load-dictionaries.ts';
import type { Output } from '#shared/contract/contract.ts';
import type { ListQuery } from '#shared/contract/list-query.ts';
import { columnsOf } from '#shared/dictionary/derive-columns.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { fold } from '#shared/locale/fold.ts';
import { type Comparison, compare, timed } from './compare.ts';
import type { BenchProgram } from './program.ts';

const limit = 50;
const repeat = 20;
/** What the list shows before anybody chooses. */
const columns = columnsOf(indexOfKind('victims'), 'victim').flatMap(({ field, isDefault }) =>
  isDefault ? [field.id] : [],
);

type Listing = (
  query: Partial<ListQuery>,
  place?: { readonly offset?: number; readonly version?: number },
) => Promise<Output<'record.list'>>;

/** One after the other, over and over. */
function taking(words: readonly string[]): () => string {
  let taken = 0;
  return () => {
    taken += 1;
    return words[taken % words.length] ?? '';
  };
}

/** First page without a word, one record found by its code, and a word that stands in many records. */
export async function compareLists(program: BenchProgram, rounds: number): Promise<Comparison[]> {
  const { session, call } = program;
  const { database } = session.register;
  const list: Listing = (query, { offset = 0, version = null as never } = {}) =>
    call('record.list', {
      entity: 'victim',
      filters: [],
      binned: false,
      search: null,
      order: { by: 'savedAt', descending: true },
      language: 'sq',
      ...query,
      columns,
      offset,
      limit,
      version,
      locate: null,
    });
  // What a list in SQL would walk along.
  database.sql.exec('CREATE INDEX bench_saved_at ON victim (saved_at, id)');
  const page = database.prepareRaw(
    `SELECT * FROM victim INDEXED BY bench_saved_at WHERE binned_at IS NULL ORDER BY saved_at DESC, id DESC LIMIT ${limit}`,
  );
  const far = database.prepareRaw(
    `SELECT * FROM victim INDEXED BY bench_saved_at WHERE binned_at IS NULL ORDER BY saved_at DESC, id DESC LIMIT ${limit} OFFSET ?`,
  );
  const found = database.prepareRaw(
    `SELECT * FROM victim WHERE seq IN (SELECT rowid FROM victim__text WHERE body MATCH ?) AND binned_at IS NULL
     ORDER BY saved_at DESC, id DESC LIMIT ${limit}`,
  );
  // A list that was just answered is kept: other words each time, so that each is looked for.
  const codes = taking(
    database
      .prepare('SELECT code FROM victim WHERE code IS NOT NULL ORDER BY random() LIMIT 40')
      .all()
      .map((row) => String(row.code)),
  );
  const years = taking(['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025']);
  // As the index has it: a W as check character is folded like every other letter.
  const exact = (code: string): string => `"${fold(code)}"`;
  const { total, version } = await list({});
  const hits = (await list({ search: '2024' })).total;
  const code = codes();
  if ((await list({ search: code })).total < 1 || found.all(exact(code)).length < 1 || hits < limit)
    throw new Error('the words find nothing');
  const middle = Math.floor(total / 2);
  const walked = { reference: 'walk along the index', rounds };
  const walk = () => timed(repeat, () => page.all());
  return [
    await compare(
      { name: `first page of the list (${limit} records, with the whole count)`, ...walked },
      () => timed(repeat, () => list({})),
      walk,
    ),
    await compare(
      { name: `${limit} records from the middle of the list`, reference: 'walk along the index as far', rounds },
      (round) => timed(1, () => list({}, { offset: middle + round * limit, version })),
      (round) => timed(1, () => far.all(middle + round * limit)),
    ),
    await compare(
      { name: 'search for one code', reference: 'MATCH and the wide row', rounds },
      () => timed(repeat, () => list({ search: codes() })),
      () => timed(repeat, () => found.all(exact(codes()))),
    ),
    await compare(
      {
        name: `search for a year that stands in some ${hits} records`,
        reference: 'MATCH, sorted, the wide rows',
        rounds,
      },
      () => timed(repeat, () => list({ search: years() })),
      () => timed(repeat, () => found.all(`"${years()}"*`)),
    ),
    await compareNarrowed(program, list, rounds),
  ];
}

/** Two filters and an order that no index has; each time a record has just been saved, so that nothing is known yet. */
async function compareNarrowed({ session, call }: BenchProgram, list: Listing, rounds: number): Promise<Comparison> {
  const { database } = session.register;
  const query: Partial<ListQuery> = {
    filters: [
      { kind: 'codes', field: 'sex', anyOf: ['female'] },
      { kind: 'codes', field: 'citizenship', anyOf: ['XKX', 'ALB'] },
    ],
    order: { by: 'field', field: 'reporting_institution', descending: false },
  };
  const where = `binned_at IS NULL AND sex = 'female'
    AND EXISTS (SELECT 1 FROM victim__citizenship WHERE owner_id = victim.id AND code IN ('XKX', 'ALB'))`;
  const counted = database.prepareRaw(`SELECT count(*) FROM victim WHERE ${where}`);
  const sorted = database.prepareRaw(
    `SELECT * FROM victim WHERE ${where} ORDER BY reporting_institution IS NULL, reporting_institution, seq LIMIT ${limit}`,
  );
  const { total } = await list(query);
  if (total !== Number(counted.get()?.[0])) throw new Error('the list and the query count differently');
  const { meta } = await call('record.create', { entity: 'victim' });
  let { revision } = meta;
  const saveOne = async (round: number): Promise<void> => {
    const { content } = await call('record.open', { id: meta.id });
    const values = { ...content.values, birth_year: 1950 + round };
    const saved = await call('record.save', { id: meta.id, revision, content: { ...content, values }, reason: null });
    revision = saved.meta.revision;
  };
  return compare(
    {
      name: `narrowed by two fields, ordered by a third, just after a record changed (${total} records fit)`,
      reference: 'the same counted and sorted in SQL',
      rounds,
    },
    async (round) => {
      await saveOne(round);
      return timed(1, () => list(query));
    },
    () => timed(1, () => [counted.get(), sorted.all()]),
  );
}
