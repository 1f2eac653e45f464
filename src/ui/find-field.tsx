import { TextInput } from '@mantine/core';

type FindFieldProps = { label: string; value: string; onChange: (typed: string) => void };

/** Narrows a long list of choices to those that contain what is typed. */
export function FindField({ label, value, onChange }: FindFieldProps) {
  return (
    <TextInput
      aria-label={label}
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={label}
      value={value}
    />
  );
}
