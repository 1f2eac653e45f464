import type { RuleContext } from '../../records/record.ts';
import { createInstitutions } from '../institutions.ts';
import type { TrainingArticle, TrainingPlan } from '../training-record.ts';

/** The context in which the rules see an invented case. */
export function contextOf({ today, country, reference }: TrainingPlan): RuleContext {
  const institutions = createInstitutions(reference.INST);
  const articles = new Map((reference.ARTICLE ?? []).map((article) => [article.code, article]));
  return {
    today,
    ownCountry: country,
    institution: (code) => {
      const found = institutions.find(code);
      return found && { ...found, type: found.type ?? 'other', country: found.country ?? country };
    },
    inUse: (list, code) =>
      list === 'INST' ? institutions.find(code) : list === 'ARTICLE' ? articles.get(code) : undefined,
    article: (code) => {
      const found = articles.get(code);
      return found && rangeOf(found);
    },
    otherRegistrations: [],
    likelyDuplicates: [],
  };
}

const rangeOf = ({ leastMonths, mostMonths, life }: TrainingArticle) => ({
  leastMonths: leastMonths ?? undefined,
  mostMonths: life === true ? undefined : (mostMonths ?? undefined),
});
