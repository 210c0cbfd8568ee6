// Amounts of the overview: a table for each currency, whose bars have one scale.
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from './api';
import type { Words } from './language';
import { tableOf } from './values';

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
    return tableOf(
      words,
      [...columns.map(([name]) => name), 'amount'],
      own.map((row) => [...columns.map(([, cell]) => cell(row) ?? nothing), amount(words, moneyOf(row), most)]),
      currency,
    );
  });
}

const amount = (words: Words, { amount, currency }: Money, most: number) => html`
  ${words.money(amount, currency)}
  <svg class="amount" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect width=${(100 * +amount) / most} height="4"></rect>
  </svg>
`;
