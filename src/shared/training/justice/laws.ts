/** Articles of criminal law that invented charges name, and the length of imprisonment that they allow. */
import { isInUse } from '../../records/in-use.ts';
import { isoDay } from '../../records/partial-date.ts';
import type { Random } from '../random.ts';
import type { TrainingArticle } from '../training-record.ts';
import { type Spread, usualMonths } from './profile.ts';

export interface Laws {
  /** The article on an offence that was in force on a day. */
  readonly articleOn: (random: Random, offence: string, day: number) => TrainingArticle | undefined;
  /** Any article that was in force on a day. */
  readonly anyOn: (random: Random, day: number) => TrainingArticle | undefined;
}

/** The articles of the installation, quick to choose from. */
export function createLaws(articles: readonly TrainingArticle[]): Laws {
  const byOffence = Map.groupBy(articles, ({ type }) => type ?? '');
  return {
    articleOn(random, offence, day) {
      const iso = isoDay(day);
      const named = (byOffence.get(offence) ?? []).filter((article) => isInUse(article, iso));
      return named.length > 0 ? random.pick(named) : undefined;
    },
    anyOn(random, day) {
      const iso = isoDay(day);
      const found = articles.filter((article) => isInUse(article, iso));
      return found.length > 0 ? random.pick(found) : undefined;
    },
  };
}

/** Months that courts set for an offence: the usual ones, within the range of the article. */
export function monthsFor(offence: string, article: TrainingArticle | undefined): Spread {
  const [least, most] = usualMonths[offence] ?? [2, 30];
  const low = Math.max(least, article?.leastMonths ?? least);
  return [low, Math.max(low, Math.min(most, article?.mostMonths ?? most))];
}
