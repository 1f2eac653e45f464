import { isCore, isTyped, type RegisterIndex } from './register-index.ts';
import type { FieldDeclaration } from './vocabulary.ts';

export interface QualityField {
  readonly field: FieldDeclaration;
  readonly isCore: boolean;
  /** row: counted in each row of its group. */
  readonly unit: 'record' | 'row';
}

/**
 * Fields whose answers show how well was entered: those that somebody types, in the order of the dictionary. Direct
 * identifiers are encrypted apart and cannot be counted; numbers of rows follow from their order.
 */
export function qualityFieldsOf(index: RegisterIndex, root: string): readonly QualityField[] {
  return index.register.fields.flatMap((field): QualityField[] => {
    const entity = index.entity(field.entity);
    if (index.rootOf(field.entity).id !== root || entity.role === 'vault' || field.id === entity.ordinal) return [];
    if (!isTyped(field) || field.sensitivity === 'direct') return [];
    return [{ field, isCore: isCore(field), unit: entity.role === 'record' ? 'record' : 'row' }];
  });
}
