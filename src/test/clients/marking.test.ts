import { ApolloClient, HttpLink } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchQuery } from 'relay-runtime';
import { apolloCache } from './apolloCache';
import { CodeNameDocument, DesignationDocument } from './generated/graphql/graphql';
import CodeNameQuery, { type markingCodeNameQuery } from './generated/relay/markingCodeNameQuery.graphql';
import DesignationQuery, { type markingDesignationQuery } from './generated/relay/markingDesignationQuery.graphql';
import { graphcache } from './graphcache';
import { heron, personas } from './personas';
import { endpoint, headersOf } from './registry';
import { environmentOf } from './relayEnvironment';

const variables = { id: heron };

/** The markings of what is classified and of what is public, and again that of the former, as the cache has it. */
function check(persona: (typeof personas)[number], markings: unknown[]) {
  const classified = persona.name === 'anonymous' ? null : 'SLAPTAI // REL TO LTU, UKR';
  assert.deepEqual(markings, [classified, null, classified]);
}

for (const persona of personas) {
  test(`Apollo Client keeps the markings of ${persona.name}'s responses apart`, async () => {
    const link = new HttpLink({ uri: endpoint, headers: await headersOf(persona.name) });
    const client = new ApolloClient({ link, cache: apolloCache() });
    const markings: unknown[] = [];
    for (const query of [DesignationDocument, CodeNameDocument, DesignationDocument]) {
      markings.push((await client.query({ query, variables })).data!.marking);
    }
    check(persona, markings);
    client.stop();
  });

  test(`urql keeps the markings of ${persona.name}'s responses apart`, async () => {
    const fetchOptions = { headers: await headersOf(persona.name) };
    const client = new Client({ url: endpoint, fetchOptions, exchanges: [graphcache(), fetchExchange] });
    const markings: unknown[] = [];
    for (const document of [DesignationDocument, CodeNameDocument, DesignationDocument]) {
      markings.push((await client.query(document, variables)).data!.marking);
    }
    check(persona, markings);
  });

  test(`Relay keeps the markings of ${persona.name}'s responses apart`, async () => {
    const environment = await environmentOf(persona.name);
    const fetchPolicy = { fetchPolicy: 'store-or-network' } as const;
    const designation = async () =>
      (await fetchQuery<markingDesignationQuery>(environment, DesignationQuery, variables, fetchPolicy).toPromise())!;
    const codeName = async () =>
      (await fetchQuery<markingCodeNameQuery>(environment, CodeNameQuery, variables, fetchPolicy).toPromise())!;
    check(persona, [(await designation()).marking, (await codeName()).marking, (await designation()).marking]);
  });
}
