import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isShortcut, type ShortcutName, shortcutOf } from '../../../../ui/shortcuts.ts';
import { fitting, larger, type Rotation, type Size, smaller, turned, turnRight } from './scale.ts';
import { ViewTools } from './view-tools.tsx';
import classes from './viewer.module.css';

export interface Pages {
  readonly page: number;
  readonly count: number;
  readonly go: (page: number) => void;
}

type ViewFrameProps = {
  /** Size at 100 %, before turning; null until it is known. */
  natural: Size | null;
  fits: 'width' | 'whole';
  pages?: Pages;
  children: (view: { readonly scale: number; readonly rotation: Rotation }) => ReactNode;
};

/** Space around what is shown. */
const margin = 16;

/** Size, turning and pages of what is shown, by buttons and by keys; the rest of the window belongs to it. */
export function ViewFrame({ natural, fits, pages, children }: ViewFrameProps) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const { ref: measured, width, height } = useElementSize<HTMLElement>();
  const ref = useMergedRef(section, measured);
  const [chosen, setChosen] = useState<number | null>(null);
  const [rotation, setRotation] = useState<Rotation>(0);
  const area = { width: width - 2 * margin, height: height - 2 * margin };
  const isMeasured = natural !== null && width > 0;
  const scale = chosen ?? (isMeasured ? fitting(turned(natural, rotation), area, fits) : 1);

  // The keys that scroll work at once, without a click first.
  useEffect(() => section.current?.focus(), []);

  const go = (page: number) => {
    if (pages === undefined || page < 1 || page > pages.count) return;
    pages.go(page);
    section.current?.scrollTo({ top: 0 });
  };
  const tools = {
    onLarger: () => setChosen(larger(scale)),
    onSmaller: () => setChosen(smaller(scale)),
    onFit: () => setChosen(null),
    onTurn: () => setRotation(turnRight(rotation)),
  };
  useViewKey('viewerLarger', tools.onLarger);
  useViewKey('viewerSmaller', tools.onSmaller);
  useViewKey('viewerFit', tools.onFit);
  useViewKey('viewerTurn', tools.onTurn);
  useViewKey('viewerNext', () => pages && go(pages.page + 1));
  useViewKey('viewerPrevious', () => pages && go(pages.page - 1));

  return (
    <>
      <ViewTools {...tools} onPage={go} pages={pages} scale={scale} />
      <section
        aria-label={t('attachments:viewer.area')}
        className={classes.area}
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        {children({ scale, rotation })}
      </section>
    </>
  );
}

/** A key of the view, wherever the focus is in it; heard although a dialog is open, for the view is one. */
function useViewKey(name: ShortcutName, act: () => void): void {
  const onAct = useEffectEvent(act);
  useEffect(() => {
    const shortcut = shortcutOf(name);
    const hear = (event: KeyboardEvent) => {
      // Some signs need Shift on some keyboards: it is heard with it and without.
      if (!isShortcut(event, shortcut) && !isShortcut(event, { ...shortcut, shift: true })) return;
      event.preventDefault();
      onAct();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [name]);
}
