import { useTranslation } from 'react-i18next';
import type { RecordMeta } from '#shared/contract/record.ts';
import { codeTextKey, entityTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { Hit, NameHit } from './hits.ts';
import classes from './search.module.css';

type HitLineProps = { hit: Hit };

/** One record found: what it was found by, and what tells it from others. */
export function HitLine({ hit }: HitLineProps) {
  return (
    <>
      <span className={classes.what}>
        {hit.group === 'names' ? <NameText name={hit.name} /> : <CodeText meta={hit.meta} />}
      </span>
      <span className={classes.which}>
        <Particulars hit={hit} />
      </span>
    </>
  );
}

function CodeText({ meta }: { meta: RecordMeta }) {
  const { t } = useTranslation('search');
  return meta.code ?? t('noCode');
}

function NameText({ name: { name, meta } }: { name: NameHit }) {
  const { t } = useTranslation('search');
  if (name === null) return t('nameHidden', { person: meta.enteredBy.displayName });
  return [name.given, name.family].filter((part) => part !== '').join(' ');
}

/** Record type, state and day; of a name also code, birth year and how it fits. */
function Particulars({ hit }: { hit: Hit }) {
  const { t } = useTranslation('search');
  const formats = useFormats();
  const { register } = useSession();
  const { meta } = hit;
  const parts = [
    ...(hit.group === 'names' && hit.name.fit === 'error' ? [t('speltAlike')] : []),
    ...(hit.group === 'names' && hit.name.fit === 'number' ? [t('likely.reasons.personal-number-same')] : []),
    ...(hit.group === 'names' && hit.name.birthYear !== null ? [t('born', { year: hit.name.birthYear })] : []),
    ...(hit.group === 'names'
      ? [meta.code ?? t('noCode')]
      : [t(entityTextKey(register.kind, meta.entity), { count: 1 })]),
    t(codeTextKey('RECSTAT', meta.state)),
    formats.date(meta.savedAt.slice(0, 10)),
  ];
  return parts.join(' · ');
}
