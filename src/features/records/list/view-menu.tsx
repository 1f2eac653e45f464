import { Button, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { ListView } from '#shared/contract/list-query.ts';
import { useCall, useProcedure } from '../../../api/query.ts';
import { useHasRole } from '../../../api/session.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../texts/use-words.ts';
import classes from './menus.module.css';
import { moveFocus } from './move-focus.ts';

type SavedView = Output<'view.list'>['views'][number];
type ViewMenuProps = { entity: string; view: ListView; onView: (view: ListView) => void };

/** Views kept under a name: chosen, kept, shared and taken away. */
export function ViewMenu({ entity, view, onView }: ViewMenuProps) {
  const { t } = useTranslation('lists');
  const { formats } = useWords();
  const isSupervisor = useHasRole()('supervisor');
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const { data } = useProcedure('view.list', { entity });
  const save = useCall('view.save', ['view.list']);
  const share = useCall('view.share', ['view.list']);
  const remove = useCall('view.remove', ['view.list']);
  const failure = useFailureText()(save.error ?? share.error ?? remove.error);
  const views = (data?.views ?? []).toSorted((a, b) => formats.compare(a.name, b.name));
  const isReplacing = views.some((each) => each.own && each.name === name.trim());
  return (
    <Popover onChange={setOpen} opened={isOpen} position="bottom-end" returnFocus shadow="md" trapFocus>
      <Popover.Target>
        <Button onClick={() => setOpen(!isOpen)} variant="default">
          {t('views.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows only go to the next of its own controls. */}
        <div className={classes.chooser} onKeyDown={moveFocus}>
          {views.length === 0 && <p className={classes.none}>{t('views.none')}</p>}
          {views.length > 0 && (
            <ul aria-label={t('views.title')} className={classes.views}>
              {views.map((each) => (
                <ViewRow
                  key={each.id}
                  mayEnd={each.own || isSupervisor}
                  mayShare={isSupervisor && (each.own || each.shared)}
                  onChoose={() => {
                    onView(each.view);
                    setOpen(false);
                  }}
                  onRemove={() => remove.mutate({ id: each.id })}
                  onShare={(shared) => share.mutate({ id: each.id, shared })}
                  view={each}
                />
              ))}
            </ul>
          )}
          <form
            className={classes.keep}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() === '') return;
              save.mutate({ entity, name, view }, { onSuccess: () => setName('') });
            }}
          >
            <TextInput
              data-autofocus
              description={isReplacing ? t('views.replaces') : undefined}
              label={t('views.name')}
              maxLength={80}
              onChange={(event) => setName(event.currentTarget.value)}
              value={name}
            />
            <Button disabled={name.trim() === ''} loading={save.isPending} type="submit">
              {t('views.save')}
            </Button>
          </form>
          <FailureNotice text={failure} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

type ViewRowProps = {
  view: SavedView;
  mayShare: boolean;
  mayEnd: boolean;
  onChoose: () => void;
  onShare: (shared: boolean) => void;
  onRemove: () => void;
};

function ViewRow({ view, mayShare, mayEnd, onChoose, onShare, onRemove }: ViewRowProps) {
  const { t } = useTranslation('lists');
  const { name, shared, own, owner } = view;
  return (
    <li className={classes.view}>
      <UnstyledButton className={classes.choice} data-choice onClick={onChoose}>
        <span className={classes.viewName}>{name}</span>
        {shared && <span className={classes.viewNote}>{own ? t('views.shared') : t('views.sharedBy', { owner })}</span>}
      </UnstyledButton>
      {mayShare && (
        <Button
          aria-label={t(shared ? 'views.unshareNamed' : 'views.shareNamed', { name })}
          onClick={() => onShare(!shared)}
          size="compact-sm"
          variant="subtle"
        >
          {t(shared ? 'views.unshare' : 'views.share')}
        </Button>
      )}
      {mayEnd && (
        <button
          aria-label={t('views.removeNamed', { name })}
          className={classes.remove}
          onClick={onRemove}
          type="button"
        >
          ×
        </button>
      )}
    </li>
  );
}
