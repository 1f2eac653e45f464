import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import type { FormModel } from '../form/form-model.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';
import classes from './likely-persons.module.css';
import { type Likely, useLikelyPersons } from './use-likely-persons.ts';

type Person = Likely['persons'][number];

/** Who may be registered already, with the reasons, while the names are typed. Nothing is linked by itself. */
export function LikelyPersons({ row }: { row?: string }) {
  const { t } = useTranslation('search');
  const formats = useFormats();
  const likely = useLikelyPersons(row);
  const id = useId();
  const [taken, setTaken] = useState<string | null>(null);
  const { store, model } = useFormTools();
  const hasNumber = useEditor((state) => state.meta.number !== null);
  const codeAt = codePlaceOf(model, row);
  // The code of a numbered record is its own; that of a row may still be another person's who turned out to be the same.
  const canLink = useEditor((state) => state.allowed.edit && codeAt !== null && (row !== undefined || !hasNumber));
  const link = (code: string) => {
    if (codeAt === null) return;
    store.write(codeAt, code);
    setTaken(code);
  };
  const persons = likely?.persons ?? [];

  return (
    <section aria-labelledby={persons.length > 0 ? id : undefined} className={classes.part}>
      {persons.length > 0 && (
        <>
          <h3 className={classes.heading} id={id}>
            {t('likely.title')}
          </h3>
          <p className={classes.note}>{t('likely.note')}</p>
          <ul className={classes.list}>
            {persons.map((person) => (
              <LikelyPerson key={person.person} onLink={canLink ? link : null} person={person} />
            ))}
          </ul>
        </>
      )}
      <div className={persons.length > 0 ? classes.heard : classes.note} role="status">
        {likely?.index.state === 'building' &&
          t('likely.building', { done: formats.number(likely.index.done), total: formats.number(likely.index.total) })}
        {persons.length > 0 && t('likely.found', { count: persons.length })}
        {taken !== null && t('likely.taken', { code: taken })}
      </div>
    </section>
  );
}

/** Where the code of a person stands: in the record, or in her row. */
function codePlaceOf({ index, entity, codeField }: FormModel, row: string | undefined): FieldRef | null {
  if (row === undefined) return codeField === null ? null : { entity, field: codeField };
  const fields = personFieldsOf(index, entity);
  return fields?.code ? { entity: fields.bearer, row, field: fields.code.id } : null;
}

type LikelyPersonProps = {
  person: Person;
  /** Takes over the code; null where the record has its own already. */
  onLink: ((code: string) => void) | null;
};

function LikelyPerson({ person, onLink }: LikelyPersonProps) {
  const { t } = useTranslation('search');
  const { openRecord } = useRecordNavigation();
  const id = useId();
  const { code, birthYear, name, reasons } = person;
  const shown = name === null ? null : [name.given, name.family].filter((part) => part !== '').join(' ');
  return (
    <li className={classes.person}>
      <div className={classes.text}>
        <p className={classes.who} id={id}>
          {[
            code ?? t('noCode'),
            ...(shown === null ? [] : [shown]),
            birthYear === null ? t('bornUnknown') : t('born', { year: birthYear }),
          ].join(' · ')}
        </p>
        <p className={classes.reasons}>{reasons.map((reason) => t(`likely.reasons.${reason}`)).join(', ')}</p>
      </div>
      <div className={classes.buttons}>
        {onLink !== null && code !== null && (
          <Button aria-describedby={id} onClick={() => onLink(code)} size="compact-sm" variant="light">
            {t('likely.same')}
          </Button>
        )}
        <Button aria-describedby={id} onClick={() => openRecord(person.recordId)} size="compact-sm" variant="default">
          {t('likely.open')}
        </Button>
      </div>
    </li>
  );
}
