import { Textarea } from '@mantine/core';

type ReasonFieldProps = {
  label: string;
  hint?: string;
  value: string;
  onChange: (reason: string) => void;
  /** The dialog begins with it. */
  isFirst?: boolean;
  required?: boolean;
};

const shortest = 3;
const longest = 2000;

/** Long enough to say something; the data demands the same. */
export const isReason = (text: string): boolean => text.trim().length >= shortest;

/** Why something is done, in words that are kept. */
export function ReasonField({ label, hint, value, onChange, isFirst = false, required = true }: ReasonFieldProps) {
  return (
    <Textarea
      autosize
      data-autofocus={isFirst || undefined}
      description={hint}
      label={label}
      maxLength={longest}
      minRows={2}
      onChange={(event) => onChange(event.currentTarget.value)}
      required={required}
      value={value}
    />
  );
}
