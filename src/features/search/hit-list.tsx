import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { HitLine } from './hit-line.tsx';
import { type Found, groupsOf, hasMore } from './hits.ts';
import classes from './search.module.css';

type HitListProps = {
  id: string;
  found: Found | null;
  error: Error | null;
  isWaiting: boolean;
  active: number;
  onActive: (at: number) => void;
  onChoose: (at: number) => void;
};

export const hitId = (listId: string, at: number): string => `${listId}-${at}`;

/** Hits by group, what is still to be said about them, and the way to all of them. */
export function HitList({ id, found, error, isWaiting, active, onActive, onChoose }: HitListProps) {
  const { t } = useTranslation('search');
  const formats = useFormats();
  const failure = useFailureText()(error);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  });
  const groups = found === null ? [] : groupsOf(found);
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const index = found?.names.index;
  let at = -1;
  const option = (place: number) => ({
    'aria-selected': place === active,
    className: classes.option,
    'data-active': place === active || undefined,
    id: hitId(id, place),
    onClick: () => onChoose(place),
    onMouseMove: () => place !== active && onActive(place),
    role: 'option' as const,
    tabIndex: -1,
  });

  return (
    <>
      <div className={classes.list} ref={list}>
        <div aria-busy={isWaiting} aria-label={t('results')} id={id} role="listbox">
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box.
            <div aria-labelledby={`${id}-${group.id}`} key={group.id} role="group">
              <div className={classes.heading} id={`${id}-${group.id}`} role="presentation">
                {t(`groups.${group.id}`)}
              </div>
              {group.hits.map((hit) => {
                at += 1;
                return (
                  <div key={`${hit.meta.id} ${at}`} {...option(at)}>
                    <HitLine hit={hit} />
                  </div>
                );
              })}
            </div>
          ))}
          <div {...option(count)} data-last>
            {t('showAll')}
          </div>
        </div>
      </div>
      <div className={classes.notes} role="status">
        <FailureNotice text={failure} />
        {found !== null && (
          <p className={count === 0 ? undefined : classes.heard}>
            {count === 0 ? t('nothing') : t(hasMore(found) ? 'moreFound' : 'found', { count })}
          </p>
        )}
        {index?.state === 'building' && (
          <p>{t('building', { done: formats.number(index.done), total: formats.number(index.total) })}</p>
        )}
        {index?.state === 'closed' && <p>{t('closed')}</p>}
        {found !== null && count > 0 && hasMore(found) && <p>{t('more')}</p>}
      </div>
    </>
  );
}
