import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../i18n/use-formats.ts';
import type { PdfPage } from './pdf-document.ts';
import { pointsToPixels, type Rotation } from './scale.ts';
import classes from './viewer.module.css';

type PdfSheetProps = { page: PdfPage; label: string; scale: number; rotation: Rotation; onBroken: () => void };

/** A page may claim any size: the drawing never takes more points than this. */
const mostPoints = 16e6;

/** One page as a drawing, and its text for those who listen. */
export function PdfSheet({ page, label, scale, rotation, onBroken }: PdfSheetProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const text = usePageText(page);
  const tellBroken = useEffectEvent(onBroken);
  const turn = { rotation: (page.rotate + rotation) % 360 };
  const { width, height } = page.getViewport({ scale: scale * pointsToPixels, ...turn });

  useEffect(() => {
    if (canvas.current === null) return;
    const size = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
    const wanted = scale * pointsToPixels * window.devicePixelRatio;
    const most = Math.sqrt(mostPoints / (size.width * size.height));
    const viewport = size.clone({ scale: Math.min(wanted, most) });
    canvas.current.width = Math.max(1, Math.floor(viewport.width));
    canvas.current.height = Math.max(1, Math.floor(viewport.height));
    const task = page.render({ canvas: canvas.current, viewport });
    task.promise.then(
      () => setDrawn(true),
      (cause: unknown) => {
        if (!(cause instanceof Error && cause.name === 'RenderingCancelledException')) tellBroken();
      },
    );
    return () => task.cancel();
  }, [page, scale, rotation]);

  useEffect(() => () => void page.cleanup(), [page]);

  return (
    <div className={classes.sheet} data-drawn={isDrawn || undefined} style={{ width, height }}>
      <canvas aria-label={label} className={classes.drawing} ref={canvas} role="img" />
      <section
        aria-label={t('attachments:viewer.textOfPage', { page: formats.number(page.pageNumber) })}
        className={classes.heard}
      >
        {text === '' ? t('attachments:viewer.noText') : text}
      </section>
    </div>
  );
}

/** Null until it is known; empty for a page that is a picture only. */
function usePageText(page: PdfPage): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isLeft = false;
    const tell = (found: string) => {
      if (!isLeft) setText(found);
    };
    page.getTextContent().then(
      ({ items }) =>
        tell(
          items
            .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
            .join('')
            .trim(),
        ),
      () => tell(''),
    );
    return () => {
      isLeft = true;
    };
  }, [page]);
  return text;
}
