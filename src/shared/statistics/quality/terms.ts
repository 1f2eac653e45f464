/** Parts of the report on data quality, and the words of each that are explained beside it: texts quality:terms.<term>. */
export const reportParts = ['lines', 'fields', 'sections', 'delays', 'rules'] as const;
export type ReportPart = (typeof reportParts)[number];

const ofPart = {
  lines: ['filled', 'core', 'delay', 'findings'],
  fields: ['applies', 'filled', 'core', 'rows', 'identity'],
  sections: ['applies', 'filled', 'core', 'rows', 'identity'],
  delays: ['delay', 'quartiles'],
  rules: ['findings'],
} as const satisfies Record<ReportPart, readonly string[]>;

export type Term = 'population' | (typeof ofPart)[ReportPart][number];

/** Who is counted is said everywhere. */
export const termsOf = (part: ReportPart): readonly Term[] => ['population', ...ofPart[part]];

/** Every word once, for a print of all parts. */
export const allTerms: readonly Term[] = [...new Set(reportParts.flatMap(termsOf))];
