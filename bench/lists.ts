/** The list and its search through the gates, against the query alone on the same connection. */
import { type Comparison, compare, timed } from './compare.ts';
import type { BenchProgram } from './program.ts';

const limit = 50;
const repeat = 5;

/** First page without a word, one record found by its code, and a word that stands in many records. */
export async function compareLists({ session, call }: BenchProgram, rounds: number): Promise<Comparison[]> {
  const { database } = session.register;
  const list = (search: string | null) =>
    call('record.list', {
      entity: 'victim',
      filters: [],
      states: null,
      archived: null,
      binned: false,
      search,
      order: { by: 'savedAt', descending: true },
      after: null,
      limit,
    });
  const page = database.prepareRaw(
    `SELECT * FROM victim INDEXED BY victim_saved_at_id WHERE binned_at IS NULL ORDER BY saved_at DESC, id DESC LIMIT ${limit}`,
  );
  const found = database.prepareRaw(
    `SELECT * FROM victim WHERE seq IN (SELECT rowid FROM victim__text WHERE body MATCH ?) AND binned_at IS NULL
     ORDER BY saved_at DESC, id DESC LIMIT ${limit}`,
  );
  const code = String(
    database.prepare('SELECT code FROM victim WHERE code IS NOT NULL ORDER BY random() LIMIT 1').get()?.code,
  );
  const exact = `"${code.toLowerCase()}"`;
  const many = '2024';
  const hits = (await list(many)).total;
  if ((await list(code)).total < 1 || found.all(exact).length < 1 || hits < limit)
    throw new Error('the words find nothing');
  return [
    await compare(
      {
        name: `first page of the list (${limit} records, with the whole count)`,
        reference: 'walk along the index',
        rounds,
      },
      () => timed(repeat, () => list(null)),
      () => timed(repeat, () => page.all()),
    ),
    await compare(
      { name: 'search for one code', reference: 'MATCH and the wide row', rounds },
      () => timed(repeat, () => list(code)),
      () => timed(repeat, () => found.all(exact)),
    ),
    await compare(
      { name: `search for a word in ${hits} records`, reference: 'MATCH, sorted, the wide rows', rounds },
      () => timed(repeat, () => list(many)),
      () => timed(repeat, () => found.all(`"${many}"*`)),
    ),
  ];
}
