import { Button, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { errorCodes } from '#shared/contract/errors.ts';
import { call } from '../../api/client.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import styles from './sign-in-page.module.css';

type Register = Output<'workstation.describe'>['registers'][number];

type RegisterListProps = {
  registers: readonly Register[];
  chosen: string | null;
  onChoose: (path: string) => void;
  onNewRegister: () => void;
  onRestore: () => void;
};

export function RegisterList({ registers, chosen, onChoose, onNewRegister, onRestore }: RegisterListProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const add = useCall('workstation.add-register', ['workstation.describe']);

  const addFromFolder = async () => {
    const { path } = await call('workstation.choose-folder', { purpose: 'register' });
    if (path === null) return;
    const { path: added } = await add.mutateAsync({ path });
    onChoose(added);
  };

  return (
    <>
      {registers.length === 0 ? <p className={styles.detail}>{t('signIn:registers.none')}</p> : null}
      <div className={styles.registers}>
        {registers.map((register) => (
          <RegisterRow
            key={register.path}
            register={register}
            isChosen={register.path === chosen}
            onChoose={() => onChoose(register.path)}
          />
        ))}
      </div>
      <FailureNotice text={text(add.error)} />
      <div className={styles.others}>
        <Button variant={registers.length === 0 ? 'filled' : 'default'} onClick={onNewRegister}>
          {t('signIn:registers.new')}
        </Button>
        <Button variant="default" onClick={() => void addFromFolder().catch(() => undefined)}>
          {t('signIn:registers.add')}
        </Button>
        <Button variant="default" onClick={onRestore}>
          {t('signIn:registers.restore')}
        </Button>
      </div>
    </>
  );
}

type RegisterRowProps = { register: Register; isChosen: boolean; onChoose: () => void };

function RegisterRow({ register, isChosen, onChoose }: RegisterRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const forget = useCall('workstation.forget-register', ['workstation.describe']);
  if (register.problem !== null) {
    const code = errorCodes.find((known) => known === register.problem) ?? 'REGISTER_DAMAGED';
    return (
      <div className={styles.register}>
        <span className={styles.name}>{register.institution}</span>
        <Button variant="subtle" onClick={() => forget.mutate({ path: register.path })}>
          {t('signIn:registers.forget')}
        </Button>
        <span className={styles.detail}>{t(`errors:${code}.what`, { folder: register.path })}</span>
        <span className={styles.detail}>{register.path}</span>
      </div>
    );
  }
  return (
    <UnstyledButton className={styles.register} aria-pressed={isChosen} onClick={onChoose}>
      <span className={styles.name}>{register.institution}</span>
      <span>
        {register.training ? <Badge tone="warn">{t('signIn:registers.training')}</Badge> : null}
        {register.unfinished ? <Badge>{t('signIn:registers.unfinished')}</Badge> : null}
      </span>
      <span className={styles.detail}>
        {register.kind === null ? null : t(`frame:kind.${register.kind}`)} · {formats.country(register.country)}
      </span>
      <span className={styles.detail}>{register.path}</span>
    </UnstyledButton>
  );
}
