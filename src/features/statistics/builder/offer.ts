/** What the dictionary offers for a table, as the boxes ask for it. */
import type { DesignField, DesignOffer, DesignUnit } from '#shared/contract/table-design.ts';

export type OfferedUnit = DesignOffer['units'][number];
export type OfferedEntity = DesignOffer['entities'][number];
export type OfferedField = OfferedEntity['fields'][number] & { readonly entity: string };

/** The offered unit that a design counts; undefined where the register has none such. */
export const offeredUnit = ({ units }: DesignOffer, unit: DesignUnit): OfferedUnit | undefined =>
  units.find((each) =>
    unit.by === 'rule' ? each.rule === unit.rule : each.by === unit.by && each.entity === unit.entity,
  );

/** A unit as a design names it; rows and persons count by the first of their dates until another one is chosen. */
export function unitOf({ by, entity, rule, days }: OfferedUnit): DesignUnit | null {
  if (by === 'rule') return rule === null ? null : { by, rule };
  const [day] = days;
  return day === undefined ? null : { by, entity, day };
}

/** Key of a unit in a list of choices. */
export const unitKey = ({ by, rule, entity }: Pick<OfferedUnit, 'by' | 'rule' | 'entity'>): string =>
  `${by} ${rule ?? entity}`;

const fieldsOf = (offer: DesignOffer, entities: readonly string[]): readonly OfferedField[] =>
  entities.flatMap((id) => {
    const entity = offer.entities.find((each) => each.id === id);
    return (entity?.fields ?? []).map((field) => ({ ...field, entity: id }));
  });

/** Fields that may break down or filter a unit: its own, those around it, then those of rows within it. */
export const fieldsInReach = (offer: DesignOffer, { around, within }: OfferedUnit): readonly OfferedField[] =>
  fieldsOf(offer, [...around, ...within]);

/** Fields of which each unit has one answer, so that it can be measured by them. */
export const fieldsAround = (offer: DesignOffer, { around }: OfferedUnit): readonly OfferedField[] =>
  fieldsOf(offer, around);

export const isField =
  (asked: DesignField) =>
  ({ entity, id }: OfferedField): boolean =>
    entity === asked.entity && id === asked.field;
