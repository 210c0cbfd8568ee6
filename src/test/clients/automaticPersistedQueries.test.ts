import { ApolloClient, gql, HttpLink, type TypedDocumentNode } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { apolloCache } from './apolloCache';
import { personas } from './personas';
import { endpoint, headersOf } from './registry';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

for (const persona of personas) {
  test(`Apollo Client is answered ${persona.name}'s text though the registry keeps none by its hash`, async () => {
    const requests: string[] = [];
    const http = new HttpLink({
      uri: endpoint,
      headers: await headersOf(persona.name),
      fetch: (url, options) => {
        const body = JSON.parse(String(options?.body ?? '{}'));
        const text = 'query' in body || new URL(String(url)).searchParams.has('query');
        requests.push(`${options?.method} ${text ? 'text' : 'hash'}`);
        return fetch(url, options);
      },
    });
    const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(http);
    const client = new ApolloClient({ link, cache: apolloCache() });
    for (const name of ['One', 'Other']) {
      const query: TypedDocumentNode<{ weaponSystems: { totalCount: number } }> = gql(
        `query ${name} { weaponSystems { totalCount } }`,
      );
      const { data } = await client.query({ query, fetchPolicy: 'network-only' });
      assert.equal(data?.weaponSystems?.totalCount, persona.codeNames.length);
    }
    client.stop();
    assert.deepEqual(requests, ['GET hash', 'POST text', 'POST text']);
  });
}
