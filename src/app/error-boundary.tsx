import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';

type ErrorBoundaryProps = { children: ReactNode };
type ErrorBoundaryState = { isBroken: boolean };

/** A screen that fails is replaced by a calm page; what was saved is untouched. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { isBroken: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}

export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('frame:broken.title')}
      action={<Button onClick={() => window.location.reload()}>{t('frame:broken.again')}</Button>}
    >
      <p>{t('frame:broken.text')}</p>
    </EmptyState>
  );
}
