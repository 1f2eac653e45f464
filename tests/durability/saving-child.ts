/**
 * Takes one record after another through its life, in a process of its own: created, saved, named, numbered, completed,
 * corrected. Says of each write what it is before it is asked for, and what it became once it was answered.
 */
import '../load-dictionaries.ts';
import { v7 as newId } from 'uuid';
import type { Input } from '#shared/contract/contract.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { listOf } from '../records/list-of.ts';
import { startBuiltProgram } from './built-program.ts';
import { createRandom } from './random.ts';
import { killThisProcess, say, sayReady } from './say.ts';

const [userData = '', register = '', passphrase = '', seed = '', end = '', count = '', delay = ''] =
  process.argv.slice(2);
const random = createRandom(Number(seed));
const { call } = startBuiltProgram(userData);
const index = indexOfKind('victims');

/** A completed record of the register, to be entered again as somebody else's. */
interface Pattern {
  readonly content: RecordContent;
  readonly identity: Readonly<Record<string, unknown>>;
}

async function findPatterns(): Promise<Pattern[]> {
  const order = { by: 'number', descending: false } as const;
  const filters = [
    { kind: 'state' as const, anyOf: ['complete' as const] },
    { kind: 'archived' as const, is: false },
  ];
  const asked = listOf('victim', { filters, order, columns: ['episode_no'], limit: 40 });
  const { rows } = await call('record.list', asked);
  const patterns: Pattern[] = [];
  for (const { meta } of rows.filter((row) => row.meta.hasIdentity && row.cells[0] === 1)) {
    const { findings } = await call('record.check', { id: meta.id });
    if (findings.some(({ level }) => level === 'hard')) continue;
    const { content, allowed } = await call('record.open', { id: meta.id });
    // Closed ones change no more.
    if (!allowed.edit) continue;
    const { values } = await call('identity.open', { recordId: meta.id, reason: null });
    patterns.push({ content, identity: values });
    if (patterns.length === 3) break;
  }
  return patterns;
}

const typed = new Set(
  index
    .fieldsOf('victim')
    .filter(({ meta, derived }) => meta === undefined && derived !== true)
    .map(({ id }) => id),
);

/** The pattern under new ids, with the word of this save in texts, codes and rows. */
function contentOf({ content }: Pattern, word: string, n: number, ids: Map<string, string>): RecordContent {
  const idOf = (id: string): string => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  const values = Object.fromEntries(Object.entries(content.values).filter(([field]) => typed.has(field)));
  const groups = Object.entries(content.groups).map(([group, rows]) => {
    const kept = group === 'service' && n % 2 === 0 ? rows.slice(0, -1) : rows;
    return [group, kept.map((row) => ({ id: idOf(row.id), values: row.values }))] as const;
  });
  return { values: { ...values, ...worded(word, n) }, groups: Object.fromEntries(groups) };
}

const sources = ['police_file', 'ngo_report', 'court_file', 'helpline_call'];
const worded = (word: string, n: number) => ({ justice_case_ref: word, data_source: sources.slice(0, 1 + (n % 4)) });

/** At a moment of the parent's choice, or soon after a request was sent or answered. */
const seen: Record<string, number> = {};
function pass(moment: 'sent' | 'answered'): void {
  seen[moment] = (seen[moment] ?? 0) + 1;
  if (moment !== end || seen[moment] !== Number(count)) return;
  if (Number(delay) === 0) killThisProcess();
  else setTimeout(killThisProcess, Number(delay));
}

type Meta = { readonly id: string; readonly revision: number };
type Saved = { readonly meta: Meta; readonly content: RecordContent };

/** One write: `word` is what the record says of itself after it, `name` what the vault says. */
async function write(at: Meta, word: string, name: string, act: (at: Meta) => Promise<Saved>): Promise<Meta> {
  say('sends', { id: at.id, revision: at.revision + 1, word, name });
  const answer = act(at);
  pass('sent');
  const { meta, content } = await answer;
  say('done', { id: meta.id, revision: meta.revision, word, name, content });
  pass('answered');
  return { id: meta.id, revision: meta.revision };
}

const newWord = (): string =>
  `w${Array.from({ length: 12 }, () => 'abcdefghijklmnop'[Math.floor(random() * 16)] ?? '').join('')}`;

async function oneLife(pattern: Pattern): Promise<void> {
  const ids = new Map<string, string>();
  const legs = Array.from({ length: 4 }, () => newId());
  const created = await call('record.create', { entity: 'victim' });
  say('done', { id: created.meta.id, revision: 1, word: '', name: '', content: created.content });
  pass('answered');
  let at: Meta = created.meta;
  let name = '';
  let word = '';
  const save = async (content: (word: string) => RecordContent, reason: string | null): Promise<void> => {
    word = newWord();
    const sent = plain(content(word));
    at = await write(at, word, name, (meta) => call('record.save', { ...only(meta), content: sent, reason }));
  };
  const identify = async (): Promise<void> => {
    name = newWord();
    const { national_id: _, ...others } = pattern.identity;
    const values = { ...others, first_name: name, last_name: name } as Record<string, string>;
    at = await write(at, word, name, ({ id, revision }) => call('identity.save', { recordId: id, revision, values }));
  };
  const complete = async (): Promise<void> => {
    const { findings } = await call('record.check', { id: at.id });
    const rules = new Set(findings.map(({ rule }) => rule));
    const confirmations = [...rules].map((rule) => ({ rule, reason: 'Compared with the paper.' }));
    at = await write(at, word, name, (meta) => call('record.complete', { ...only(meta), confirmations }));
  };
  for (let n = 1; n <= 2; n += 1) {
    const rows = (border_point: string) => legs.slice(0, 2 + n).map((id) => ({ id, values: { border_point } }));
    await save((each) => ({ values: worded(each, n), groups: { journey_leg: rows(each) } }), null);
  }
  await save((each) => contentOf(pattern, each, 3, ids), null);
  await identify();
  at = await write(at, word, name, (meta) => call('record.number', only(meta)));
  await complete();
  await save((each) => contentOf(pattern, each, 4, ids), 'A mistake in typing.');
  await identify();
  at = await write(at, word, name, (meta) => call('record.return', { ...only(meta), reason: 'A page is missing.' }));
  await save((each) => contentOf(pattern, each, 5, ids), null);
  await complete();
}

const only = ({ id, revision }: Meta): Meta => ({ id, revision });
/** The contract declares plain, writable JSON; the content is the same, only read-only. */
const plain = (content: RecordContent) => content as Input<'record.save'>['content'];

await call('session.sign-in', { path: register, login: 'first', passphrase });
const patterns = await findPatterns();
if (patterns.length === 0) throw new Error('no record to begin from');
sayReady();
for (;;) await oneLife(patterns[Math.floor(random() * patterns.length)] as Pattern);
