// How each kind of value is shown.
import { html, nothing, type TemplateResult } from 'lit';
import type { Label, Row } from './api';
import concepts from './concepts';
import { shapes } from './documents';
import type { Words } from './language';
import { addressOf, type Concept } from './route';

type Shown = string | TemplateResult | typeof nothing;

/** The abbreviations before classified values; what is not in it is shown by its whole marking. */
const abbreviations: Record<string, string> = {
  PUBLIC: 'P',
  LT_RIBOTO_NAUDOJIMO: 'RN',
  LT_KONFIDENCIALIAI: 'K',
  LT_SLAPTAI: 'S',
  LT_VISISKAI_SLAPTAI: 'VS',
  UA_DSK: 'ДСК',
  UA_TAIEMNO: 'Т',
  UA_TSILKOM_TAIEMNO: 'ЦТ',
  UA_OSOBLYVOI_VAZHLYVOSTI: 'ОВ',
  NATO_RESTRICTED: 'NR',
  NATO_CONFIDENTIAL: 'NC',
  NATO_SECRET: 'NS',
  COSMIC_TOP_SECRET: 'CTS',
  EU_RESTRICTED: 'R-UE/EU-R',
  EU_CONFIDENTIAL: 'C-UE/EU-C',
  EU_SECRET: 'S-UE/EU-S',
  EU_TOP_SECRET: 'TS-UE/EU-TS',
};

/** The mark before a portion: its level in short, and to whom it may be released. */
export function mark({ marking, classification }: Label): TemplateResult {
  const [level = '', ...rest] = marking.split(' // ');
  const text = [abbreviations[classification.code] ?? level, ...rest].join('//');
  return html`<span class="mark">(${text})</span> `;
}

/** A bar that is as long whatever it hides. */
export const bar = (words: Words) =>
  html`<span class="bar"><span class="unseen">${words.ui('withheld')}</span></span>`;

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

export const isWithheld = (row: Row, name: string) => row.withheld.some((each) => each.split('.')[0] === name);

/** What a row has in a field: a bar, a value after its mark, or nothing. */
export function field(words: Words, type: string, row: Row, name: string, brief = false): Shown {
  if (isWithheld(row, name) && isEmpty(row[name])) {
    return bar(words);
  }
  if (isEmpty(listed(row[name]))) {
    return nothing;
  }
  const portion = row.portions.find((each) => each.field.split('.')[0] === name);
  const kind = name === 'language' ? 'language' : kindOf(type, name);
  return html`${portion ? mark(portion.label) : nothing}${shown(words, kind, row[name], brief)}`;
}

const kindOf = (type: string, name: string) => (shapes as Record<string, Record<string, string>>)[type]![name]!;

const isConnection = (value: unknown): value is { nodes: unknown[]; totalCount: number } =>
  typeof value === 'object' && value !== null && 'nodes' in value;

const listed = (value: unknown) => (isConnection(value) ? value.nodes : value);

function shown(words: Words, kind: string, value: any, brief: boolean): Shown {
  const [sort, target = ''] = kind.split(':') as [string, string?];
  if (isConnection(value)) {
    const rest = value.totalCount > value.nodes.length;
    return html`${shown(words, kind, value.nodes, brief)}${rest ? words.ui('more', { count: words.number(value.totalCount) }) : nothing}`;
  }
  if (Array.isArray(value)) {
    if (sort === 'part' && !brief) {
      return table(words, target, value);
    }
    return sort === 'link' || sort === 'part'
      ? html`<ul class="plain">${value.map((each) => html`<li>${shown(words, kind, each, true)}</li>`)}</ul>`
      : separated(value.map((each) => shown(words, kind, each, brief)));
  }
  switch (sort) {
    case 'enum':
      return words.value(target, value);
    case 'date':
      return html`<time datetime=${value}>${words.date(value)}</time>`;
    case 'number':
      return words.number(value);
    case 'fraction':
      return words.fraction(value);
    case 'language':
      return words.languageName(value);
    case 'money':
      return words.money(value.amount, value.currency);
    case 'country':
      return value.nameIn;
    case 'address':
      return elsewhere(value);
    case 'link':
      return link(words, target as Concept, value);
    case 'part':
    case 'group':
      return separated(
        Object.keys((shapes as Record<string, object>)[target]!)
          .map((name) => field(words, target, { withheld: [], portions: [], ...value }, name, true))
          .filter((each) => each !== nothing),
      );
    default:
      return String(value);
  }
}

const separated = (values: Shown[]) => html`${values.map((each, index) => html`${index > 0 ? ', ' : ''}${each}`)}`;

export function link(words: Words, concept: Concept, value: Record<string, unknown>): TemplateResult {
  const title = value[concepts[concept].title] as string;
  return html`<a href=${addressOf(words.language, concept, value.id as string)}>${title}</a>`;
}

/** An address that somebody entered: only one of the web becomes a link. */
const elsewhere = (address: string): Shown =>
  /^https?:\/\//.test(address) ? html`<a href=${address} rel="noopener noreferrer external">${address}</a>` : address;

/** The columns that any of these rows has something in. */
function table(words: Words, type: string, rows: Row[]): TemplateResult {
  const names = Object.keys((shapes as Record<string, object>)[type]!);
  const used = names.filter((name) => rows.some((row) => field(words, type, row, name) !== nothing));
  return rowsOf(words, type, used, rows);
}

export function rowsOf(words: Words, type: string, columns: readonly string[], rows: Row[], title?: string): TemplateResult {
  const cell = (row: Row, name: string) => {
    const content = field(words, type, row, name, true);
    return name === title ? link(words, type as Concept, row) : content === nothing ? '–' : content;
  };
  return tableOf(words, columns, rows.map((row) => columns.map((name) => cell(row, name))));
}

/** A table of fields that a narrow screen shows as cards; the roles keep it a table there. */
export function tableOf(words: Words, columns: readonly string[], rows: unknown[][], caption?: string): TemplateResult {
  return html`<table role="table">
    ${caption === undefined ? nothing : html`<caption>${caption}</caption>`}
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th role="columnheader" scope="col">${words.field(name)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (cells) => html`<tr role="row">
          ${columns.map((name, index) => html`<td role="cell" data-label=${words.field(name)}>${cells[index]}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Whether any of these rows, or of their parts, has a bar that wants to be explained. */
export const hasBars = (rows: Row[]): boolean =>
  rows.some(
    (row) =>
      row.withheld.length > 0 ||
      Object.values(row).some(
        (value) => Array.isArray(value) && value.some((each) => each?.withheld && hasBars([each as Row])),
      ),
  );
