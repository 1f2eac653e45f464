import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../i18n/use-formats.ts';
import { openPdf, type PdfDocument, type PdfPage } from './pdf-document.ts';
import { PdfSheet } from './pdf-sheet.tsx';
import { pointsToPixels, type Size } from './scale.ts';
import { ViewFrame } from './view-frame.tsx';
import { type Problem, ViewProblem } from './view-problem.tsx';
import classes from './viewer.module.css';

type PdfViewProps = { bytes: Uint8Array<ArrayBuffer> };

const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Error && thrown.name === 'PasswordException' ? 'password' : 'damaged';

/** A document page by page. */
export function PdfView({ bytes }: PdfViewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [opened, setOpened] = useState<PdfDocument | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [number, setNumber] = useState(1);
  const [page, setPage] = useState<PdfPage | null>(null);
  const [isPageBroken, setPageBroken] = useState(false);

  useEffect(() => {
    let isLeft = false;
    let toClose: PdfDocument | null = null;
    openPdf(bytes).then(
      (document) => {
        if (isLeft) document.close();
        else {
          toClose = document;
          setOpened(document);
        }
      },
      (thrown: unknown) => !isLeft && setProblem(problemOf(thrown)),
    );
    return () => {
      isLeft = true;
      toClose?.close();
    };
  }, [bytes]);

  useEffect(() => {
    if (opened === null) return;
    let isLeft = false;
    setPageBroken(false);
    opened.page(number).then(
      (loaded) => !isLeft && setPage(loaded),
      () => !isLeft && setPageBroken(true),
    );
    return () => {
      isLeft = true;
    };
  }, [opened, number]);

  if (problem !== null) return <ViewProblem problem={problem} />;
  if (opened === null) {
    return (
      <div className={classes.middle}>
        <Loader aria-label={t('attachments:viewer.opening')} size="sm" />
      </div>
    );
  }
  const isShown = page !== null && page.pageNumber === number && !isPageBroken;
  return (
    <ViewFrame
      fits="width"
      natural={page === null ? null : naturalSize(page)}
      pages={{ page: number, count: opened.pages, go: setNumber }}
    >
      {({ scale, rotation }) => (
        <>
          {isPageBroken && <p role="alert">{t('attachments:viewer.problem.page')}</p>}
          {isShown && (
            <PdfSheet
              key={number}
              label={t('attachments:viewer.page', {
                page: formats.number(number),
                pages: formats.number(opened.pages),
              })}
              onBroken={() => setPageBroken(true)}
              page={page}
              rotation={rotation}
              scale={scale}
            />
          )}
        </>
      )}
    </ViewFrame>
  );
}

function naturalSize(page: PdfPage): Size {
  const { width, height } = page.getViewport({ scale: pointsToPixels });
  return { width, height };
}
