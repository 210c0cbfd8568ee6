import { html, nothing, type TemplateResult } from 'lit';
import { ask, type Label, type Row } from './api';
import { dayField, dayNote, endOf } from './asof';
import concepts from './concepts';
import { shapes } from './documents';
import type { Words } from './language';
import { addressOf, conceptNames, type Concept, type Place } from './route';
import { absent, failure, type View } from './view';
import { field, hasBars, mark } from './values';

interface Change {
  at: string;
  operation: string;
  type: string;
  field: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
  role: string;
  label: Label;
}

interface History {
  nodes: Change[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export async function record(words: Words, place: Place, concept: Concept, id: string): Promise<View> {
  const day = place.query.get('asOf');
  const asOf = endOf(day);
  const withHistory = place.query.has('history');
  const after = place.query.get('after');
  const answer = await ask(`${concept}Record`, {
    id,
    asOf,
    history: withHistory,
    ...(after && { after }),
    language: words.language.toUpperCase(),
  });
  const address = (query: Record<string, string>) => addressOf(words.language, concept, id, query);
  const then: Record<string, string> = asOf ? { asOf: day! } : {};
  if (answer.kind !== 'data') {
    return failure(words, answer.kind, after ? address({ ...then, history: '1' }) : undefined);
  }
  const note = dayNote(words, day, address({}));
  const row = answer.data.record as (Row & { label: Label; history?: History }) | null;
  if (!row) {
    return absent(words, asOf ? 'absentThen' : 'absent', note);
  }
  const title = String(row[concepts[concept].title]);
  const names = Object.keys(shapes[concept]);
  const isPublic = row.label.classification.code === 'PUBLIC';
  const marked = isPublic ? nothing : mark(row.label);
  return {
    // The title of the tab is kept by the browser and seen beside other tabs.
    title: isPublic ? title : words.type(concept),
    marking: answer.marking,
    stepUp: answer.stepUp,
    body: html`
      <p class="quiet"><a href=${addressOf(words.language, concept)}>${words.concept(concept)}</a></p>
      <h1 tabindex="-1">${marked}${title}</h1>
      ${note} ${withdrawal(words, row)}
      ${hasBars([row]) ? html`<p class="quiet">${words.ui('withheldNote')}</p>` : nothing}
      <dl class="record">
        ${names.map((name) => {
          const content = field(words, concept, row, name);
          return content === nothing
            ? nothing
            : html`<div><dt>${words.field(name)}</dt><dd>${content}</dd></div>`;
        })}
      </dl>
      <h2>${words.ui('history')}</h2>
      <form action=${address({})}>
        ${dayField(words, day)}
        <button>${words.ui('asOfShow')}</button>
      </form>
      ${row.history
        ? history(words, concept, row.history, (cursor) => address({ ...then, history: '1', after: cursor }))
        : html`<p><a href=${address({ ...then, history: '1' })}>${words.ui('showHistory')}</a></p>`}
    `,
  };
}

const withdrawal = (words: Words, row: Row) =>
  row.withdrawnOn
    ? html`<p class="note">
        ${words.ui('withdrawn', {
          day: words.date(String(row.withdrawnOn)),
          reason: String(row.withdrawalReason ?? '–'),
        })}
      </p>`
    : nothing;

function history(words: Words, concept: Concept, { nodes, pageInfo }: History, older: (cursor: string) => string) {
  return html`
    <p class="quiet">${words.ui('historyNote')}</p>
    <ol class="history">
      ${nodes.map((each) => html`<li>${change(words, concept, each)}</li>`)}
    </ol>
    ${pageInfo.hasNextPage && pageInfo.endCursor
      ? html`<p><a href=${older(pageInfo.endCursor)}>${words.ui('olderHistory')}</a></p>`
      : nothing}
  `;
}

function change(words: Words, concept: Concept, each: Change) {
  const { at, operation, type, field: name, reason, role, label } = each;
  const what = [type === concept ? '' : words.type(type), name ? words.field(name) : ''].filter(Boolean).join(': ');
  const value = (when: 'before' | 'after') =>
    each[when] === null
      ? nothing
      : html`<div><span class="quiet">${words.ui(when)}:</span> ${recorded(words, type, name, each[when])}</div>`;
  return html`<div>
      ${label.classification.code === 'PUBLIC' ? nothing : mark(label)}
      <time datetime=${at}>${words.time(at)}</time> · ${words.value('ChangeOperation', operation)}
      ${what ? `· ${what}` : nothing} · ${words.value('WriterRole', role)}
    </div>
    ${value('before')} ${value('after')}
    ${reason ? html`<div><span class="quiet">${words.ui('reason')}:</span> ${reason}</div>` : nothing}`;
}

/** A value as the history has it: of one field, or of several by their names; a record by its id. */
function recorded(words: Words, type: string, name: string | null, json: unknown): string | TemplateResult {
  if (Array.isArray(json)) {
    return html`${json.map((each, index) => html`${index > 0 ? ', ' : ''}${recorded(words, type, name, each)}`)}`;
  }
  if (typeof json === 'object' && json !== null) {
    const values = json as Record<string, string | null>;
    const known = Object.keys(values).filter((key) => values[key] !== null && !isCurrency(key, values));
    return html`${known.map((key, index) => {
      const [field, currency] = [key.replace(/Amount$/, ''), values[key.replace(/Amount$/, 'Currency')]];
      const value =
        currency && field !== key ? words.money(values[key]!, currency) : recorded(words, type, key, values[key]);
      const label = field === name || linkedBy(key) ? nothing : html`<span class="quiet">${words.field(field)}</span> `;
      return html`${index > 0 ? ' · ' : ''}${label}${value}`;
    })}`;
  }
  const [kind = '', target = ''] = ((shapes as Record<string, Record<string, string>>)[type]?.[name ?? ''] ?? '').split(':');
  const linked = conceptNames.find((each) => each === target) ?? linkedBy(name ?? '');
  if (linked && (kind === 'link' || kind === '')) {
    return html`<a href=${addressOf(words.language, linked, String(json))}>${words.type(linked)}</a>`;
  }
  const text = String(json);
  return kind === 'enum' ? words.value(target, text) : kind === 'date' ? words.date(text) : text;
}

/** The concept that a column of a link is named after. */
const linkedBy = (name: string) => conceptNames.find((each) => each.toLowerCase() === name.toLowerCase());

/** Whether this is the currency of an amount beside it. */
const isCurrency = (key: string, values: object) => key.endsWith('Currency') && key.replace(/Currency$/, 'Amount') in values;
