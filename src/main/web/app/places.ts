// Where the facilities are: the regions on the outlines of the two countries, and a table.
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Row } from './api';
import type { Words } from './language';
import { outlines } from './outlines';
import { link, tableOf } from './values';

/** The same projection as in src/test/clients/pageOutlines.mjs. */
const project = ({ latitude, longitude }: Record<string, string>) => [(+longitude! - 20) * 32.14, (57 - +latitude!) * 50] as const;

export function places(words: Words, facilities: any[]): TemplateResult {
  const regions = new Map<string, any[]>();
  for (const each of facilities) {
    const name = [each.country.nameIn, each.region].filter(Boolean).join(', ');
    regions.set(name, [...(regions.get(name) ?? []), each]);
  }
  const sorted = [...regions].sort(([a], [b]) => a.localeCompare(b, words.language));
  return html`<div class="columns">
    <svg class="map" viewBox="0 0 660 650" role="img" aria-label=${words.ui('map')}>
      <path d=${outlines.LT}></path>
      <path d=${outlines.UA}></path>
      ${sorted.map(([name, own]) => dot(name, own))}
    </svg>
    ${tableOf(
      words,
      ['region', 'productionFacilities'],
      sorted.map(([name, own]) => [
        name,
        html`<ul class="plain">
          ${own.map((each: Row) => html`<li>
            ${link(words, 'ProductionFacility', each)}, ${words.value('ProductionFacilityStatus', each.status as string)}
          </li>`)}
        </ul>`,
      ]),
    )}
  </div>`;
}

function dot(name: string, own: any[]) {
  const at = own.find((each) => each.publicCoordinates)?.publicCoordinates;
  if (!at?.latitude || !at.longitude) {
    return nothing;
  }
  const [x, y] = project(at);
  return svg`<circle cx=${x} cy=${y} r=${6 + 4 * Math.sqrt(own.length)}><title>${name}</title></circle>`;
}
