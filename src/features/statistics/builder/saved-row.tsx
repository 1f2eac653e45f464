import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './builder.module.css';
import type { SavedDesign } from './saved-designs.tsx';
import type { DesignWords } from './use-design-words.ts';

type SavedRowProps = {
  saved: SavedDesign;
  mayShare: boolean;
  mayRemove: boolean;
  /** Names of the other own tables. */
  takenNames: readonly string[];
  words: DesignWords;
  onOpen: () => void;
  onShare: (part: { shared: boolean; inReport: boolean }) => void;
  onRename: (name: string) => void;
  onRemove: () => void;
};

/** One saved table and what the account may do with it. */
export function SavedRow(props: SavedRowProps) {
  const { saved, mayShare, mayRemove, takenNames, words, onOpen, onShare, onRename, onRemove } = props;
  const { t } = words;
  const { name, own, shared, inReport, owner } = saved;
  const [isRenaming, setRenaming] = useState(false);
  return (
    <li className={classes.savedRow}>
      <div className={classes.savedHead}>
        <span className={classes.savedName}>
          {name}
          <span className={classes.savedNote}>
            {own
              ? t(shared ? 'builder:saved.ownShared' : 'builder:saved.ownPrivate')
              : t('builder:saved.by', { owner })}
            {inReport && ` · ${t('builder:saved.isInReport')}`}
          </span>
        </span>
        <Button aria-label={t('builder:saved.openNamed', { name })} onClick={onOpen} size="compact-sm">
          {t('builder:saved.openOne')}
        </Button>
        {own && (
          <Button
            aria-expanded={isRenaming}
            aria-label={t('builder:saved.renameNamed', { name })}
            onClick={() => setRenaming(!isRenaming)}
            size="compact-sm"
            variant="default"
          >
            {t('builder:saved.rename')}
          </Button>
        )}
        {mayRemove && (
          <Button
            aria-label={t('builder:saved.removeNamed', { name })}
            onClick={onRemove}
            size="compact-sm"
            variant="default"
          >
            {t('builder:saved.remove')}
          </Button>
        )}
      </div>
      {mayShare && (
        <div className={classes.savedSwitches}>
          <Switch
            aria-label={t('builder:saved.shareNamed', { name })}
            checked={shared}
            label={t('builder:saved.share')}
            onChange={({ currentTarget: { checked } }) => onShare({ shared: checked, inReport: checked && inReport })}
          />
          <Switch
            aria-label={t('builder:saved.reportNamed', { name })}
            checked={inReport}
            label={t('builder:saved.report')}
            onChange={({ currentTarget: { checked } }) => onShare({ shared: shared || checked, inReport: checked })}
          />
        </div>
      )}
      {isRenaming && (
        <RenameForm
          name={name}
          onRename={(next) => {
            onRename(next);
            setRenaming(false);
          }}
          takenNames={takenNames}
          words={words}
        />
      )}
    </li>
  );
}

type RenameFormProps = {
  name: string;
  takenNames: readonly string[];
  words: DesignWords;
  onRename: (name: string) => void;
};

function RenameForm({ name, takenNames, words, onRename }: RenameFormProps) {
  const { t } = words;
  const [typed, setTyped] = useState(name);
  const next = typed.trim();
  const isTaken = takenNames.includes(next);
  return (
    <form
      className={classes.rename}
      onSubmit={(event) => {
        event.preventDefault();
        if (next !== '' && !isTaken) onRename(next);
      }}
    >
      <TextInput
        autoFocus
        error={isTaken && t('builder:saved.taken')}
        label={t('builder:saved.newName')}
        maxLength={80}
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={typed}
      />
      <Button disabled={next === '' || isTaken} type="submit">
        {t('builder:saved.rename')}
      </Button>
    </form>
  );
}
