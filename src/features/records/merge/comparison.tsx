import { Radio, Switch } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerOf } from '#shared/dictionary/registers.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../../api/session.ts';
import { Badge } from '../../../ui/badge.tsx';
import { formModel } from '../form/form-model.ts';
import { useWords } from '../texts/use-words.ts';
import { ComparedField } from './compared-field.tsx';
import { ComparedGroup } from './compared-group.tsx';
import { areCompared } from './compared-values.ts';
import classes from './merge.module.css';
import { type Choice, otherSide, type Prepared, type Side, type SideRecord, toggled } from './merge-choice.ts';
import { nameOfSide } from './side-name.ts';

type ComparisonProps = {
  prepared: Prepared;
  /** Left out where there is only something to look at. */
  choice?: Choice;
  mayKeep?: (side: Side) => boolean;
  onKeep?: (side: Side) => void;
  onChoose?: (choice: Choice) => void;
};

const sides = ['id', 'other'] as const;

/** Two records beside each other, section by section as in the form; what is the same in both can be shown too. */
export function Comparison({ prepared, choice, mayKeep, onKeep, onChoose }: ComparisonProps) {
  const { t } = useTranslation('merge');
  const words = useWords();
  const { register } = useSession();
  const model = formModel(registerOf(register.kind), prepared.id.meta.entity);
  const [isAllShown, showAll] = useState(false);
  const values = (entity: string) => {
    const of = ({ content, identity }: SideRecord) => (entity === model.entity ? content.values : (identity ?? {}));
    return { id: of(prepared.id), other: of(prepared.other) };
  };
  const take = (entity: string, field: string, side: Side) => {
    if (choice === undefined) return;
    const isTaken = side !== choice.kept;
    const part = entity === model.entity ? 'fields' : 'identity';
    onChoose?.({ ...choice, [part]: toggled(choice[part], field, isTaken) });
  };
  const chosenSide = (entity: string, field: string): Side | null => {
    if (choice === undefined) return null;
    const taken = entity === model.entity ? choice.fields : choice.identity;
    return taken.has(field) ? otherSide(choice.kept) : choice.kept;
  };

  return (
    <>
      <Switch
        checked={isAllShown}
        label={t('showSame')}
        mb="sm"
        onChange={(event) => showAll(event.currentTarget.checked)}
      />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('answer')}</th>
              {sides.map((side) => (
                <th key={side} scope="col">
                  <SideHead record={prepared[side]} />
                  {choice !== undefined && (
                    <Radio
                      checked={choice.kept === side}
                      disabled={mayKeep?.(side) === false}
                      label={t('record.stays')}
                      mt={6}
                      name="kept"
                      onChange={() => onKeep?.(side)}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {model.sections.map((section) => {
            const rows = section.items.flatMap((item) => {
              if (item.kind === 'group') {
                const { entity } = item;
                const rowsOf = ({ content }: SideRecord) => content.groups[entity.id] ?? [];
                const both = { id: rowsOf(prepared.id), other: rowsOf(prepared.other) };
                if (both.id.length + both.other.length === 0) return [];
                return [
                  <ComparedGroup
                    choice={choice ?? null}
                    entity={entity}
                    index={model.index}
                    isAllShown={isAllShown}
                    key={entity.id}
                    onToggle={(row, isIn) =>
                      choice !== undefined && onChoose?.({ ...choice, rows: toggled(choice.rows, row, isIn) })
                    }
                    rows={both}
                  />,
                ];
              }
              const fields = item.kind === 'field' ? [item.field] : item.fields.map(({ field }) => field);
              return fields.flatMap((field) => {
                const both = values(field.entity);
                const state = areCompared(field, both.id[field.id], both.other[field.id]);
                if (state === 'nothing' || (state === 'same' && !isAllShown)) return [];
                return [
                  <ComparedField
                    chosen={chosenSide(field.entity, field.id)}
                    field={field}
                    isSame={state === 'same'}
                    key={`${field.entity}.${field.id}`}
                    onChoose={(side) => take(field.entity, field.id, side)}
                    values={{ id: both.id[field.id], other: both.other[field.id] }}
                  />,
                ];
              });
            });
            if (rows.length === 0) return null;
            return (
              <tbody key={section.id}>
                <tr>
                  <th className={classes.section} colSpan={3} scope="colgroup">
                    {words.section(section.id)}
                  </th>
                </tr>
                {rows.map((row) => (
                  <Fragment key={row.key}>{row}</Fragment>
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
    </>
  );
}

function SideHead({ record }: { record: SideRecord }) {
  const { t } = useTranslation('merge');
  const { t: translate } = useTranslation();
  const words = useWords();
  const { meta } = record;
  return (
    <div className={classes.head}>
      <strong>{nameOfSide(record, words, t)}</strong> <Badge>{translate(codeTextKey('RECSTAT', meta.state))}</Badge>
      <div className={classes.dim}>
        {t('enteredBy', { name: meta.enteredBy.displayName, at: words.formats.date(meta.createdAt.slice(0, 10)) })}
      </div>
    </div>
  );
}
