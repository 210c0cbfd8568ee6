import { html, nothing } from 'lit';
import { ask, type Row } from './api';
import type { Words } from './language';
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
    `,
  };
}

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
