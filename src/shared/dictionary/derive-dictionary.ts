import type { RegisterIndex } from './register-index.ts';
import {
  codeDefinitionKey,
  codeTextKey,
  entityTextKey,
  fieldTextKey,
  listTextKey,
  sectionTextKey,
} from './text-keys.ts';
import type { CodeDeclaration, FieldDeclaration } from './vocabulary.ts';

export interface PrintedField {
  readonly field: FieldDeclaration;
  readonly labelKey: string;
  readonly definitionKey: string;
  readonly exampleKey: string;
}

export interface PrintedSection {
  readonly id: string;
  readonly letter: string;
  readonly nameKey: string;
  readonly parts: readonly {
    readonly entity: string;
    readonly nameKey: string;
    readonly fields: readonly PrintedField[];
  }[];
}

export interface PrintedList {
  readonly id: string;
  readonly nameKey: string;
  readonly usedBy: readonly FieldDeclaration[];
  readonly codes: readonly {
    readonly code: CodeDeclaration;
    readonly labelKey: string;
    readonly definitionKey: string;
  }[];
}

export interface PrintedDictionary {
  readonly version: string;
  readonly sections: readonly PrintedSection[];
  readonly lists: readonly PrintedList[];
  readonly rules: readonly { readonly id: string; readonly entity: string; readonly level: 'hard' | 'soft' }[];
}

/** The data dictionary of a register as it is printed; whoever prints it looks the keys up. */
export function printedDictionaryOf(index: RegisterIndex): PrintedDictionary {
  const { register } = index;
  return {
    version: register.version,
    sections: register.sections.map((section, position) => ({
      id: section.id,
      letter: String.fromCharCode(65 + position),
      nameKey: sectionTextKey(register.kind, section.id),
      parts: partsOf(index, section.id),
    })),
    lists: register.codeLists.map((list) => ({
      id: list.id,
      nameKey: listTextKey(list.id),
      usedBy: register.fields.filter((field) => field.list === list.id),
      codes: list.codes.map((code) => ({
        code,
        labelKey: codeTextKey(list.id, code.code),
        definitionKey: codeDefinitionKey(list.id, code.code),
      })),
    })),
    rules: register.rules.map(({ id, entity, level }) => ({ id, entity, level })),
  };
}

function partsOf(index: RegisterIndex, section: string): PrintedSection['parts'] {
  const { kind, fields } = index.register;
  const within = fields.filter((field) => field.section === section);
  const entities = [...new Set(within.map((field) => field.entity))];
  return entities.map((entity) => ({
    entity,
    nameKey: entityTextKey(kind, entity),
    fields: within
      .filter((field) => field.entity === entity)
      .map((field) => ({
        field,
        labelKey: fieldTextKey(kind, field, 'label'),
        definitionKey: fieldTextKey(kind, field, 'definition'),
        exampleKey: fieldTextKey(kind, field, 'example'),
      })),
  }));
}
