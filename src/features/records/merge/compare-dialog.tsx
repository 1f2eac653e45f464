import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordMeta } from '#shared/contract/record.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import dialogs from '../dialogs/dialogs.module.css';
import { useEditor } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';

const settleMs = 200;
const shortestText = 2;
const limit = 10;

/** Which other record this one is compared with: likely ones at once, any other by code, number, word or name. */
export function CompareDialog({ likely, onClose }: { likely: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('merge');
  const id = useEditor((state) => state.meta.id);
  const entity = useEditor((state) => state.meta.entity);
  const { openComparison } = useRecordNavigation();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), settleMs);
  const enabled = settled.length >= shortestText;
  const asked = useProcedure('search.find', { text: settled, limit }, { enabled, keepPrevious: true, forget: true });
  const failure = useFailureText()(asked.error);
  const found = useMemo(() => {
    if (!enabled || asked.data === undefined) return null;
    const { codes, texts, names } = asked.data;
    const metas = [...codes, ...texts.hits, ...names.hits.map(({ meta }) => meta)];
    const others = metas.filter((meta) => meta.id !== id && meta.entity === entity && !meta.binned);
    return [...new Map(others.map((meta) => [meta.id, meta])).values()];
  }, [enabled, asked.data, id, entity]);
  const choose = (other: string) => openComparison(id, other);

  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size="lg"
      title={t('choose.title')}
    >
      <p className={dialogs.note}>{t('choose.note')}</p>
      <TextInput
        data-autofocus
        label={t('choose.search')}
        mb="sm"
        onChange={(event) => setText(event.currentTarget.value)}
        spellCheck={false}
        value={text}
      />
      <FailureNotice text={failure} />
      {found !== null && <Choices heading={t('choose.found')} metas={found} onChoose={choose} />}
      <div role="status">
        {found !== null && found.length === 0 && <p className={dialogs.note}>{t('choose.nothing')}</p>}
      </div>
      {found === null && <Likely ids={likely} onChoose={choose} />}
    </Modal>
  );
}

type ChooseProps = { onChoose: (id: string) => void };

/** Records that rule R28 names: the same name and birth date, or much else the same. */
function Likely({ ids, onChoose }: ChooseProps & { ids: readonly string[] }) {
  const { t } = useTranslation('merge');
  if (ids.length === 0) return null;
  return (
    <>
      <h3 className={dialogs.heading}>{t('choose.likely')}</h3>
      <ul className={dialogs.list}>
        {ids.slice(0, limit).map((id) => (
          <LikelyRecord id={id} key={id} onChoose={onChoose} />
        ))}
      </ul>
    </>
  );
}

function LikelyRecord({ id, onChoose }: ChooseProps & { id: string }) {
  const opened = useProcedure('record.open', { id }, { forget: true });
  return opened.data === undefined ? null : <RecordChoice meta={opened.data.meta} onChoose={onChoose} />;
}

type ChoicesProps = ChooseProps & { heading: string; metas: readonly RecordMeta[] };

function Choices({ heading, metas, onChoose }: ChoicesProps) {
  if (metas.length === 0) return null;
  return (
    <>
      <h3 className={dialogs.heading}>{heading}</h3>
      <ul className={dialogs.list}>
        {metas.map((meta) => (
          <RecordChoice key={meta.id} meta={meta} onChoose={onChoose} />
        ))}
      </ul>
    </>
  );
}

function RecordChoice({ meta, onChoose }: ChooseProps & { meta: RecordMeta }) {
  const { t } = useTranslation('merge');
  const { t: translate } = useTranslation();
  const words = useWords();
  return (
    <li>
      <button className={dialogs.jump} onClick={() => onChoose(meta.id)} type="button">
        <span>{meta.code ?? t('withoutCode', { entity: words.entity(meta.entity, 1) })}</span>
        <span className={dialogs.place}>
          {[
            translate(codeTextKey('RECSTAT', meta.state)),
            t('enteredBy', { name: meta.enteredBy.displayName, at: words.formats.date(meta.createdAt.slice(0, 10)) }),
          ].join(' · ')}
        </span>
      </button>
    </li>
  );
}
