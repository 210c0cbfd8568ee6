import { ApolloClient, HttpLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fetchQuery } from 'relay-runtime';
import { apolloCache } from './apolloCache';
import { WeaponSystemDocument } from './generated/graphql/graphql';
import RecordQuery, { type weaponSystemQuery } from './generated/relay/weaponSystemQuery.graphql';
import { heron, parts, personas } from './personas';
import { endpoint, headersOf } from './registry';
import { environmentOf } from './relayEnvironment';

for (const persona of personas) {
  test(`Relay has ${persona.name} answered by the id that relay-compiler wrote into its manifest`, async () => {
    const environment = await environmentOf(persona.name, 'trusted');
    const answer = await fetchQuery<weaponSystemQuery>(environment, RecordQuery, { id: heron }).toPromise();
    assert.deepEqual(parts(answer?.weaponSystem), persona.heron);
  });

  test(`Apollo Client has ${persona.name} answered by the id that its manifest names`, async () => {
    const sent: string[] = [];
    const link = new PersistedQueryLink(
      generatePersistedQueryIdsFromManifest({
        loadManifest: async () => JSON.parse(await readFile('generated/apollo-documents.json', 'utf8')),
      }),
    ).concat(
      new HttpLink({
        uri: endpoint,
        headers: await headersOf(persona.name),
        fetch: (url, options) => {
          sent.push(String(options?.body));
          return fetch(url, options);
        },
      }),
    );
    const client = new ApolloClient({ link, cache: apolloCache() });
    const { data } = await client.query({ query: WeaponSystemDocument, variables: { id: heron } });
    assert.deepEqual(parts(data?.weaponSystem), persona.heron);
    assert.equal(sent.length, 1);
    assert.equal('query' in JSON.parse(sent[0]!), false, sent[0]);
    client.stop();
  });
}
