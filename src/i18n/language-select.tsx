import { Select } from '@mantine/core';
import { type Language, languages } from '#shared/languages.ts';
import { languageNames } from './languages-by-name.ts';

type LanguageSelectProps = { label: string; value: Language; onChange: (language: Language) => void };

/** The language of something that is printed, each in its own name; in a dialog it has the keyboard first. */
export function LanguageSelect({ label, value, onChange }: LanguageSelectProps) {
  return (
    <Select
      allowDeselect={false}
      data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
      data-autofocus
      label={label}
      onChange={(chosen) => onChange((chosen ?? value) as Language)}
      value={value}
    />
  );
}
