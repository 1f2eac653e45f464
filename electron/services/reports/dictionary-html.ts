/** The data dictionary of a register as a print: fields by section, code lists, rules. */
import {
  type PrintedDictionary,
  type PrintedField,
  type PrintedList,
  type PrintedSection,
  printedDictionaryOf,
} from '#shared/dictionary/derive-dictionary.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { listTextKey, markerTextKey } from '#shared/dictionary/text-keys.ts';
import { type Html, html } from './html.ts';
import { pageHead, printDocument } from './page.ts';
import { type Translate, textsBelow } from './texts.ts';
import type { Writing } from './writing.ts';

/** HTML of the printed data dictionary. */
export function dictionaryHtml(writing: Writing, index: RegisterIndex, printedAt: string): string {
  const { register, t, language, formats } = writing;
  const dictionary = printedDictionaryOf(index);
  const title = t('print:dictionary.title', { version: dictionary.version });
  const right = [t(`print:registers.${register.kind}`), formats.date(printedAt)] as const;
  return printDocument({
    t,
    language,
    title,
    training: register.training,
    sheets: [
      {
        footLeft: t('print:footDictionary', { version: register.programVersion, dictionary: dictionary.version }),
        footCentre: formats.date(printedAt),
        body: html`${pageHead(register.institution, register.office, right)}
<h1>${title}</h1>
<p class="lead">${t('print:dictionary.lead')}</p>
${dictionary.sections.map((section) => sectionHtml(section, index, t))}
<h2>${t('print:dictionary.lists')}</h2>
${dictionary.lists.map((list) => listHtml(list, t))}
<h2>${t('print:dictionary.rules')}</h2>
<p class="lead">${t('print:dictionary.rulesLead')}</p>
<table class="small"><tbody>${rulesOnce(dictionary.rules).map((rule) => ruleRow(rule, writing))}</tbody></table>`,
      },
    ],
  });
}

function sectionHtml({ letter, nameKey, parts }: PrintedSection, index: RegisterIndex, t: Translate): Html {
  const tables = parts.map(({ entity, nameKey: entityKey, fields }) => {
    const rows = fields.map((field) => fieldRow(field, index, t));
    const isRoot = index.entity(entity).role === 'record';
    return html`${isRoot ? '' : html`<h3>${t(entityKey, { count: 2 })}</h3>`}<table class="small"><thead><tr><th>${t('print:dictionary.no')}</th><th>${t('print:dictionary.field')}</th><th>${t('print:dictionary.answers')}</th><th>${t('print:dictionary.required')}</th></tr></thead><tbody>${rows}</tbody></table>`;
  });
  return html`<h2>${letter} ${t(nameKey)}</h2>${tables}`;
}

function fieldRow({ field, labelKey, definitionKey }: PrintedField, index: RegisterIndex, t: Translate): Html {
  const answers = field.list === undefined ? t(`print:dictionary.types.${field.type}`) : listName(field.list, index, t);
  const several = field.type === 'codes' ? ` (${t('print:dictionary.several')})` : '';
  const markers = field.missing.map((marker) => t(markerTextKey(marker))).join(', ');
  return html`<tr><td>${field.no}</td><td><b>${t(labelKey)}</b><br><span class="definition">${t(definitionKey)}</span></td><td>${answers}${several}${markers && html`<br><span class="marker">${markers}</span>`}</td><td>${t(`print:dictionary.requirement.${field.derived ? 'derived' : field.required}`)}</td></tr>`;
}

/** A rule that holds for several record types is printed once. */
const rulesOnce = (rules: PrintedDictionary['rules']): PrintedDictionary['rules'] =>
  rules.filter(({ id }, at) => rules.findIndex((other) => other.id === id) === at);

/** What a rule can say, with points where a message names the values of a record. */
function ruleRow({ id, level }: PrintedDictionary['rules'][number], { register, language, t }: Writing): Html {
  const sentences = textsBelow(language, `rules-${register.kind}:${id}`).map((text) =>
    text.replaceAll(/\{\{\w+\}\}/g, '…'),
  );
  const lines = sentences.map((sentence, at) => html`${at > 0 && html`<br>`}${sentence}`);
  return html`<tr><td>${id}</td><td class="n">${t(`print:dictionary.levels.${level}`)}</td><td>${lines}</td></tr>`;
}

/** Reference lists have a name in the catalogue as code lists have; their entries belong to the installation. */
const listName = (list: string, index: RegisterIndex, t: Translate): string =>
  index.codeList(list)
    ? `${t(listTextKey(list))} (${list})`
    : t('print:dictionary.referenceList', { name: t(listTextKey(list)) });

function listHtml({ id, nameKey, usedBy, codes }: PrintedList, t: Translate): Html {
  const rows = codes.map(({ code, labelKey, definitionKey }, at) => {
    const definition = t(definitionKey);
    return html`<tr><td>${at + 1}</td><td>${code.code}</td><td>${t(labelKey)}${isText(definition, definitionKey) && html`<br><span class="definition">${definition}</span>`}</td></tr>`;
  });
  return html`<h3>${t(nameKey)} (${id})</h3><p class="lead">${t('print:dictionary.usedBy', { fields: usedBy.map(({ no }) => no).join(', ') })}</p><table class="small codes"><tbody>${rows}</tbody></table>`;
}

/** Definitions of codes are optional; i18next answers a missing text with the path of its key. */
const isText = (text: string, key: string): boolean => text !== key.slice(key.indexOf(':') + 1);
