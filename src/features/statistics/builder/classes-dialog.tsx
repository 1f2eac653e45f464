import { Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../i18n/use-formats.ts';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import type { DesignWords } from './use-design-words.ts';

type ClassesDialogProps = {
  title: string;
  bounds: readonly number[];
  words: DesignWords;
  onApply: (bounds: number[]) => void;
  onClose: () => void;
};

const mostClasses = 30;

/** The lower bounds of classes; null where they are no rising numbers. */
function readBounds(text: string): number[] | null {
  const parts = text
    .split(/[;\s]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(',', '.'));
  if (parts.length === 0 || parts.length > mostClasses || !parts.every((part) => /^-?\d+(\.\d+)?$/.test(part)))
    return null;
  const bounds = parts.map(Number);
  return bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] as number)) ? bounds : null;
}

/** Where the classes of a number begin. */
export function ClassesDialog({ title, bounds, words, onApply, onClose }: ClassesDialogProps) {
  const { t } = words;
  const formats = useFormats();
  const [typed, setTyped] = useState(() => bounds.map((bound) => plain(formats.number(bound))).join('; '));
  const read = readBounds(typed);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      returnFocus={false}
      title={title}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (read !== null) onApply(read);
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            description={t('builder:classes.how')}
            error={read === null && t('builder:classes.wrong', { most: mostClasses })}
            label={t('builder:classes.from')}
            onChange={(event) => setTyped(event.currentTarget.value)}
            value={typed}
          />
          <DialogFoot action={t('records:list.apply')} disabled={read === null} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

/** Without what parts thousands: a bound is typed and read as digits. */
const plain = (text: string): string => text.replace(/(?<=\d)[\s.\u00a0\u202f](?=\d{3}\b)/g, '');
