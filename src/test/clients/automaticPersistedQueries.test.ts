import { ApolloClient, gql, HttpLink, type TypedDocumentNode } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { apolloCache } from './apolloCache';
import { personas } from './personas';
import { endpoint, headersOf } from './registry';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** One count asked by a new client: what it answers, and each request's method and whether the text was in it. */
async function count(user: string, query: TypedDocumentNode<{ weaponSystems: { totalCount: number } }>) {
  const requests: string[] = [];
  const http = new HttpLink({
    uri: endpoint,
    headers: await headersOf(user),
    fetch: (url, options) => {
      const body = JSON.parse(String(options?.body ?? '{}'));
      const text = 'query' in body || new URL(String(url)).searchParams.has('query');
      requests.push(`${options?.method} ${text ? 'text and hash' : 'hash'}`);
      return fetch(url, options);
    },
  });
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(http);
  const client = new ApolloClient({ link, cache: apolloCache() });
  const { data } = await client.query({ query });
  client.stop();
  return { total: data?.weaponSystems?.totalCount, requests };
}

for (const persona of personas) {
  test(`Apollo Client sends ${persona.name}'s query once, and its hash from then on`, async () => {
    // Its name is new at every run, so that the first time really is the first.
    const name = `Count_${randomUUID().replaceAll('-', '')}`;
    const query = gql(`query ${name} { weaponSystems { totalCount } }`);
    const total = persona.codeNames.length;
    assert.deepEqual(await count(persona.name, query), { total, requests: ['GET hash', 'POST text and hash'] });
    assert.deepEqual(await count(persona.name, query), { total, requests: ['GET hash'] });
  });
}
