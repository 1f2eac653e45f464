/** One record as a clean print: every field with its number, section by section. */
import type { RecordMeta } from '#shared/contract/record.ts';
import { type FormField, type FormGroup, type FormSection, formOf } from '#shared/dictionary/derive-form.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeTextKey, entityTextKey, fieldTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { identityOfRow } from '#shared/records/identity.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { rowNames } from '#shared/records/row-names.ts';
import { type Html, html } from './html.ts';
import { pageHead, printDocument, signatures } from './page.ts';
import { type LabelOf, valueHtml } from './value-text.ts';
import type { Writing } from './writing.ts';

export interface RecordPrint {
  readonly index: RegisterIndex;
  readonly meta: RecordMeta;
  readonly content: RecordContent;
  /** Direct identifiers, only where they were asked for and may be seen. */
  readonly identity: Values | null;
  readonly labelOf: LabelOf;
  /** Who prints, when, and the seal of the audit chain at that moment. */
  readonly printedBy: string;
  readonly printedAt: string;
  readonly seal: { readonly entry: number; readonly mark: string };
}

/** HTML of the print of one record. */
export function recordHtml(writing: Writing, print: RecordPrint): string {
  const { register, t, language, formats } = writing;
  const { meta, index } = print;
  const name = meta.code ?? t('print:record.withoutCode');
  const title = t('print:record.title', {
    entity: t(entityTextKey(register.kind, meta.entity), { count: 1 }),
    code: name,
  });
  const right = [
    t(`print:registers.${register.kind}`),
    t('print:record.revision', { revision: meta.revision }),
  ] as const;
  const facts: readonly (readonly [string, string])[] = [
    [t('print:record.number'), meta.number === null ? '–' : String(meta.number)],
    [t('print:record.state'), t(codeTextKey('RECSTAT', meta.state))],
    [t('print:record.savedAt'), formats.dateTime(meta.savedAt)],
    [t('print:record.enteredBy'), meta.enteredBy.displayName],
    [t('print:record.dictionary'), meta.dictionaryVersion],
  ];
  return printDocument({
    t,
    language,
    title,
    training: register.training,
    sheets: [
      {
        notice: t(print.identity ? 'print:record.noticeIdentity' : 'print:record.notice'),
        footLeft: t('print:footRecord', {
          version: register.programVersion,
          code: name,
          entry: print.seal.entry,
          seal: print.seal.mark,
        }),
        footCentre: t('print:printedBy', { name: print.printedBy, date: formats.dateTime(print.printedAt) }),
        body: html`${pageHead(register.institution, register.office, right)}
<h1>${title}</h1>
<p class="facts">${facts.map(([label, value]) => html`<span>${label}: <b>${value}</b></span>`)}</p>
${formOf(index, meta.entity).map((section) => sectionHtml(writing, print, section))}
${signatures(t)}`,
      },
    ],
  });
}

function sectionHtml(writing: Writing, print: RecordPrint, section: FormSection): Html {
  const { register, t } = writing;
  const parts: Html[] = [];
  let fields: FormField[] = [];
  const flush = (): void => {
    if (fields.length > 0) parts.push(fieldTable(writing, print, fields, print.content.values));
    fields = [];
  };
  for (const item of section.items) {
    if (item.kind === 'field') fields.push(item);
    else {
      flush();
      parts.push(item.kind === 'vault' ? vaultHtml(writing, print, item) : groupHtml(writing, print, item));
    }
  }
  flush();
  return html`<h2>${section.letter} ${t(sectionTextKey(register.kind, section.id))}</h2>${parts}`;
}

function fieldTable(writing: Writing, print: RecordPrint, fields: readonly FormField[], values: Values): Html {
  const { register, t } = writing;
  const rows = fields.map(({ field }) => {
    const label = t(fieldTextKey(register.kind, field, 'label'));
    const value = valueHtml(field, values[field.id], print.labelOf, writing);
    return html`<tr><td>${field.no}</td><td>${label}</td><td>${value}</td></tr>`;
  });
  return html`<table class="fields"><tbody>${rows}</tbody></table>`;
}

function vaultHtml(writing: Writing, print: RecordPrint, { fields, outer }: FormGroup): Html {
  const { identity } = print;
  if (!identity) return html`<p class="lead">${writing.t('print:record.identityLeftOut')}</p>`;
  if (outer === undefined) return fieldTable(writing, print, fields, identity);
  const persons = namedRows(writing, print, outer);
  return html`${persons.map(
    ({ row, name }) =>
      html`<p class="rowname">${name}</p>${fieldTable(writing, print, fields, identityOfRow(identity, row.id))}`,
  )}`;
}

function groupHtml(writing: Writing, print: RecordPrint, { entity, fields }: FormGroup): Html {
  const { register, t } = writing;
  const rows = namedRows(writing, print, entity.id);
  const key = entityTextKey(register.kind, entity.id);
  if (rows.length === 0)
    return html`<p class="rowname">${t(key, { count: 2 })}: <span class="empty">${t('print:record.noRows')}</span></p>`;
  return html`${rows.map(
    ({ row, name }) => html`<p class="rowname">${name}</p>${fieldTable(writing, print, fields, row.values)}`,
  )}`;
}

const namedRows = ({ register, t }: Writing, { content, index }: RecordPrint, entity: string) =>
  rowNames(index, content, entity, (id) => t(entityTextKey(register.kind, id), { count: 1 }));
