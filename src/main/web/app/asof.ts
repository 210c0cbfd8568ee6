// The day that a list or a record is shown of.
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './language';

/** The end of a day in Vilnius, as dates fall due there; undefined for today, for what is no day and for what has not ended. */
export function endOf(day: string | null): string | undefined {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Vilnius' });
  const end = ['+02:00', '+03:00']
    .map((offset) => new Date(`${day}T23:59:59.999${offset}`))
    .find((time) => !Number.isNaN(time.getTime()) && hour.format(time) === '23');
  return end && end.getTime() < Date.now() ? end.toISOString() : undefined;
}

export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Vilnius' }).format(new Date());

export const dayField = (words: Words, day: string | null) =>
  html`<label>
    ${words.ui('asOf')}
    <input type="date" name="asOf" max=${today()} .value=${endOf(day) ? day! : ''} />
  </label>`;

/** Says that what is shown is of the past, and leads back to the present. */
export const dayNote = (words: Words, day: string | null, now: string): TemplateResult | typeof nothing =>
  endOf(day)
    ? html`<p class="note">${words.ui('asOfNote', { day: words.date(day!) })} <a href=${now}>${words.ui('asOfToday')}</a></p>`
    : nothing;
