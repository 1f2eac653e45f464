import { Popover, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordMeta } from '#shared/contract/record.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ariaKeysOf } from '../../ui/shortcuts.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { HitList, hitId } from './hit-list.tsx';
import { groupsOf } from './hits.ts';
import classes from './search.module.css';
import { useFound } from './use-found.ts';

type SearchBoxProps = {
  onOpen: (record: RecordMeta) => void;
  /** Every record with these words in its texts, in the list. */
  onShowAll: (text: string) => void;
};

/** Finds records while codes, numbers, words or names are typed; the arrow keys choose, Enter opens, Esc closes. */
export function SearchBox({ onOpen, onShowAll }: SearchBoxProps) {
  const { t } = useTranslation('search');
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  /** -1: none; Enter then shows all. */
  const [active, setActive] = useState(-1);
  const { found, isWaiting, error } = useFound(text, isOpen);
  useShortcut('search', () => input.current?.select());

  const hits = found === null ? [] : groupsOf(found).flatMap((group) => group.hits);
  const isShown = isOpen && (found !== null || error !== null);
  // Below the hits stands one choice more: all in the list.
  const at = Math.min(active, hits.length);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const showAll = () => {
    close();
    onShowAll(text.trim());
  };
  const choose = (chosen: number) => {
    const hit = hits[chosen];
    if (hit === undefined) return showAll();
    close();
    setText('');
    onOpen(hit.meta);
  };
  const handleKey = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      // One place more than there are choices: beyond the last one the box itself has the cursor again.
      const places = hits.length + 2;
      if (isShown) setActive(((at + 1 + (event.key === 'ArrowDown' ? 1 : places - 1)) % places) - 1);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isShown && at >= 0) choose(at);
      else showAll();
    }
  };

  return (
    <Popover
      offset={4}
      opened={isShown}
      position="bottom-start"
      shadow="md"
      trapFocus={false}
      width={520}
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          ref={input}
          aria-activedescendant={isShown && at >= 0 ? hitId(listId, at) : undefined}
          aria-autocomplete="list"
          aria-controls={isShown ? listId : undefined}
          aria-expanded={isShown}
          aria-keyshortcuts={ariaKeysOf('search')}
          aria-label={t('frame:search.label')}
          autoComplete="off"
          onBlur={close}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={handleKey}
          placeholder={t('frame:search.placeholder')}
          rightSection={<KeyHint of="search" />}
          rightSectionPointerEvents="none"
          rightSectionWidth={60}
          role="combobox"
          spellCheck={false}
          value={text}
        />
      </Popover.Target>
      {/* The list is of the box: a press on it must not take the cursor out of the box and close it. */}
      <Popover.Dropdown className={classes.dropdown} onMouseDown={(event) => event.preventDefault()} p={0}>
        <HitList
          active={at}
          error={error}
          found={found}
          id={listId}
          isWaiting={isWaiting}
          onActive={setActive}
          onChoose={choose}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
