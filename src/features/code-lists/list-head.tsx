import { SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './code-lists.module.css';
import type { NamedList } from './use-list-names.ts';

export const shownParts = ['inUse', 'retired', 'all'] as const;
export type ShownPart = (typeof shownParts)[number];

type ListHeadProps = {
  list: NamedList;
  /** Entries that are shown. */
  count: number;
  note: string;
  search: string;
  onSearch: (text: string) => void;
  /** Left out where no entry of the list can be out of use. */
  shown?: { readonly part: ShownPart; readonly onChange: (part: ShownPart) => void };
  action?: ReactNode;
};

/** Name of a list, which fields choose from it, and what of it is shown. */
export function ListHead({ list, count, note, search, onSearch, shown, action }: ListHeadProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  return (
    <div className={classes.head}>
      <div className={classes.headLine}>
        <h2 className={classes.name}>{list.name}</h2>
        <span aria-live="polite" className={classes.quiet}>
          {t('count', { count, number: formats.number(count) })}
        </span>
        <span className={classes.action}>{action}</span>
      </div>
      <p className={classes.quiet}>{note}</p>
      {list.fields.length === 0 ? null : (
        <p className={classes.quiet}>{t('usedIn', { fields: list.fields.join(', ') })}</p>
      )}
      <div className={classes.headLine}>
        <TextInput
          aria-label={t('search')}
          className={classes.search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          placeholder={t('search')}
          value={search}
        />
        {shown === undefined ? null : (
          <SegmentedControl
            aria-label={t('shown.label')}
            data={shownParts.map((part) => ({ value: part, label: t(`shown.${part}`) }))}
            onChange={(part) => shown.onChange(part as ShownPart)}
            value={shown.part}
          />
        )}
      </div>
    </div>
  );
}
