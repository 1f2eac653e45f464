import { useTranslation } from 'react-i18next';
import { indexOf } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldRef, Finding } from '#shared/records/record.ts';
import { FieldMessages } from '../form/field-messages.tsx';
import { useEditor, useEvaluation, useFormTools } from '../form/form-context.ts';
import { sourcesOf } from '../texts/sources.ts';
import { useWords } from '../texts/use-words.ts';
import { FieldHistory } from './field-history.tsx';
import { FieldNotes } from './field-notes.tsx';
import classes from './help-panel.module.css';

/** Parts of the panel that wait until somebody asks for them. */
export type HelpPart = 'notes' | 'history';

type HelpPanelProps = {
  section: string;
  open: ReadonlySet<HelpPart>;
  onOpen: (part: HelpPart) => void;
  /** Back to the field. */
  onDone: () => void;
};

/** Long reference lists are not explained code by code. */
const mostCodes = 40;

/** What the focused field means, its codes, its source, and what the rules say about the section. */
export function HelpPanel({ section, open, onOpen, onDone }: HelpPanelProps) {
  const { t } = useTranslation('records');
  const { model } = useFormTools();
  const focused = useEditor((state) => state.focused);
  const evaluation = useEvaluation();
  const index = indexOf(model.register);
  const field =
    focused === null || model.sectionOf(focused) !== section
      ? undefined
      : index.findField(focused.entity, focused.field);
  const inSection = evaluation.findings.filter(
    (finding) => finding.fields[0] !== undefined && model.sectionOf(finding.fields[0]) === section,
  );
  return (
    <>
      {field === undefined ? <p className={classes.helpText}>{t('help.chooseField')}</p> : <FieldHelp field={field} />}
      {focused !== null && field !== undefined && (
        <>
          <FieldNotes at={focused} isOpen={open.has('notes')} onDone={onDone} onOpen={() => onOpen('notes')} />
          <FieldHistory at={focused} isOpen={open.has('history')} onOpen={() => onOpen('history')} />
        </>
      )}
      <h3 className={classes.helpHeading}>{t('help.rules')}</h3>
      <RuleSummary findings={inSection} />
      {focused !== null && field !== undefined && <OtherFindings findings={evaluation.findings} focused={focused} />}
    </>
  );
}

/** The code under the cursor is the one to be read. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

function FieldHelp({ field }: { field: FieldDeclaration }) {
  const { t } = useTranslation('records');
  const words = useWords();
  const source = sourcesOf(field.source)
    .map(({ key, number }) => t(`help.sources.${key}`, { number }).trim())
    .join('; ');
  const definition = words.definition(field);
  const shown = useEditor((state) => state.shownOption);
  const example = words.example(field);
  const options = field.list === undefined ? [] : words.options(field.list);
  const codes = options.length > mostCodes ? [] : options.filter((option) => option.number !== null);
  return (
    <>
      <h2 className={classes.helpTitle}>{words.label(field)}</h2>
      {definition !== '' && <p className={classes.helpText}>{definition}</p>}
      {example !== '' && <p className={classes.helpText}>{t('help.example', { example })}</p>}
      {field.derived === true && <p className={classes.helpText}>{t('help.setByProgram')}</p>}
      {codes.length > 0 && (
        <dl className={classes.codes}>
          {codes.map((option) => (
            <div
              data-shown={option.code === shown || undefined}
              key={option.code}
              ref={option.code === shown ? intoView : undefined}
            >
              <dt data-plain={(option.definition === null && (option.entry?.activeTo ?? null) === null) || undefined}>
                {option.number} {option.label}
              </dt>
              {option.definition !== null && <dd>{option.definition}</dd>}
              {option.entry !== undefined && option.entry.activeTo !== null && <dd>{option.entry.remark}</dd>}
            </div>
          ))}
        </dl>
      )}
      <p className={classes.helpText}>{t('help.source', { source, number: field.no })}</p>
    </>
  );
}

function RuleSummary({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('records');
  const soft = findings.filter((finding) => finding.level === 'soft').length;
  const hard = findings.length - soft;
  if (findings.length === 0) return <p className={classes.helpText}>{t('help.noFindings')}</p>;
  return (
    <p className={classes.helpWarning}>
      {hard > 0 && <span>{t('help.hard', { count: hard })} </span>}
      {soft > 0 && <span>{t('help.soft', { count: soft })}</span>}
    </p>
  );
}

/** Findings that touch this field but are to be mended at another one. */
function OtherFindings({ findings, focused }: { findings: readonly Finding[]; focused: FieldRef }) {
  const touching = findings.filter((finding) =>
    finding.fields.slice(1).some((ref) => ref.field === focused.field && ref.row === focused.row),
  );
  if (touching.length === 0) return null;
  return (
    <p className={classes.helpWarning}>
      <FieldMessages findings={touching} />
    </p>
  );
}
