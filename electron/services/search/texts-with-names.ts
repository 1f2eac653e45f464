/** Which of some texts name a person of the register (R48). */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { Names } from '../names/names.ts';
import { findReadable } from '../records/find-readable.ts';
import { rememberNamed } from '../records/named-texts.ts';
import { requireEdit } from '../records/permissions.ts';
import type { RecordSession } from '../records/record-session.ts';
import { indexState } from './search.ts';

export interface TextsWithNames {
  find(session: RecordSession, input: ParsedInput<'text.names'>): Promise<Output<'text.names'>>;
}

/** Asked for a record that the session may change; a session without the vault key is told nothing. */
export function createTextsWithNames(names: Names): TextsWithNames {
  return {
    async find(session, { recordId, texts }) {
      requireEdit(session, findReadable(session, recordId).record);
      const answer = await names.ask(session.register, { kind: 'texts', texts });
      const said = answer !== null && 'named' in answer ? answer.named : [];
      const named = texts.filter((_, at) => said[at] === true);
      rememberNamed(session.register.database, named);
      return { index: indexState(answer), named };
    },
  };
}
