import { html, nothing } from 'lit';
import { ask, type Row } from './api';
import { dayField, dayNote, endOf } from './asof';
import concepts from './concepts';
import { orders, shapes } from './documents';
import type { Words } from './language';
import { addressOf, type Concept, type Place } from './route';
import { failure, type View } from './view';
import { hasBars, rowsOf } from './values';

const pageSize = 20;

type Orders = Record<string, string>;

/** What the address asks of the list, as the registry takes it. */
function variables(words: Words, concept: Concept, query: URLSearchParams) {
  const text = query.get('q')?.trim();
  const search = text ? [{ or: concepts[concept].search.map((name) => ({ [name]: { contains: text } })) }] : [];
  const [after, before] = [query.get('after'), query.get('before')];
  return {
    where: { and: [{ withdrawnOn: { isNull: true } }, ...search] },
    orderBy: orderBy(words, concept, query.get('order') ?? ''),
    ...(before ? { last: pageSize, before } : { first: pageSize, ...(after && { after }) }),
    asOf: endOf(query.get('asOf')),
    language: words.language.toUpperCase(),
  };
}

function orderBy(words: Words, concept: Concept, order: string) {
  const name = order.replace(/^-/, '');
  const field = (orders[concept] as Orders)[name];
  if (!field) {
    return undefined;
  }
  const isText = (shapes[concept] as Record<string, string>)[name] === 'text';
  const language = isText ? { language: words.language.toUpperCase() } : {};
  return [{ field, direction: order.startsWith('-') ? 'DESC' : 'ASC', ...language }];
}

export async function list(words: Words, place: Place, concept: Concept): Promise<View> {
  const answer = await ask(`${concept}List`, variables(words, concept, place.query));
  const query = Object.fromEntries(place.query);
  const kept = { q: query.q ?? '', order: query.order ?? '', asOf: query.asOf ?? '' };
  const address = (changed: Record<string, string>) =>
    addressOf(words.language, concept, undefined, { ...kept, ...changed });
  if (answer.kind !== 'data') {
    const paged = 'after' in query || 'before' in query;
    return failure(words, answer.kind, paged ? address({}) : undefined);
  }
  const { nodes, totalCount, pageInfo } = answer.data.list as { nodes: Row[]; totalCount: number; pageInfo: PageInfo };
  // From the last page backwards the registry says whether there is more before it, and the other way round.
  const hasNext = query.before !== undefined || pageInfo.hasNextPage;
  const hasPrevious = pageInfo.hasPreviousPage || (query.after !== undefined && query.before === undefined);
  const columns = concepts[concept].columns;
  return {
    title: words.concept(concept),
    marking: answer.marking,
    stepUp: answer.stepUp,
    body: html`
      <h1 tabindex="-1">${words.concept(concept)}</h1>
      ${form(words, concept, kept)} ${dayNote(words, kept.asOf, address({ asOf: '' }))}
      <p role="status">${words.ui('found', { count: words.number(totalCount) })}</p>
      ${nodes.length > 0
        ? rowsOf(words, concept, columns, nodes, concepts[concept].title)
        : html`<p>${words.ui('nothing')}</p>`}
      ${hasBars(nodes) ? html`<p class="quiet">${words.ui('withheldNote')}</p>` : nothing}
      ${hasPrevious || hasNext
        ? html`<nav class="pages" aria-label=${words.ui('pages')}>
            ${hasPrevious && pageInfo.startCursor
              ? html`<a rel="prev" href=${address({ before: pageInfo.startCursor })}>${words.ui('previous')}</a>`
              : nothing}
            ${hasNext && pageInfo.endCursor
              ? html`<a rel="next" href=${address({ after: pageInfo.endCursor })}>${words.ui('next')}</a>`
              : nothing}
          </nav>`
        : nothing}
    `,
  };
}

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** One form for everything that can be asked of a list; index.ts makes an address of it. */
function form(words: Words, concept: Concept, kept: { q: string; order: string; asOf: string }) {
  const fields = concepts[concept].search.map((name) => words.field(name)).join(', ');
  const option = (value: string, text: string) =>
    html`<option value=${value} .selected=${value === kept.order}>${text}</option>`;
  return html`<form role="search" action=${addressOf(words.language, concept)}>
    <label>${words.ui('filter', { fields })} <input type="search" name="q" .value=${kept.q} maxlength="200" /></label>
    <label>
      ${words.ui('order')}
      <select name="order">
        ${option('', words.ui('natural'))}
        ${Object.keys(orders[concept]).map((name) => [
          option(name, `${words.field(name)}, ${words.ui('ascending')}`),
          option(`-${name}`, `${words.field(name)}, ${words.ui('descending')}`),
        ])}
      </select>
    </label>
    ${dayField(words, kept.asOf)}
    <button>${words.ui('search')}</button>
  </form>`;
}
