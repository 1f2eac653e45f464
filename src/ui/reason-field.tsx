import { Textarea } from '@mantine/core';

type ReasonFieldProps = { label: string; hint?: string; value: string; onChange: (reason: string) => void };

const shortest = 3;
const longest = 2000;

export const isReason = (text: string): boolean => text.trim().length >= shortest;

export function ReasonField({ label, hint, value, onChange }: ReasonFieldProps) {
  return (
    <Textarea
      autosize
      data-autofocus
      description={hint}
      label={label}
      maxLength={longest}
      minRows={2}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      value={value}
    />
  );
}
