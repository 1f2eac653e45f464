import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { MissingMarker } from '#shared/dictionary/vocabulary.ts';
import classes from './form.module.css';

type MissingMenuProps = {
  label: string;
  markers: readonly MissingMarker[];
  current: MissingMarker | null;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** null: the field is not entered again. */
  onChoose: (marker: MissingMarker | null) => void;
};

const outside = ['mousedown', 'touchstart'];

/** F8: why there is no value; only the reasons that the dictionary allows for the field. */
export function MissingMenu({ label, markers, current, isOpen, onToggle, onChoose }: MissingMenuProps) {
  const { t } = useTranslation(['records', 'codes']);
  return (
    <Menu
      // The key that opens the menu must not count as a key outside of it.
      clickOutsideEvents={outside}
      onChange={onToggle}
      opened={isOpen}
      position="bottom-end"
      shadow="md"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          aria-label={t('records:field.missingFor', { field: label })}
          className={classes.keyButton}
          tabIndex={-1}
          type="button"
        >
          F8
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('records:field.whyMissing')}</Menu.Label>
        {markers.map((marker, at) => (
          <Menu.Item
            aria-current={marker === current || undefined}
            data-autofocus={(current === null ? at === 0 : marker === current) || undefined}
            key={marker}
            onClick={() => onChoose(marker)}
          >
            {t(markerTextKey(marker))}
          </Menu.Item>
        ))}
        {current !== null && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChoose(null)}>{t('records:field.clearMarker')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
