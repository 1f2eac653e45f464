import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './code-lists.module.css';
import type { NamedList } from './use-list-names.ts';

type ListChoiceProps = {
  kept: readonly NamedList[];
  fixed: readonly NamedList[];
  chosen: string;
  onChoose: (list: string) => void;
};

/** All lists in one place of the keyboard: arrows go from list to list, letters are not needed. */
export function ListChoice({ kept, fixed, chosen, onChoose }: ListChoiceProps) {
  const { t } = useTranslation('code-lists');
  const box = useRef<HTMLDivElement>(null);
  const all = [...kept, ...fixed];
  const goTo = (at: number) => {
    const next = all[Math.min(all.length - 1, Math.max(0, at))];
    if (next === undefined) return;
    onChoose(next.id);
    box.current?.querySelector<HTMLElement>(`[data-list="${next.id}"]`)?.focus();
  };
  const hear = (event: KeyboardEvent) => {
    const at = all.findIndex(({ id }) => id === chosen);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const place = places[event.key];
    if (place === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    goTo(place);
  };
  const part = { chosen, onChoose };
  return (
    <div
      aria-label={t('lists.label')}
      className={classes.lists}
      onKeyDown={hear}
      ref={box}
      role="listbox"
      tabIndex={-1}
    >
      <ListPart lists={kept} title={t('lists.kept')} {...part} />
      <ListPart lists={fixed} title={t('lists.fixed')} {...part} />
    </div>
  );
}

type ListPartProps = Pick<ListChoiceProps, 'chosen' | 'onChoose'> & { title: string; lists: readonly NamedList[] };

function ListPart({ title, lists, chosen, onChoose }: ListPartProps) {
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox is no fieldset.
    <div aria-labelledby={titleId} role="group">
      <div className={classes.listsTitle} id={titleId}>
        {title}
      </div>
      {lists.map(({ id, name }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the listbox.
        <div
          aria-selected={id === chosen}
          className={classes.list}
          data-list={id}
          key={id}
          onClick={() => onChoose(id)}
          role="option"
          tabIndex={id === chosen ? 0 : -1}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
