/** What a table of a register can be put together from; derived from the dictionary, told by nobody's record. */
import type { PlainLabel } from '../../contract/statistics.ts';
import type { Breakdown, DesignOffer } from '../../contract/table-design.ts';
import { sectionTextKey } from '../../dictionary/text-keys.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import {
  type DesignableEntities,
  type DesignableEntity,
  type DesignableField,
  designableEntities,
  outwardsFrom,
} from './design-fields.ts';
import { countedCodeLabel, designWords } from './design-labels.ts';
import { rulesOf } from './design-rules.ts';

/** The ways in which a field breaks down; none for texts. */
export function breakdownsOf(field: DesignableField): readonly Breakdown[] {
  if (field.type === 'date') return ['year', 'half', 'month'];
  if (field.type === 'number') return ['class'];
  if (field.type === 'text') return [];
  if (field.kinds !== null) return ['value', 'kind'];
  return field.groups.size > 0 || field.list === 'COUNTRY' ? ['value', 'group'] : ['value'];
}

const offered = new WeakMap<RegisterDeclaration, DesignOffer>();

/** Units and fields of a register; asking again returns the same. */
export function offerOf(register: RegisterDeclaration): DesignOffer {
  const known = offered.get(register);
  if (known) return known;
  const entities = designableEntities(register);
  const made = {
    units: [
      ...rulesOf(register.kind).map(({ rule, entity, label }) => ({
        ...reachOf(entities, entity),
        by: 'rule' as const,
        rule,
        label,
        days: [],
      })),
      ...[...entities.values()].flatMap((entity) => rowUnits(register, entities, entity)),
    ],
    entities: [...entities.values()].map(({ id, fields }) => ({
      id,
      label: designWords(register.kind, entities).entity(id),
      fields: [...fields.values()].map((field) => offeredField(register, entities, field)),
    })),
  };
  offered.set(register, made);
  return made;
}

type Unit = DesignOffer['units'][number];

/** Rows and, where somebody's code tells them apart, persons; only what has a date by which it can be counted. */
function rowUnits(
  register: RegisterDeclaration,
  entities: DesignableEntities,
  { id, person }: DesignableEntity,
): readonly Unit[] {
  const days = outwardsFrom(entities, id).flatMap((entity) =>
    [...(entities.get(entity)?.fields.values() ?? [])]
      .filter(({ isDay }) => isDay)
      .map((field) => ({ entity, field: field.id })),
  );
  if (days.length === 0) return [];
  const unit = { ...reachOf(entities, id), rule: null, label: designWords(register.kind, entities).entity(id), days };
  return person
    ? [
        { ...unit, by: 'row' },
        { ...unit, by: 'person' },
      ]
    : [{ ...unit, by: 'row' }];
}

function reachOf(
  entities: DesignableEntities,
  entity: string,
): Pick<Unit, 'entity' | 'around' | 'within' | 'distinct'> {
  const around = outwardsFrom(entities, entity);
  const root = around.at(-1);
  const within = [...entities.keys()].filter(
    (each) => !around.includes(each) && outwardsFrom(entities, each).at(-1) === root,
  );
  const distinct = [
    ...(entity === root ? [] : (['record'] as const)),
    ...(entities.get(entity)?.person ? (['person'] as const) : []),
  ];
  return { entity, around: [...around], within, distinct };
}

function offeredField(
  { kind }: RegisterDeclaration,
  entities: DesignableEntities,
  field: DesignableField,
): DesignOffer['entities'][number]['fields'][number] {
  const { id, entity, type, list, section } = field;
  return {
    id,
    type,
    label: designWords(kind, entities).field(entity, id),
    section: section === null ? null : { text: sectionTextKey(kind, section) },
    list,
    codes:
      list === null
        ? (field.codes ?? []).map((code): { code: string; label: PlainLabel } => ({
            code,
            label: countedCodeLabel(kind, code),
          }))
        : [],
    by: [...breakdownsOf(field)],
    bounds: [...field.bounds],
    missing: [...field.missing],
  };
}
