/** Prints forms through the gates of the real program and takes their HTML apart. */
import { join } from 'node:path';
import type { Output } from '#shared/contract/contract.ts';
import type { paperProcedures } from '#shared/contract/paper.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import type { Program } from '../program/open-program.ts';

type Blank = InputOf<(typeof paperProcedures)['paper.print-blank']>;
type Filled = InputOf<(typeof paperProcedures)['paper.print-filled']>;

const plain = { language: 'en', explanations: false, annex: true, blankRows: 3, continuationRows: 0 } as const;

export const blankInput = (program: Program, more: Partial<Blank> = {}): Blank => ({
  ...plain,
  entity: 'victim',
  identitySheet: false,
  file: join(program.folder, 'form.pdf'),
  ...more,
});

export const filledInput = (program: Program, id: string, more: Partial<Filled> = {}): Filled => ({
  ...plain,
  id,
  identitySheet: 'none',
  reason: null,
  file: join(program.folder, 'form.pdf'),
  ...more,
});

export interface PrintedForm {
  readonly html: string;
  /** Bodies of its sheets; each begins on a page of its own. */
  readonly sheets: readonly string[];
}

/** The print that was made last. */
export function lastForm({ printed }: Program): PrintedForm {
  const html = printed.at(-1) ?? '';
  return { html, sheets: html.split(/<section class="sheet sheet\d+">/).slice(1) };
}

/** What a reader sees of a piece of HTML. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

// Invented; each stands out in a search.
export const identity = {
  first_name: 'Zzyxanta',
  last_name: 'Qwordova',
  national_id: '9911223344',
  contact_details: 'Rruga Xhuxhubardha 9',
  date_of_birth: '2009-04-17',
};

type Content = InputOf<typeof import('#shared/contract/record.ts').recordProcedures['record.save']>['content'];

/** A victim of the account that is signed in, with an identity. */
export async function victimWithIdentity(
  program: Program,
  content: Content = { values: {}, groups: {} },
): Promise<Output<'identity.save'>['meta']> {
  const { meta } = await program.call('record.create', { entity: 'victim' });
  const values = { consent_given: 'yes', sex: 'female', ...content.values };
  const saved = await program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { values, groups: content.groups },
    reason: null,
  });
  const named = await program.call('identity.save', {
    recordId: meta.id,
    revision: saved.meta.revision,
    values: identity,
  });
  return named.meta;
}

export const entriesOf = (program: Program, name: string) => {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database
    .prepare('SELECT "outcome", "detail" FROM "audit_entry" WHERE "name" = ? ORDER BY "number"')
    .all(name) as { outcome: string; detail: string }[];
};
