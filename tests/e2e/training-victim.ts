import type { Output } from '#shared/contract/contract.ts';
import type { Values } from '#shared/records/record.ts';
import { generateVictims } from '#shared/training/generate.ts';
import type { TrainingRegistration } from '#shared/training/training-record.ts';

export type WholeVictim = TrainingRegistration & { readonly identity: Values };

/** An invented victim with nearly everything a record can hold, identified in 2025. */
export function wholeVictim(lists: Output<'reference.list'>['lists'], today: string): WholeVictim {
  const reference = {
    INST: lists['INST'] ?? [],
    MUNI: lists['MUNI'] ?? [],
    ETHN: lists['ETHN'] ?? [],
    LANG: lists['LANG'] ?? [],
  };
  const wanted = ['several-episodes', 'markers', 'partial-dates'] as const;
  for (const record of generateVictims({ records: 5000, seed: 7, today, country: 'XKX', reference })) {
    const { content, awkward, identity } = record;
    const isPlain = record.sameCodeAs === null && record.confirmed.length === 0 && !record.archived && !record.binned;
    const isDone = record.state === 'complete' || record.state === 'verified';
    const filled = Object.values(content.groups).filter((rows) => rows.length > 0).length;
    // A mixture of forms is proposed by the program and offered to nobody who types.
    const isTypeable = content.values['exploitation_main_form'] !== 'mixed';
    const year = String(content.values['identification_date']).slice(0, 4);
    const isWhole = isPlain && isDone && isTypeable && filled >= 7;
    if (record.entity === 'victim' && isWhole && year === '2025' && identity !== null)
      if (wanted.every((sign) => awkward.includes(sign))) return { ...record, identity: entered(identity) };
  }
  throw new Error('The profile of invented records no longer holds such a victim.');
}

/** Which victim it is depends on the day; what she never told is not stored. */
const entered = (identity: Values): Values =>
  Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== null));
