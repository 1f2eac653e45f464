import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryList } from '#shared/dictionary/reference-lists/edited-lists.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { codeDefinitionKey, codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import classes from './code-lists.module.css';
import { ListHead } from './list-head.tsx';
import type { NamedList } from './use-list-names.ts';

interface Line {
  readonly code: string;
  /** By which it is chosen on the keyboard; countries are chosen by their code. */
  readonly number: number | null;
  readonly label: string;
  readonly definition: string;
  /** Why nobody chooses it by hand. */
  readonly remark: string | null;
}

/** A list of the dictionary: read here, changed with a new version of the program. */
export function FixedList({ list }: { list: NamedList }) {
  const { t } = useTranslation('code-lists');
  const { fold } = useFormats();
  const [search, setSearch] = useState('');
  const lines = useLines(list.id);
  const wanted = fold(search);
  const isWanted = ({ code, number, label, definition }: Line) =>
    String(number) === search.trim() || [code, label, definition].some((text) => fold(text).includes(wanted));
  const shown = wanted === '' ? lines : lines.filter(isWanted);
  const columns = [
    { key: 'number', title: t('columns.number'), cell: ({ number }: Line) => number ?? '', numeric: true },
    {
      key: 'name',
      title: t('columns.name'),
      cell: ({ label, remark }: Line) => (
        <>
          {label} {remark === null ? null : <Badge tone="quiet">{remark}</Badge>}
        </>
      ),
    },
    { key: 'code', title: t('columns.code'), cell: ({ code }: Line) => <code className={classes.code}>{code}</code> },
    { key: 'definition', title: t('columns.definition'), cell: ({ definition }: Line) => definition },
  ];
  return (
    <div className={classes.panel}>
      <ListHead count={shown.length} list={list} note={t('fixedNote')} onSearch={setSearch} search={search} />
      <div className={classes.scroller}>
        {shown.length === 0 ? (
          <p className={classes.none}>{t('noneFits')}</p>
        ) : (
          <SimpleTable
            caption={list.name}
            columns={columns.filter(({ key }) => list.id !== countryList || (key !== 'number' && key !== 'definition'))}
            rowKey={({ code }) => code}
            rows={shown}
          />
        )}
      </div>
    </div>
  );
}

function useLines(list: string): readonly Line[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const { kind } = useSession().register;
  return useMemo(() => {
    if (list === countryList) {
      return formats
        .countryCodes()
        .map((code) => ({ code, number: null, label: formats.country(code), definition: '', remark: null }));
    }
    return (indexOfKind(kind).codeList(list)?.codes ?? []).map(({ code, retiredIn, derivedOnly }, at) => ({
      code,
      number: at + 1,
      label: t(codeTextKey(list, code)),
      definition: t(codeDefinitionKey(list, code), { defaultValue: '' }),
      remark:
        retiredIn === undefined
          ? derivedOnly === true
            ? t('code-lists:byProgram')
            : null
          : t('code-lists:closedIn', { version: retiredIn }),
    }));
  }, [list, kind, formats, t]);
}
