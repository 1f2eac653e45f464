import { Modal, Progress } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../../ui/notice.tsx';
import { PictureView } from './picture-view.tsx';
import { type AttachmentContent, useAttachmentContent } from './use-attachment-content.ts';
import classes from './viewer.module.css';

// Reading PDF is half of a megabyte of program: it comes with the first one.
const PdfView = lazy(() => import('./pdf-view.tsx').then((module) => ({ default: module.PdfView })));

type AttachmentViewerProps = { id: string; name: string; reason: string | null; onClose: () => void };

/** The file on the whole window. What is shown lies in the memory of this window only, and goes with the view. */
export function AttachmentViewer({ id, name, reason, onClose }: AttachmentViewerProps) {
  const { t } = useTranslation();
  const content = useAttachmentContent(id, reason);
  return (
    <Modal.Root fullScreen onClose={onClose} opened transitionProps={{ duration: 0 }}>
      <Modal.Content>
        <div className={classes.frame}>
          <header className={classes.header}>
            <Modal.Title>{name}</Modal.Title>
            <Modal.CloseButton aria-label={t('common:close')} />
          </header>
          <Shown content={content} name={name} />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Shown({ content, name }: { content: AttachmentContent; name: string }) {
  const failure = useFailureText()(content.phase === 'failed' ? content.thrown : null);
  if (content.phase === 'failed') {
    return (
      <div className={classes.middle}>
        <FailureNotice text={failure} />
      </div>
    );
  }
  if (content.phase === 'loading') return <Opening share={content.done / Math.max(1, content.parts)} />;
  return content.kind === 'pdf' ? (
    <Suspense fallback={<Opening share={1} />}>
      <PdfView bytes={content.bytes} />
    </Suspense>
  ) : (
    <PictureView bytes={content.bytes} kind={content.kind} name={name} />
  );
}

function Opening({ share }: { share: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.middle}>
      <p>{t('attachments:viewer.opening')}</p>
      <Progress aria-label={t('attachments:viewer.opening')} transitionDuration={0} value={share * 100} w={240} />
    </div>
  );
}
