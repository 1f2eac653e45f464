import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../../api/query.ts';
import { ariaKeysOf, keysOf, type ShortcutName } from '../../../ui/shortcuts.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { lastList, rememberViewed } from '../list/last-list.ts';
import { freshView, queryOf } from '../list/list-view.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './record-page.module.css';

type PlaceInListProps = { entity: string; id: string; onOpen: (id: string) => void };

/** Where the record stands in the list it was opened from, and the ones before and after it. */
export function PlaceInList({ entity, id, onOpen }: PlaceInListProps) {
  const { t } = useTranslation('records');
  const { formats } = useWords();
  const query = lastList(entity) ?? queryOf(entity, { view: freshView, search: '', current: null }, formats.language);
  const { data } = useProcedure('record.neighbours', { query, id }, { forget: true });
  const go = (to: string | null | undefined) => {
    if (to == null) return;
    rememberViewed(entity, to);
    onOpen(to);
  };
  useShortcut('previousRecord', () => go(data?.previous));
  useShortcut('nextRecord', () => go(data?.next));
  if (data === undefined || data.position === null) return null;
  const { previous, next, position, total } = data;
  return (
    <span className={classes.place}>
      <Step name="previousRecord" onStep={() => go(previous)} possible={previous !== null} sign="‹" />
      {t('page.place', { position: formats.number(position + 1), total: formats.number(total) })}
      <Step name="nextRecord" onStep={() => go(next)} possible={next !== null} sign="›" />
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
