import { ApolloClient, HttpLink } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchQuery } from 'relay-runtime';
import { apolloCache } from './apolloCache';
import {
  ValuesBriefDocument,
  ValuesFullDocument,
  type ValuesBriefQuery,
  type ValuesFullQuery,
} from './generated/graphql/graphql';
import BriefQuery, { type valuesBriefQuery } from './generated/relay/valuesBriefQuery.graphql';
import FullQuery, { type valuesFullQuery } from './generated/relay/valuesFullQuery.graphql';
import { graphcache } from './graphcache';
import { heron, personas } from './personas';
import { endpoint, headersOf } from './registry';
import { environmentOf } from './relayEnvironment';

const variables = { id: heron };

/** What two questions about the same values must show, whatever a client's cache makes of them. */
function check(persona: (typeof personas)[number], brief: ValuesBriefQuery, full: ValuesFullQuery) {
  assert.equal(brief.viewer.subject ?? 'anonymous', persona.name);
  assert.equal(brief.weaponSystem?.label.marking, 'PUBLIC');
  assert.deepEqual(full.weaponSystem?.label.classification.rank, 0);
  assert.equal(brief.weaponSystem?.unitCost?.amount, full.weaponSystem?.unitCost?.amount);
  assert.equal(full.weaponSystem?.unitCost?.currency, persona.name === 'anonymous' ? undefined : 'EUR');
  assert.deepEqual(
    brief.weaponSystem?.portions.map(({ field }) => field),
    full.weaponSystem?.portions.map(({ field }) => field),
  );
  assert.equal(full.weaponSystem?.developers?.edges.length, brief.weaponSystem?.developers?.totalCount);
  assert.deepEqual(
    brief.allocations.totals.map(({ amount }) => amount),
    full.allocations.totals.map(({ amount }) => amount),
  );
  const agreement = full.agreements.nodes[0];
  assert.equal(brief.agreements.nodes[0]?.coverage, 'CLASSIFIED');
  assert.deepEqual(agreement?.parties.map(({ country }) => country?.name).sort(), ['Lithuania', 'Ukraine']);
  assert.deepEqual(agreement?.productionCountries.map(({ name }) => name), ['Lithuania']);
}

for (const persona of personas) {
  test(`Apollo Client keeps values without an id apart for ${persona.name}`, async () => {
    const link = new HttpLink({ uri: endpoint, headers: await headersOf(persona.name) });
    const client = new ApolloClient({ link, cache: apolloCache() });
    for (const fetchPolicy of ['network-only', 'cache-first'] as const) {
      const brief = await client.query({ query: ValuesBriefDocument, variables, fetchPolicy });
      const full = await client.query({ query: ValuesFullDocument, variables, fetchPolicy });
      check(persona, brief.data!, full.data!);
    }
    client.stop();
  });

  test(`urql keeps values without an id apart for ${persona.name}`, async () => {
    const client = new Client({
      url: endpoint,
      fetchOptions: { headers: await headersOf(persona.name) },
      exchanges: [graphcache(), fetchExchange],
    });
    for (const requestPolicy of ['network-only', 'cache-first'] as const) {
      const brief = await client.query(ValuesBriefDocument, variables, { requestPolicy });
      const full = await client.query(ValuesFullDocument, variables, { requestPolicy });
      assert.ifError(brief.error ?? full.error);
      check(persona, brief.data!, full.data!);
    }
  });

  test(`Relay keeps values without an id apart for ${persona.name}`, async () => {
    const environment = await environmentOf(persona.name);
    const brief = await fetchQuery<valuesBriefQuery>(environment, BriefQuery, variables).toPromise();
    const full = await fetchQuery<valuesFullQuery>(environment, FullQuery, variables).toPromise();
    check(persona, brief as ValuesBriefQuery, full as ValuesFullQuery);
  });
}
