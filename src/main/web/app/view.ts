// What stands between the banners: a page, or why there is none.
import { html, nothing, type TemplateResult } from 'lit';
import type { StepUp } from './api';
import type { Words } from './language';

export interface View {
  title: string;
  body: TemplateResult;
  /** Of the one answer that the page shows; undefined if all of it is public. */
  marking?: string;
  stepUp?: StepUp;
  ended?: boolean;
}

const reasons = {
  away: ['awayTitle', 'away'],
  refused: ['refusedTitle', 'refused'],
  ended: ['endedTitle', 'ended'],
} as const;

/** There was no answer. A cursor does not live long, so the first page may be what is left. */
export function failure(words: Words, kind: keyof typeof reasons, firstPage?: string): View {
  const [title, text] = reasons[kind];
  return {
    title: words.ui(title),
    ended: kind === 'ended',
    body: html`
      <h1 tabindex="-1">${words.ui(title)}</h1>
      <p>${words.ui(text)}</p>
      ${kind === 'away' ? html`<p><button data-retry>${words.ui('retry')}</button></p>` : nothing}
      ${kind === 'refused' && firstPage ? html`<p><a href=${firstPage}>${words.ui('firstPage')}</a></p>` : nothing}
    `,
  };
}

export const absent = (words: Words, why: 'absent' | 'absentThen', note: TemplateResult | typeof nothing = nothing): View => ({
  title: words.ui('absentTitle'),
  body: html`<h1 tabindex="-1">${words.ui('absentTitle')}</h1>
    <p>${words.ui(why)}</p>
    ${note}`,
});

export const unknownPage = (words: Words): View => ({
  title: words.ui('noPageTitle'),
  body: html`<h1 tabindex="-1">${words.ui('noPageTitle')}</h1>
    <p>${words.ui('noPage')}</p>`,
});
