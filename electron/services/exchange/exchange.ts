/** Import, export and templates as the handlers see them. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { atomicReplace } from '../../platform/atomic-replace.ts';
import { loadKind } from '../load-kind.ts';
import type { OpenSession } from '../sessions.ts';
import type { ExportJobInput } from './export-job.ts';
import { type ImportParts, startImport } from './import-records.ts';
import { importTemplate } from './import-template.ts';

export interface Exchange {
  template(input: ParsedInput<'exchange.template'>): Promise<Output<'exchange.template'>>;
  import(session: OpenSession, input: ParsedInput<'exchange.import'>): Output<'exchange.import'>;
  export(session: OpenSession, input: ParsedInput<'exchange.export'>): Output<'exchange.export'>;
}

/** Starts imports and exports; nothing leaves without an entry in the audit log. */
export function createExchange(parts: ImportParts): Exchange {
  return {
    async template({ kind, entity, language, file }) {
      await loadKind(kind);
      const index = indexOfKind(kind);
      if (!index.register.entities.some(({ id }) => id === entity))
        throw new AppError('INVALID_INPUT', { fields: ['entity'] });
      const text = importTemplate(index, entity, language);
      if (file !== null) atomicReplace(file, Buffer.from(text, 'utf8'));
      return { file, text };
    },

    import: (session, input) => startImport(parts, session, input),

    export(session, { folder, labels, identifiedReason, clear }) {
      // An analyst's export is always pseudonymised; only a supervisor may ask for more, and says why.
      if (identifiedReason !== null && !session.account.roles.includes('supervisor')) {
        throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
      }
      const { register } = session;
      const input: ExportJobInput = {
        kind: register.kind,
        registerFolder: register.folder,
        dataKey: register.keys.data,
        folder,
        labels,
        pseudonymised: identifiedReason === null,
        clear,
      };
      return parts.jobs.start('exchange.export', async (tools) => {
        const result = await parts.threads.run<ExportJobInput, JobResult<'exchange.export'>>('export', input, tools);
        parts.audit.append(session, {
          name: 'exchange.export',
          outcome: 'written',
          detail: {
            records: result.records,
            pseudonymised: input.pseudonymised,
            encrypted: result.encrypted,
            ...(identifiedReason === null ? {} : { reasonGiven: true }),
          },
        });
        return result;
      });
    },
  };
}
