/** The certificate of an erasure: what, why, by whom, how many rows, and which backups still hold it. */
import { erasedKinds, waitingDays } from '#shared/contract/retention.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import type { Certificate } from '../retention/certificate.ts';
import { type Html, html } from './html.ts';
import { pageHead, printDocument } from './page.ts';
import { printedDigest, type Writing } from './writing.ts';

export interface CertificateStamp {
  /** Name of the institution of registration in the language of the print. */
  readonly institution: string;
  readonly printedAt: string;
  readonly seal: { readonly entry: number; readonly mark: string };
}

/** HTML of the certificate of one erasure. */
export function erasureHtml(writing: Writing, certificate: Certificate, stamp: CertificateStamp): string {
  const { register, t, language, formats } = writing;
  const { scope, digest } = certificate;
  const title = t('retention:certificate.title');
  const right = [t(`print:registers.${register.kind}`), formats.date(certificate.confirmedAt)] as const;
  const seal = { version: register.programVersion, entry: stamp.seal.entry, seal: stamp.seal.mark };
  return printDocument({
    t,
    language,
    title,
    training: register.training,
    sheets: [
      {
        notice: t('print:internalNotice'),
        footLeft: t('retention:certificate.foot', seal),
        footCentre: t('retention:certificate.digest', { digest: printedDigest(digest) }),
        body: html`${pageHead(register.institution, register.office, right)}
<h1>${title}</h1>
<p class="lead">${t(`retention:certificate.lead.${scope}`)}</p>
${statements(writing, certificate, stamp)}
<h2>${t('retention:certificate.erased')}</h2>
${counts(writing, certificate)}
<p class="legend">${t(`retention:certificate.${certificate.isSwept ? 'swept' : 'unswept'}`)}</p>
<h2>${t('retention:certificate.stays')}</h2>
<p class="lead">${t('retention:certificate.staysText')}</p>
<h2>${t('retention:certificate.backups')}</h2>
${backups(writing, certificate)}
<p class="legend">${t('retention:certificate.outside')}</p>
<div class="grow"></div>
<div class="signatures"><div>${t('retention:certificate.signProposed')}<br>${certificate.proposedBy}</div><div>${t('retention:certificate.signConfirmed')}<br>${certificate.confirmedBy}</div><div>${t('print:dateAndStamp')}</div></div>`,
      },
    ],
  });
}

function statements(
  { register, t, formats }: Writing,
  certificate: Certificate,
  { institution }: CertificateStamp,
): Html {
  const { entity, number, code, dueOn, lawBasis } = certificate;
  const what = [
    t(entityTextKey(register.kind, entity), { count: 1 }),
    code ?? '',
    number === null ? '' : t('retention:certificate.recordNumber', { number }),
  ];
  const cause = [
    t(`retention:certificate.causes.${certificate.cause}`),
    dueOn === null ? '' : t('retention:certificate.dueOn', { date: formats.date(dueOn) }),
  ];
  const by = (name: string, at: string): string => t('retention:certificate.byAt', { name, at: formats.dateTime(at) });
  const alone = html`<br>${t('retention:certificate.samePerson', { days: waitingDays })}`;
  const rows: readonly (readonly [string, string | Html])[] = [
    ['record', what.filter((part) => part !== '').join(' · ')],
    ['identifier', certificate.recordId],
    ['institution', institution],
    ['extent', t(`retention:scope.${certificate.scope}`)],
    ['cause', cause.filter((part) => part !== '').join(' ')],
    ['reason', certificate.reason],
    // Where the register does not know it, it is written by hand.
    ['lawBasis', lawBasis],
    ['proposed', by(certificate.proposedBy, certificate.proposedAt)],
    [
      'confirmed',
      html`${by(certificate.confirmedBy, certificate.confirmedAt)}${certificate.isSamePerson ? alone : null}`,
    ],
  ];
  const body = rows.map(
    ([key, value]) => html`<tr><td>${t(`retention:certificate.${key}`)}</td><td class="pre">${value}</td></tr>`,
  );
  return html`<table class="statements"><tbody>${body}</tbody></table>`;
}

function counts({ t, formats }: Writing, certificate: Certificate): Html {
  const rows = erasedKinds.flatMap((kind) => {
    const count = certificate.counts[kind];
    if (count === undefined) return [];
    return [html`<tr><td>${t(`retention:kinds.${kind}`)}</td><td class="n">${formats.number(count)}</td></tr>`];
  });
  return html`<table class="short"><thead><tr><th>${t('retention:certificate.kind')}</th><th class="n">${t('retention:certificate.rows')}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function backups({ t, formats }: Writing, certificate: Certificate): Html {
  if (certificate.backups.length === 0) return html`<p class="lead">${t('retention:certificate.noBackups')}</p>`;
  const rows = certificate.backups.map(
    ({ file, at, keptUntil }) =>
      html`<tr><td>${file}</td><td class="n">${formats.dateTime(at)}</td><td class="n">${formats.date(keptUntil)}</td></tr>`,
  );
  return html`<p class="lead">${t('retention:certificate.backupsText', { count: certificate.backupMonths })}</p>
<table class="short"><thead><tr><th>${t('retention:certificate.file')}</th><th class="n">${t('retention:certificate.made')}</th><th class="n">${t('retention:certificate.keptUntil')}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
