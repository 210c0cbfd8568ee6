// Amounts of the overview: a table for each currency, whose bars have one scale.
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from './api';
import type { Words } from './language';

interface Money {
  amount: string;
  currency: string;
}
export type Column = [name: string, cell: (row: Row) => unknown];

/** No scale holds for two currencies, and nothing is added up. */
export function amounts(words: Words, rows: Row[], moneyOf: (row: Row) => Money, columns: Column[]): TemplateResult[] {
  const currencies = [...new Set(rows.map((row) => moneyOf(row).currency))].sort();
  return currencies.map((currency) => {
    const own = rows.filter((row) => moneyOf(row).currency === currency).sort((a, b) => +moneyOf(b).amount - +moneyOf(a).amount);
    const most = Math.max(...own.map((row) => +moneyOf(row).amount));
    return html`<table role="table">
      <caption>${currency}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${[...columns.map(([name]) => name), 'amount'].map((name) => html`<th role="columnheader" scope="col">${words.field(name)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${own.map((row) => html`<tr role="row">
          ${columns.map(([name, cell]) => html`<td role="cell" data-label=${words.field(name)}>${cell(row) ?? nothing}</td>`)}
          <td role="cell" data-label=${words.field('amount')}>
            ${words.money(moneyOf(row).amount, currency)}
            <svg class="amount" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width=${(100 * +moneyOf(row).amount) / most} height="4"></rect>
            </svg>
          </td>
        </tr>`)}
      </tbody>
    </table>`;
  });
}
