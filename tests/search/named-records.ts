/** Registrations of invented people, made through the contract as an officer makes them. */
import type { Values } from '#shared/records/record.ts';
import type { Program } from '../program/open-program.ts';

export interface Registered {
  readonly id: string;
  readonly revision: number;
}

/** Registers a person who consents; `more` are values outside the vault. */
export async function register(program: Program, identity: Values, more: Values = {}): Promise<Registered> {
  const { meta, content } = await program.call('record.create', { entity: 'victim' });
  const values = { ...content.values, consent_given: 'yes', ...more };
  const saved = await program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { values, groups: {} },
    reason: null,
  } as never);
  const named = await program.call('identity.save', {
    recordId: meta.id,
    revision: saved.meta.revision,
    values: identity,
  } as never);
  return { id: meta.id, revision: named.meta.revision };
}

/** Asks until the index of names is there; the answer itself says that it is not. */
export async function whenReady<A extends { index: { state: string } }>(ask: () => Promise<A>): Promise<A> {
  for (let times = 0; times < 400; times += 1) {
    const answer = await ask();
    if (answer.index.state !== 'building') return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the index of names is never ready');
}

export const searchNames = (program: Program, text: string, limit = 10) =>
  whenReady(async () => (await program.call('search.find', { text, limit })).names);

export const likelyTo = (
  program: Program,
  recordId: string,
  identity: Values,
  sex: string | null = null,
  citizenship: string[] = [],
) => whenReady(() => program.call('person.likely', { recordId, identity, sex, citizenship } as never));
