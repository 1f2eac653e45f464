import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { Language } from '#shared/languages.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import classes from './code-lists.module.css';
import { type Entries, useEntryWords } from './entry-words.ts';
import type { NamedList } from './use-list-names.ts';

type Change = Output<'reference.history'>['changes'][number];
type EntryHistoryProps = { list: NamedList; code: string; entries: Entries };

/** What became of an entry, newest first. */
export function EntryHistory({ list, code, entries }: EntryHistoryProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const text = useFailureText();
  const { data, error } = useProcedure('reference.history', { list: list.id, code });
  return (
    <section aria-label={t('history.title')} className={classes.history}>
      <h3 className={classes.part}>{t('history.title')}</h3>
      <FailureNotice text={text(error)} />
      {data?.changes.length === 0 ? <p className={classes.quiet}>{t('history.none')}</p> : null}
      {data?.changes.map((change) => (
        <article className={classes.change} key={change.number}>
          <div>
            <strong>{t(`history.${change.change}`)}</strong>{' '}
            <span className={classes.quiet}>
              {formats.dateTime(change.at)}, {change.by}
            </span>
          </div>
          <ChangedFacts change={change} entries={entries} list={list} />
          {change.reason === null ? null : <div>{t('history.reason', { reason: change.reason })}</div>}
        </article>
      ))}
    </section>
  );
}

function ChangedFacts({ change, list, entries }: { change: Change; list: NamedList; entries: Entries }) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const words = useEntryWords(list, entries);
  const value = (fact: string, of: string | number | boolean | null | undefined): string => {
    if (of === null || of === undefined) return '–';
    if (typeof of === 'boolean') return t(of ? 'facts.yes' : 'facts.no');
    if (typeof of === 'number') return formats.number(of);
    if (fact === 'type') return words.kind(of);
    if (fact === 'country') return formats.country(of);
    if (fact === 'activeFrom' || fact === 'activeTo') return formats.date(of);
    return fact === 'successor' || fact === 'to' ? words.ofCode(of) : of;
  };
  return (
    <ul className={classes.facts}>
      {Object.entries(change.after).map(([key, after]) => {
        const [fact = '', language] = key.split('.');
        const before = change.before[key];
        return (
          <li key={key}>
            {fact === 'type' ? words.kindName : t(`facts.${fact}`, { context: list.id })}
            {language === undefined ? '' : ` (${languageNames[language as Language]})`}:{' '}
            {before === null || before === undefined ? null : (
              <>
                <del>{value(fact, before)}</del> →{' '}
              </>
            )}
            {value(fact, after)}
          </li>
        );
      })}
    </ul>
  );
}
