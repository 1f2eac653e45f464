import type { Finding } from '#shared/records/record.ts';
import { useFindingText } from '../texts/use-finding-text.ts';
import classes from './form.module.css';

type FieldMessagesProps = { findings: readonly Finding[] };

/** What the rules say about a field, each in a sentence with the number of its rule. */
export function FieldMessages({ findings }: FieldMessagesProps) {
  const textOf = useFindingText();
  return findings.map((finding) => (
    <span
      className={classes.message}
      data-level={finding.level}
      key={`${finding.rule}.${finding.part ?? ''}.${JSON.stringify(finding.params)}`}
    >
      {textOf(finding)}
    </span>
  ));
}
