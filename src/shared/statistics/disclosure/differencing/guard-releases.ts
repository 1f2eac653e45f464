/** Looks at what is about to be released beside everything that was released before. */
import type { Effort } from './betrayed.ts';
import { ExactLook } from './find-betrayal.ts';
import { findNarrow } from './find-narrow.ts';
import { type GuardSources, isMate, nameOf, type Placed, place, relatedTo, sideBySide } from './related-tables.ts';
import { findAmongCopies, repeats, withoutCopies } from './released-copies.ts';
import type { ReleaseBetrayal, ReleasedTable, ReleaseQuestion } from './released-table.ts';

/** A table that goes out, and what it is laid beside. */
interface Candidate {
  readonly placed: Placed;
  readonly related: readonly Placed[];
}

/** How far the guard has come; where it gives way, others may use its thread. */
export interface GuardStep {
  readonly done: number;
  readonly total: number;
}

/** Programmes for bounds over all tables that go out: what they do not decide is refused. */
const mostProgrammes = 20_000;

/** Which of the later tables would betray a group, and with which earlier ones; worked out step by step. */
export function* guardReleases(
  question: ReleaseQuestion,
  sources: GuardSources,
): Generator<GuardStep, ReleaseBetrayal[]> {
  const { threshold } = question;
  const known = withoutCopies(question.earlier.flatMap(sources.standIns));
  const earlier = place(known, sources, true);
  const later = question.later
    .flatMap(sources.standIns)
    .filter((table) => !known.some((other) => repeats(table, other)));
  const refused = new Map<string, ReleaseBetrayal>();
  for (const table of later) {
    const found = findAmongCopies(table, known, threshold);
    if (found && !refused.has(table.key)) refused.set(table.key, found);
  }
  const effort: Effort = { programmes: mostProgrammes };
  const looking = { sources, threshold, effort, refused, total: question.later.length };
  const candidatesAmong = (tables: readonly ReleasedTable[], beside: readonly Placed[]): Candidate[] =>
    place(tables, sources, false)
      .map((placed) => ({ placed, related: relatedTo(placed, beside) }))
      .filter(({ placed, related }) => related.some((each) => !isMate(each, placed, sources)));
  const standard = later.filter(({ designed }) => !designed);
  yield* guard(candidatesAmong(standard, earlier), looking);
  // Nothing was protected together with a design: also what goes out beside it is laid beside it.
  const beside = place(
    standard.filter(({ key }) => !refused.has(key)),
    sources,
    true,
  );
  for (const tables of Map.groupBy(
    later.filter(({ designed }) => designed),
    ({ id, period }) => `${id} ${period}`,
  ).values()) {
    yield* guard(candidatesAmong(tables, [...earlier, ...beside]), looking);
    const left = tables.filter(({ key }) => !refused.has(key));
    beside.push(...place(left, sources, true));
  }
  return question.later.flatMap(({ key }) => refused.get(key) ?? []);
}

interface Looking {
  readonly sources: GuardSources;
  readonly threshold: number;
  readonly effort: Effort;
  readonly refused: Map<string, ReleaseBetrayal>;
  readonly total: number;
}

function* guard(candidates: readonly Candidate[], looking: Looking): Generator<GuardStep> {
  const { sources, threshold, effort, refused, total } = looking;
  const isOpen = ({ placed }: Candidate): boolean => !refused.has(placed.table.key);
  const ofOneKind = ({ placed: { store, counted } }: Candidate): string => `${store.entity} ${counted.units}`;
  // By adding and subtracting first: what it finds need not be searched for.
  for (const group of Map.groupBy(candidates.filter(isOpen), ofOneKind).values()) {
    yield* guardExactly(group, looking);
  }
  const open = candidates.filter(isOpen);
  for (const [at, { placed, related }] of open.entries()) {
    yield { done: Math.max(refused.size, total - open.length + at), total };
    const mine: Effort = { programmes: Math.ceil(effort.programmes / (open.length - at)) };
    const spared = effort.programmes - mine.programmes;
    for (const others of setsToSearch(placed, related, sources)) {
      const betrayed = findNarrow(sideBySide([placed], others, sources), threshold, mine);
      if (!betrayed) continue;
      const names = betrayed.with.flatMap((each) => others[each - 1]?.table.key ?? []);
      const { key } = placed.table;
      refused.set(key, { key, reason: betrayed.reason, earlier: [...new Set(names)] });
      break;
    }
    effort.programmes = spared + mine.programmes;
  }
}

/**
 * All that go out at once first: where they betray nothing together, none of them does alone. Else one by one, and then
 * the first that betrays something beside the ones before it, and so on.
 */
function* guardExactly(group: readonly Candidate[], { sources, threshold, refused, total }: Looking) {
  const later = group.map(({ placed }) => placed);
  const earlier = [...new Set(group.flatMap(({ related }) => related))];
  const look = new ExactLook(sideBySide(later, earlier, sources), threshold);
  const refuse = (tables: readonly number[]): boolean => {
    const betrayed = look.betrayedBy(tables);
    const key = later[tables.at(-1) ?? -1]?.table.key;
    if (!betrayed || key === undefined) return false;
    if (refused.has(key)) return true;
    const names = betrayed.with.flatMap((at) => earlier[at - later.length]?.table.key ?? []);
    refused.set(key, { key, reason: betrayed.reason, earlier: [...new Set(names)] });
    return true;
  };
  const open = () => [...later.keys()].filter((at) => !refused.has(later[at]?.table.key ?? ''));
  yield { done: refused.size, total };
  if (!look.betrays(open())) return;
  for (const at of open()) {
    yield { done: refused.size, total };
    refuse([at]);
  }
  for (let left = open(); left.length > 1 && look.betrays(left); left = open()) {
    let [low, high] = [1, left.length];
    while (high - low > 1) {
      yield { done: refused.size, total };
      const middle = (low + high) >> 1;
      if (look.betrays(left.slice(0, middle))) high = middle;
      else low = middle;
    }
    refuse(left.slice(0, high));
  }
}

/** Of more tables than these the same table of other periods, and every design, is searched for bounds: all would take hours. */
const mostAtOnce = 6;

/** The same table of other periods first: it is what mostly betrays, and soon decided. */
function setsToSearch(
  later: Placed,
  related: readonly Placed[],
  sources: GuardSources,
): readonly (readonly Placed[])[] {
  const isAlike = (each: Placed): boolean => nameOf(each) === nameOf(later);
  const alike = related.filter(isAlike);
  if (related.length <= mostAtOnce) return alike.length % related.length === 0 ? [related] : [alike, related];
  const others = related.filter((each) => !isMate(each, later, sources));
  // Where no day is shared, not even by way of others of its kind, they tell nothing together.
  const othersAlike = relatedTo(later, others.filter(isAlike));
  const sharing = othersAlike.filter((each) => relatedTo(later, [each]).length > 0);
  // A year beside the tables of another one: those of the catalogue meet only where they look back, and then in themselves.
  const ofDesigns = others.filter((each) => !isAlike(each) && (later.table.designed || each.table.designed));
  const one = [...sharing, ...ofDesigns].map((each) => [each]);
  return othersAlike.length > 1 && othersAlike.length <= mostAtOnce ? [...one, othersAlike] : one;
}
