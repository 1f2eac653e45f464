import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TableDesign } from '#shared/contract/table-design.ts';
import { useCall, useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import classes from './builder.module.css';
import type { Opened } from './saved-designs.tsx';
import type { DesignWords } from './use-design-words.ts';

type KeepDesignProps = {
  design: TableDesign;
  opened: Opened | null;
  words: DesignWords;
  onKept: (opened: Opened) => void;
};

/** Keeps the table under a name: the one it has, another one, or one's own of a table that somebody shared. */
export function KeepDesign({ design, opened, words, onKept }: KeepDesignProps) {
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  /** What was last saved here: the word of it goes as soon as the table is another one. */
  const [kept, setKept] = useState<{ readonly name: string; readonly design: TableDesign } | null>(null);
  const { data } = useProcedure('design.list', {});
  const save = useCall('design.save', ['design.list']);
  const failure = useFailureText()(save.error);
  const typed = name.trim();
  const isReplacing = (data?.designs ?? []).some((each) => each.own && each.name === typed);
  const toggle = (next: boolean): void => {
    if (next) {
      setName(opened?.name ?? '');
      save.reset();
    }
    setOpen(next);
  };
  return (
    <>
      <Popover onChange={toggle} opened={isOpen} position="bottom-start" returnFocus shadow="md" trapFocus>
        <Popover.Target>
          <Button fullWidth onClick={() => toggle(!isOpen)} variant="default">
            {t('builder:save.open')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form
            className={classes.keep}
            onSubmit={(event) => {
              event.preventDefault();
              if (typed === '') return;
              save.mutate(
                { name: typed, design },
                {
                  onSuccess: ({ id }) => {
                    setKept({ name: typed, design });
                    onKept({ id, name: typed });
                    setOpen(false);
                  },
                },
              );
            }}
          >
            <TextInput
              data-autofocus
              description={isReplacing ? t('builder:save.replaces') : undefined}
              label={t('builder:save.name')}
              maxLength={80}
              onChange={(event) => setName(event.currentTarget.value)}
              value={name}
            />
            <Button disabled={typed === ''} loading={save.isPending} type="submit">
              {t(isReplacing ? 'builder:save.replace' : 'builder:save.save')}
            </Button>
            <FailureNotice text={failure} />
          </form>
        </Popover.Dropdown>
      </Popover>
      {kept !== null && kept.design === design && kept.name === opened?.name && (
        <p className={classes.kept} role="status">
          {t('builder:save.saved', { name: kept.name })}
        </p>
      )}
    </>
  );
}
