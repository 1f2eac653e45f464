import { Menu, UnstyledButton } from '@mantine/core';
import type { DragEvent, KeyboardEvent } from 'react';
import type { Breakdown, DesignDimension } from '#shared/contract/table-design.ts';
import classes from './builder.module.css';
import { dimensionKey, type Place, places } from './draft.ts';
import type { DesignWords } from './use-design-words.ts';

export interface ChipActs {
  remove(): void;
  /** To another box. */
  moveTo(place: Place): void;
  /** One step within the box. */
  shift(step: -1 | 1): void;
  breakDown(by: Breakdown): void;
  editClasses(): void;
  drag(event: DragEvent<HTMLElement>): void;
}

type DimensionChipProps = {
  dimension: DesignDimension;
  place: Place;
  at: number;
  /** How many chips the box has. */
  of: number;
  ways: readonly Breakdown[];
  words: DesignWords;
  /** Id of the sentence that says which keys move it. */
  help: string;
  acts: ChipActs;
};

/** A field in a box: Enter opens what can be done with it, keys and mouse move it. */
export function DimensionChip({ dimension, place, at, of, ways, words, help, acts }: DimensionChipProps) {
  const { t } = words;
  const text = words.dimension(dimension);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (!act(event, place, acts)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <UnstyledButton
          aria-describedby={help}
          aria-label={t('builder:chip', { field: text, box: t(`builder:box.${place}`), at: at + 1, of })}
          className={classes.chip}
          data-at={at}
          data-chip={dimensionKey(dimension)}
          draggable
          onDragStart={acts.drag}
          onKeyDown={press}
          title={text}
        >
          {text}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.length > 1 && <Menu.Label>{t('builder:breakDown')}</Menu.Label>}
        {ways.length > 1 &&
          ways.map((by) => (
            <Menu.Item
              key={by}
              onClick={() => acts.breakDown(by)}
              rightSection={by === dimension.by ? <span aria-hidden="true">✓</span> : undefined}
            >
              {t(`builder:by.${by}`)}
              {by === dimension.by && <span className={classes.heard}> {t('builder:chosen')}</span>}
            </Menu.Item>
          ))}
        {dimension.by === 'class' && <Menu.Item onClick={acts.editClasses}>{t('builder:classes.edit')}</Menu.Item>}
        {(ways.length > 1 || dimension.by === 'class') && <Menu.Divider />}
        {places
          .filter((other) => other !== place)
          .map((other) => (
            <Menu.Item key={other} onClick={() => acts.moveTo(other)}>
              {t(`builder:moveTo.${other}`)}
            </Menu.Item>
          ))}
        {at > 0 && <Menu.Item onClick={() => acts.shift(-1)}>{t('builder:earlier')}</Menu.Item>}
        {at < of - 1 && <Menu.Item onClick={() => acts.shift(1)}>{t('builder:later')}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item onClick={acts.remove}>{t('builder:remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Whether the key does something to the chip, which is done. */
function act({ key, altKey, ctrlKey }: KeyboardEvent<HTMLElement>, place: Place, acts: ChipActs): boolean {
  if (ctrlKey) return false;
  const step = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : key === 'ArrowDown' || key === 'ArrowRight' ? 1 : 0;
  if (step !== 0 && altKey) {
    const other = places[places.indexOf(place) + step];
    if (other !== undefined) acts.moveTo(other);
    return true;
  }
  if (step !== 0) acts.shift(step);
  else if (key === 'Delete' || key === 'Backspace') acts.remove();
  else return false;
  return true;
}
