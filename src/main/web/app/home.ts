import { html, nothing } from 'lit';
import { amounts } from './amounts';
import { ask, type Row } from './api';
import type { Words } from './language';
import { places } from './places';
import { addressOf, conceptNames, type Concept } from './route';
import { failure, type View } from './view';
import { field, link } from './values';

export async function home(words: Words): Promise<View> {
  const answer = await ask('Home', { language: words.language.toUpperCase() });
  if (answer.kind !== 'data') {
    return failure(words, answer.kind);
  }
  const { data } = answer;
  return {
    title: words.ui('home'),
    marking: answer.marking,
    stepUp: answer.stepUp,
    body: html`
      <h1 tabindex="-1">${words.ui('subtitle')}</h1>
      <p class="lead">${words.ui('about')}</p>
      <p>${words.ui('honest')}</p>
      <h2>${words.ui('onRecord')}</h2>
      <ul class="counts">
        ${conceptNames.map(
          (each) => html`<li>
            <a href=${addressOf(words.language, each)}>
              <span class="count">${words.number(data[each].totalCount)}</span> ${words.concept(each)}
            </a>
          </li>`,
        )}
      </ul>
      <div class="columns">
        <section>
          <h2>${words.ui('newestStatements')}</h2>
          ${newest(words, 'Statement', data.newestStatement.nodes, ['speaker', 'madeOn', 'summary', 'sources'])}
        </section>
        <section>
          <h2>${words.ui('newestAgreements')}</h2>
          ${newest(words, 'Agreement', data.newestAgreement.nodes, ['signedOn', 'status', 'value', 'sources'])}
        </section>
      </div>
      <h2>${words.ui('allocated')}</h2>
      <p>${words.ui('scales')}</p>
      ${amounts(words, data.allocations.nodes, (row) => row.value as any, [
        ['purpose', (row) => link(words, 'Allocation', row)],
        ['provider', (row: any) => row.provider && link(words, 'Organisation', row.provider)],
        ['stage', (row) => words.value('AllocationStage', row.stage as string)],
        ['expectedChange', (row) => words.value('ExpectedChange', row.expectedChange as string)],
      ])}
      <h2>${words.ui('raised')}</h2>
      ${amounts(words, data.campaigns.nodes.flatMap(splitsOf), (row) => row.amount as any, [
        ['name', (row: any) => link(words, 'FundraisingCampaign', row.campaign)],
        ['origin', (row: any) => row.origin.nameIn],
        ['description', (row) => row.description],
      ])}
      <h2>${words.ui('where')}</h2>
      ${places(words, data.facilities.nodes)}
    `,
  };
}

const splitsOf = (campaign: any): Row[] => campaign.splits.map((split: Row) => ({ ...split, campaign }));

const newest = (words: Words, concept: Concept, rows: Row[], names: string[]) =>
  rows.map(
    (row) => html`<article>
      <h3>${link(words, concept, row)}</h3>
      <dl class="record">
        ${names.map((name) => {
          const content = field(words, concept, row, name, true);
          return content === nothing ? nothing : html`<div><dt>${words.field(name)}</dt><dd>${content}</dd></div>`;
        })}
      </dl>
    </article>`,
  );
