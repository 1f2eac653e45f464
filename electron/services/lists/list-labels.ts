/** What the codes of a column are called in a language, and the order that its alphabet gives them. */
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import type { Language } from '#shared/languages.ts';
import { createCompare } from '#shared/locale/collation.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { accountNames } from '../account-names.ts';
import { codeLabels } from '../exchange/code-labels.ts';
import { createTexts } from '../reports/texts.ts';
import { type ColumnSpec, fieldOf } from './column-specs.ts';

/** Place of each code in the alphabet of the labels; equal labels share theirs. */
export type CodeRanks = ReadonlyMap<string, number>;
export type RankCodes = (codes: Iterable<string>) => CodeRanks;

function ranksByLabel(labelOf: (code: string) => string, language: Language): RankCodes {
  const compare = createCompare(language);
  return (codes) => {
    const labelled = [...codes].map((code) => ({ code, label: labelOf(code) }));
    labelled.sort((a, b) => compare(a.label, b.label));
    const ranks = new Map<string, number>();
    let rank = 0;
    labelled.forEach(({ code, label }, at) => {
      if (at > 0 && labelled[at - 1]?.label !== label) rank += 1;
      ranks.set(code, rank);
    });
    return ranks;
  };
}

/** Whether an order made with the first ranks still stands with the second: new codes may have come, no label moved. */
export function keepsOrder(before: CodeRanks, now: CodeRanks): boolean {
  const known = [...before].sort(([, a], [, b]) => a - b);
  return known.every(([code, rank], at) => {
    const last = known[at - 1];
    const [lastNow, rankNow] = [last === undefined ? undefined : now.get(last[0]), now.get(code)];
    if (rankNow === undefined) return false;
    if (last === undefined || lastNow === undefined) return true;
    return last[1] === rank ? lastNow === rankNow : lastNow < rankNow;
  });
}

/** How a column of codes is ordered on a screen in this language. */
export function codeRanking(
  database: RegisterDatabase,
  index: RegisterIndex,
  spec: ColumnSpec,
  language: Language,
): RankCodes {
  const list = fieldOf(spec)?.list ?? '';
  if (spec.of !== 'meta') {
    const labelOf = codeLabels(database, index, language);
    return ranksByLabel((code) => labelOf(list, code), language);
  }
  if (spec.name === 'enteredBy') {
    const names = accountNames(database);
    return ranksByLabel((id) => names.get(id) ?? '', language);
  }
  const t = createTexts(language);
  return ranksByLabel((code) => t(codeTextKey(spec.name === 'state' ? 'RECSTAT' : 'YN', code)), language);
}
