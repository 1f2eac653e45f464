import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../../api/query.ts';
import { ariaKeysOf, keysOf, type ShortcutName } from '../../../ui/shortcuts.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { keepViewed, keptQuery, useListKey } from '../list/last-list.ts';
import { freshView, queryOf } from '../list/list-view.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './record-page.module.css';

type PlaceInListProps = { entity: string; id: string; onOpen: (id: string) => void };

/** Where the record stands in the list it was opened from, and the ones before and after it. */
export function PlaceInList({ entity, id, onOpen }: PlaceInListProps) {
  const { t } = useTranslation('records');
  const { formats } = useWords();
  const key = useListKey(entity);
  const query = keptQuery(key) ?? queryOf(entity, { view: freshView, search: '', current: null }, formats.language);
  const { data } = useProcedure('record.neighbours', { query, id }, { forget: true });
  const go = (step: 1 | -1) => {
    const to = step < 0 ? data?.previous : data?.next;
    if (to == null || data?.position == null) return;
    keepViewed(key, to, data.position + step);
    onOpen(to);
  };
  useShortcut('previousRecord', () => go(-1));
  useShortcut('nextRecord', () => go(1));
  if (data === undefined || data.position === null) return null;
  const { previous, next, position, total } = data;
  return (
    <span className={classes.place}>
      <Step name="previousRecord" onStep={() => go(-1)} possible={previous !== null} sign="‹" />
      {t('page.place', { position: formats.number(position + 1), total: formats.number(total) })}
      <Step name="nextRecord" onStep={() => go(1)} possible={next !== null} sign="›" />
    </span>
  );
}

type StepProps = { name: ShortcutName; sign: string; possible: boolean; onStep: () => void };

function Step({ name, sign, possible, onStep }: StepProps) {
  const { t } = useTranslation();
  const text = t(`shortcuts:text.${name}`);
  return (
    <button
      aria-keyshortcuts={ariaKeysOf(name)}
      aria-label={text}
      className={classes.placeStep}
      disabled={!possible}
      onClick={onStep}
      title={`${text} (${keysOf(name)})`}
      type="button"
    >
      {sign}
    </button>
  );
}
