import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './exchange.module.css';
import type { ImportFile } from './import-panel.tsx';
import type { EntityChoice } from './use-entities.ts';

const encodings = ['auto', 'utf-8', 'windows-1250', 'windows-1251', 'windows-1252'] as const;
const delimiters = ['auto', ',', ';', 'tab'] as const;
const delimiterNames = { auto: 'auto', ',': 'comma', ';': 'semicolon', tab: 'tab' } as const;

type ImportFileRowProps = {
  file: ImportFile;
  entities: readonly EntityChoice[];
  disabled: boolean;
  onChange: (file: ImportFile) => void;
  onRemove: () => void;
};

export function ImportFileRow({ file, entities, disabled, onChange, onRemove }: ImportFileRowProps) {
  const { t } = useTranslation();
  const name = file.file.split(/[\\/]/).at(-1) ?? file.file;
  return (
    <div className={styles.file}>
      <span className={styles.fileName} title={file.file}>
        {name}
      </span>
      <Select
        label={t('exchange:entity')}
        data={[...entities]}
        value={file.entity}
        onChange={(entity) => onChange({ ...file, entity: entity ?? file.entity })}
        allowDeselect={false}
        disabled={disabled}
      />
      <Select
        label={t('exchange:import.encoding')}
        data={encodings.map((value) => ({ value, label: t(`exchange:import.encodings.${value}`) }))}
        value={file.encoding}
        onChange={(value) => onChange({ ...file, encoding: encodings.find((each) => each === value) ?? 'auto' })}
        allowDeselect={false}
        disabled={disabled}
      />
      <Select
        label={t('exchange:import.delimiter')}
        data={delimiters.map((value) => ({ value, label: t(`exchange:import.delimiters.${delimiterNames[value]}`) }))}
        value={file.delimiter}
        onChange={(value) => onChange({ ...file, delimiter: delimiters.find((each) => each === value) ?? 'auto' })}
        allowDeselect={false}
        disabled={disabled}
      />
      <Button
        variant="subtle"
        disabled={disabled}
        onClick={onRemove}
        aria-label={t('exchange:import.removeFile', { file: name })}
      >
        {t('exchange:import.remove')}
      </Button>
    </div>
  );
}
