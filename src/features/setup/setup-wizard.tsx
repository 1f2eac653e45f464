import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { SessionInfo } from '#shared/contract/session.ts';
import { useCall } from '../../api/query.ts';
import { useLanguage } from '../../i18n/use-formats.ts';
import { Panel } from '../../ui/page.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { CreateFailure } from './create-failure.tsx';
import { forgetDraft, keepDraft, keptDraft, type SetupDraft } from './draft.ts';
import { FinishStep } from './finish-step.tsx';
import { KindStep } from './kind-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { RegisterStep } from './register-step.tsx';
import styles from './setup-wizard.module.css';
import { SheetsStep } from './sheets-step.tsx';

export type Sheet = Output<'register.create'>['sheets'][number];

const steps = ['language', 'kind', 'register', 'administrator', 'supervisor', 'create', 'sheets', 'finish'] as const;
type Step = (typeof steps)[number];

type SetupWizardProps = {
  /** Set once the register is made: the wizard is at its recovery sheets, perhaps after it was left. */
  session: SessionInfo | null;
  onCreated: (session: SessionInfo) => void;
  onFinished: () => void;
  onLeave: () => void;
};

/** From nothing to a register that can be opened: one question after the other, each with its reason. */
export function SetupWizard({ session, onCreated, onFinished, onLeave }: SetupWizardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [step, setStep] = useState<Step>(session === null ? 'language' : 'sheets');
  const [draft, setDraft] = useState(keptDraft);
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const create = useCall('register.create', ['workstation.describe']);
  useEffect(() => keepDraft(draft), [draft]);
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step begins at its top, for eye and keyboard
  useEffect(() => {
    body.current?.focus({ preventScroll: true });
    document.querySelector('main')?.scrollTo(0, 0);
  }, [step]);

  const shownSteps = steps.filter((each) => each !== 'supervisor' || !draft.isOnePerson);
  const change = (changed: Partial<SetupDraft>) => setDraft({ ...draft, ...changed });

  const make = async () => {
    const { kind } = draft;
    if (kind === null) return setStep('kind');
    setStep('create');
    const account = ({ displayName, login, passphrase }: SetupDraft['administrator']) => ({
      displayName: displayName.trim(),
      login: login.trim(),
      passphrase,
    });
    const { session: opened, sheets: made } = await create.mutateAsync({
      path: draft.path.trim(),
      kind,
      institution: draft.institution.trim(),
      office: draft.office.trim(),
      country: draft.country,
      language,
      administrator: account(draft.administrator),
      supervisor: draft.isOnePerson ? null : account(draft.supervisor),
      training: draft.training,
    });
    forgetDraft();
    setSheets(made);
    setStep('sheets');
    onCreated(opened);
  };
  const begin = () => void make().catch(() => undefined);

  return (
    <div className={styles.wizard}>
      <h1 className={styles.title}>{t('setup:title')}</h1>
      <StepList steps={shownSteps} current={step} />
      <div className={styles.body} ref={body} tabIndex={-1}>
        {step === 'language' ? <LanguageStep onNext={() => setStep('kind')} onLeave={onLeave} /> : null}
        {step === 'kind' ? (
          <KindStep
            kind={draft.kind}
            onChange={(kind) => change({ kind })}
            onBack={() => setStep('language')}
            onNext={() => setStep('register')}
          />
        ) : null}
        {step === 'register' ? (
          <RegisterStep
            draft={draft}
            onChange={change}
            onBack={() => setStep('kind')}
            onNext={() => setStep('administrator')}
          />
        ) : null}
        {step === 'administrator' ? (
          <PeopleStep
            key="administrator"
            who="administrator"
            draft={draft}
            onChange={change}
            onBack={() => setStep('register')}
            onNext={draft.isOnePerson ? begin : () => setStep('supervisor')}
          />
        ) : null}
        {step === 'supervisor' ? (
          <PeopleStep
            key="supervisor"
            who="supervisor"
            draft={draft}
            onChange={change}
            onBack={() => setStep('administrator')}
            onNext={begin}
          />
        ) : null}
        {step === 'create' && !create.isError ? (
          <Panel title={t('setup:create.title')}>
            <ProgressPanel title={t('setup:create.progress')} done={0} total={0} remainingSeconds={null} />
          </Panel>
        ) : null}
        {step === 'create' && create.isError ? (
          <CreateFailure thrown={create.error} onBack={(to) => setStep(to)} onAgain={begin} />
        ) : null}
        {step === 'sheets' && session !== null ? (
          <SheetsStep session={session} sheets={sheets} onSheets={setSheets} onDone={() => setStep('finish')} />
        ) : null}
        {step === 'finish' ? <FinishStep onFinished={onFinished} /> : null}
      </div>
    </div>
  );
}

type StepListProps = { steps: readonly Step[]; current: Step };

function StepList({ steps: shown, current }: StepListProps) {
  const { t } = useTranslation();
  const at = shown.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t('setup:steps.label')}>
      {shown.map((step, index) => (
        <li key={step} className={styles.step} aria-current={step === current ? 'step' : undefined}>
          <span className={styles.mark}>{index < at ? '✓' : index + 1}</span>
          {t(`setup:steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
