import { Popover } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isShortcut, shortcutOf } from '../../../ui/shortcuts.ts';
import type { CodeOption } from './code-options.ts';
import { optionOfShortCode, resolveText, unambiguousOption } from './code-options.ts';
import { type ControlProps, typedMarker } from './control.ts';
import classes from './field-box.module.css';
import { FieldBox } from './field-box.tsx';
import { OptionList, optionId } from './option-list.tsx';
import { rejectedCode } from './rejection.ts';
import { useOptionSearch } from './use-option-search.ts';

/** Lists of a narrow cell are wider than the cell. */
export const cellListWidth = 320;

/** One code: typing its number or part of its label chooses it. */
export function CodeControl(props: ControlProps) {
  const {
    id,
    field,
    label: name,
    value,
    unread,
    invalid,
    required,
    describedBy,
    marker,
    trailing,
    options,
    formats,
  } = props;
  const { t } = useTranslation('records');
  const [query, setShownQuery] = useState<string | null>(null);
  // Enter chooses and moves on in one event: leaving must see the choice before the field is drawn again.
  const pending = useRef<string | null>(null);
  const setQuery = (next: string | null) => {
    pending.current = next;
    setShownQuery(next);
  };
  const input = useRef<HTMLInputElement>(null);
  const chosen = typeof value === 'string' ? options.find((option) => option.code === value) : undefined;
  // A code that no list knows any more is shown as it is stored.
  const label = chosen?.label ?? (typeof value === 'string' ? value : '');
  const text = query ?? unread ?? label;

  const choose = (option: CodeOption) => {
    setQuery(null);
    props.onUnread(null);
    props.onChange(option.code);
  };
  const search = useOptionSearch({ options, fold: formats.fold, query: query ?? '', onChoose: choose });
  const leave = () => {
    search.close();
    const left = pending.current;
    if (left === null) return;
    setQuery(null);
    if (left.trim() === '') {
      props.onUnread(null);
      if (marker === null) props.onChange(null);
      return;
    }
    // Typing what stands there already changes nothing, even where only the program can choose it.
    if (chosen !== undefined && formats.fold(left) === chosen.folded) {
      props.onUnread(null);
      return;
    }
    const option = resolveText(options, left, formats.fold);
    if (option === null) props.onUnread(left);
    else choose(option);
  };
  const listId = `${id}-list`;

  return (
    <Popover
      offset={2}
      opened={search.isOpen}
      position="bottom-start"
      shadow="md"
      width={name === undefined ? 'target' : cellListWidth}
      withRoles={false}
    >
      <Popover.Target>
        <FieldBox
          invalid={invalid}
          marker={query === null ? marker : null}
          trailing={
            chosen?.hint === undefined || chosen.hint === null || query !== null ? (
              trailing
            ) : (
              <>
                {chosen.hint}
                {trailing}
              </>
            )
          }
        >
          {query === null && chosen?.number !== undefined && chosen.number !== null && (
            <span aria-hidden="true" className={classes.number}>
              {chosen.number}
            </span>
          )}
          <input
            aria-activedescendant={search.isOpen && search.active >= 0 ? optionId(listId, search.active) : undefined}
            aria-autocomplete="list"
            aria-controls={search.isOpen ? listId : undefined}
            aria-describedby={describedBy}
            aria-expanded={search.isOpen}
            aria-invalid={invalid}
            aria-label={name}
            aria-required={required}
            autoComplete="off"
            className={classes.input}
            data-entry
            id={id}
            onBlur={leave}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              const rejected = props.onReject && rejectedCode(options, typed, formats.fold);
              if (rejected) {
                setQuery(null);
                props.onReject?.(rejected);
                return;
              }
              // At leisure three letters may go on to be a name.
              const sure =
                unambiguousOption(options, typed) ??
                (props.onReject && optionOfShortCode(options, typed, formats.fold));
              if (sure === null) {
                setQuery(typed);
                if (props.onReject === null) search.open();
                return;
              }
              choose(sure);
              search.close();
              props.onAdvance();
            }}
            onClick={() => (search.isOpen || props.onReject ? search.close() : search.open())}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={(event) => {
              const missing = typedMarker(event, props.markers, query === null || query === '');
              if (missing !== null) {
                event.preventDefault();
                setQuery(null);
                search.close();
                props.onMarker(missing);
                props.onAdvance();
                return;
              }
              if (query !== null && isShortcut(event, shortcutOf('undo'))) {
                event.preventDefault();
                setQuery(null);
                return;
              }
              if (search.handleKey(event)) return;
              if ((event.key === 'Backspace' || event.key === 'Delete') && marker !== null && text === '')
                props.onChange(null);
            }}
            ref={input}
            role="combobox"
            spellCheck={false}
            title={label}
            value={text}
          />
        </FieldBox>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <OptionList
          active={search.active}
          chosen={typeof value === 'string' ? [value] : []}
          id={listId}
          label={t('field.codesOf', { field: field.no })}
          multiple={false}
          onActive={search.setActive}
          onShow={props.onShowOption}
          onChoose={(option) => {
            choose(option);
            search.close();
            input.current?.focus();
          }}
          options={search.found}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
