import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { possibleNames } from '#shared/names/names-in-text.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { useProcedure } from '../../../api/query.ts';
import { useUntilReady } from '../../../api/use-until-ready.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';

/** A pause in typing: each question leaves an entry in the log. */
const settleMs = 800;
/** As many as one question takes. */
const mostTexts = 100;

const none: readonly string[] = [];

/** Free texts of a record in which a name might stand, each once. */
function textsToAsk({ values, groups }: RecordContent, isText: (field: string) => boolean): readonly string[] {
  const rows = Object.values(groups).flat();
  const all: Values[] = [values, ...rows.map((row) => row.values)];
  const texts = all.flatMap((each) =>
    Object.entries(each).flatMap(([field, value]) => (typeof value === 'string' && isText(field) ? [value] : [])),
  );
  return [...new Set(texts)].filter((text) => possibleNames(text).length > 0).slice(0, mostTexts);
}

/** Texts of the open record that name a person of the register; undefined where no rule asks, or nothing is known. */
export function useNamedTexts(content: RecordContent): ReadonlySet<string> | undefined {
  const { model } = useFormTools();
  const recordId = useEditor((state) => state.meta.id);
  const canEdit = useEditor((state) => state.allowed.edit);
  const isAsked = useMemo(
    () => model.register.rules.some((rule) => rule.entity === model.entity && rule.asksForNames === true),
    [model],
  );
  const free = useMemo(
    () => new Set(model.register.fields.filter(({ type }) => type === 'text').map(({ id }) => id)),
    [model],
  );
  const texts = useMemo(
    () => (isAsked && canEdit ? textsToAsk(content, (field) => free.has(field)) : none),
    [isAsked, canEdit, content, free],
  );
  const [settled] = useDebouncedValue(JSON.stringify(texts), settleMs);
  const asked: string[] = JSON.parse(settled);
  const answer = useProcedure(
    'text.names',
    { recordId, texts: asked },
    { enabled: asked.length > 0, keepPrevious: true, forget: true },
  );
  useUntilReady(answer.data?.index, answer.refetch);
  const named = answer.data?.named;
  return useMemo(() => (named === undefined || named.length === 0 ? undefined : new Set(named)), [named]);
}
