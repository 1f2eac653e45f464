import { Popover } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellListWidth } from './code-control.tsx';
import { type CodeOption, optionOfShortCode, resolveText, unambiguousOption } from './code-options.ts';
import { type ControlProps, typedMarker } from './control.ts';
import classes from './field-box.module.css';
import { FieldBox } from './field-box.tsx';
import { OptionList, optionId } from './option-list.tsx';
import { rejectedCode } from './rejection.ts';
import { useOptionSearch } from './use-option-search.ts';

const none: readonly string[] = [];

/** Several codes as pills in the order chosen; the first is the main one. */
export function CodesControl(props: ControlProps) {
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
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const chosen: readonly string[] = Array.isArray(value) ? value : none;
  const query = typed ?? unread ?? '';

  const toggle = (option: CodeOption) => {
    setTyped(null);
    props.onUnread(null);
    const left = chosen.filter((code) => code !== option.code);
    const codes = left.length === chosen.length ? [...chosen, option.code] : left;
    props.onChange(codes.length === 0 ? null : codes);
  };
  const search = useOptionSearch({
    options,
    fold: formats.fold,
    query,
    onChoose: toggle,
  });
  const remove = (code: string) => {
    const left = chosen.filter((other) => other !== code);
    props.onChange(left.length === 0 ? null : left);
    input.current?.focus();
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
        <FieldBox invalid={invalid} marker={marker} trailing={trailing}>
          {chosen.map((code) => {
            const option = options.find((candidate) => candidate.code === code);
            const label = option?.label ?? code;
            return (
              <span className={classes.pill} key={code}>
                {option?.number !== null && option !== undefined && (
                  <span className={classes.number}>{option.number}</span>
                )}
                <span className={classes.pillText}>{label}</span>
                <button
                  aria-label={t('field.removeCode', { label })}
                  className={classes.remove}
                  onClick={() => remove(code)}
                  tabIndex={-1}
                  type="button"
                >
                  ×
                </button>
              </span>
            );
          })}
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
            onBlur={() => {
              search.close();
              if (typed !== null) props.onUnread(typed.trim() === '' ? null : typed);
              setTyped(null);
            }}
            onChange={(event) => {
              const text = event.currentTarget.value;
              const rejected = props.onReject && rejectedCode(options, text, formats.fold);
              if (rejected) {
                setTyped(null);
                props.onReject?.(rejected);
                return;
              }
              const sure =
                unambiguousOption(options, text) ?? (props.onReject && optionOfShortCode(options, text, formats.fold));
              if (sure !== null) {
                toggle(sure);
                search.close();
                return;
              }
              setTyped(text);
              if (props.onReject === null) search.open();
            }}
            onClick={() => (search.isOpen || props.onReject ? search.close() : search.open())}
            onKeyDown={(event) => {
              const missing = typedMarker(event, props.markers, query === '');
              if (missing !== null) {
                event.preventDefault();
                setTyped(null);
                search.close();
                props.onMarker(missing);
                props.onAdvance();
                return;
              }
              // A number that more of the list begins with is meant as it stands.
              const exact = props.onReject && event.key === 'Enter' ? resolveText(options, query, formats.fold) : null;
              if (exact !== null) {
                event.preventDefault();
                toggle(exact);
                return;
              }
              if (search.isOpen && event.key === 'Enter' && search.found.length > 0) event.preventDefault();
              if (search.handleKey(event)) return;
              if (event.key === 'Backspace' && query === '') {
                const last = chosen.at(-1);
                if (last !== undefined) remove(last);
                else if (marker !== null) props.onChange(null);
              }
            }}
            ref={input}
            role="combobox"
            spellCheck={false}
            value={query}
          />
        </FieldBox>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <OptionList
          active={search.active}
          chosen={chosen}
          id={listId}
          label={t('field.codesOf', { field: field.no })}
          multiple
          onActive={search.setActive}
          onShow={props.onShowOption}
          onChoose={(option) => {
            toggle(option);
            search.close();
            input.current?.focus();
          }}
          options={search.found}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
