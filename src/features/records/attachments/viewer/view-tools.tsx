import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../i18n/use-formats.ts';
import { KeyHint } from '../../../../ui/key-hint.tsx';
import { type ShortcutName, shortcutTextKey } from '../../../../ui/shortcuts.ts';
import type { Pages } from './view-frame.tsx';
import classes from './viewer.module.css';

type ViewToolsProps = {
  scale: number;
  pages: Pages | undefined;
  onPage: (page: number) => void;
  onLarger: () => void;
  onSmaller: () => void;
  onFit: () => void;
  onTurn: () => void;
};

/** Each tool with its key. */
export function ViewTools({ scale, pages, onPage, onLarger, onSmaller, onFit, onTurn }: ViewToolsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const keys: readonly ShortcutName[] = [
    ...(pages === undefined ? [] : (['viewerPrevious', 'viewerNext'] as const)),
    'viewerLarger',
    'viewerSmaller',
    'viewerTurn',
    'back',
  ];
  const tool = (label: string, sign: string, onClick: () => void, disabled = false) => (
    <Button aria-label={label} disabled={disabled} onClick={onClick} px={10} title={label} variant="default">
      <span aria-hidden="true">{sign}</span>
    </Button>
  );
  return (
    <div aria-label={t('attachments:viewer.tools')} className={classes.tools} role="toolbar">
      {pages !== undefined && (
        <div className={classes.group}>
          {tool(t('attachments:viewer.previous'), '‹', () => onPage(pages.page - 1), pages.page <= 1)}
          <span className={classes.page} role="status">
            {t('attachments:viewer.page', { page: formats.number(pages.page), pages: formats.number(pages.count) })}
          </span>
          {tool(t('attachments:viewer.next'), '›', () => onPage(pages.page + 1), pages.page >= pages.count)}
        </div>
      )}
      <div className={classes.group}>
        {tool(t('attachments:viewer.smaller'), '−', onSmaller)}
        <span className={classes.percent} role="status">
          {t('common:progress.percent', { percent: formats.number(Math.round(scale * 100)) })}
        </span>
        {tool(t('attachments:viewer.larger'), '+', onLarger)}
        <Button onClick={onFit} variant="default">
          {t('attachments:viewer.fit')}
        </Button>
        <Button onClick={onTurn} variant="default">
          {t('attachments:viewer.turn')}
        </Button>
      </div>
      <div aria-hidden="true" className={classes.keys}>
        {keys.map((name) => (
          <span key={name}>
            <KeyHint of={name} /> {t(shortcutTextKey(name))}
          </span>
        ))}
      </div>
    </div>
  );
}
