import { ApolloClient, CombinedGraphQLErrors, HttpLink } from '@apollo/client';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filter, firstValueFrom } from 'rxjs';
import { apolloCache } from './apolloCache';
import {
  NodeDocument,
  WeaponSystemDocument,
  WeaponSystemsDocument,
  type WeaponSystemsQuery,
} from './generated/graphql/graphql';
import { heron, pageSize, parts, personas, undertow } from './personas';
import { endpoint, headersOf } from './registry';

function clientOf(headers: Record<string, string>) {
  return new ApolloClient({
    link: new HttpLink({ uri: endpoint, headers }),
    cache: apolloCache(),
  });
}

const codeNames = (list: WeaponSystemsQuery['weaponSystems']) => list.edges.map((edge) => edge.node.codeName);

for (const persona of personas) {
  test(`Apollo Client shows ${persona.name} a page, and the next one after it`, async () => {
    const client = clientOf(await headersOf(persona.name));
    const list = client.watchQuery({ query: WeaponSystemsDocument, variables: { first: pageSize } });
    const shown = async () => {
      const { data } = await firstValueFrom(list.pipe(filter(({ loading }) => !loading)));
      return (data as WeaponSystemsQuery).weaponSystems;
    };

    const first = await shown();
    assert.equal(first.totalCount, persona.codeNames.length);
    assert.deepEqual(codeNames(first), persona.codeNames.slice(0, pageSize));
    assert.equal(first.pageInfo.hasNextPage, true);

    await list.fetchMore({ variables: { after: first.pageInfo.endCursor } });
    const both = await shown();
    assert.deepEqual(codeNames(both), persona.codeNames);
    assert.equal(both.pageInfo.hasNextPage, false);
    client.stop();
  });

  test(`Apollo Client shows ${persona.name} of a record what they may see`, async () => {
    const client = clientOf(await headersOf(persona.name));
    const bySystem = async (id: string) =>
      (await client.query({ query: WeaponSystemDocument, variables: { id } })).data?.weaponSystem;
    const byNode = async (id: string) => {
      const node = (await client.query({ query: NodeDocument, variables: { id } })).data?.node;
      return node?.__typename === 'WeaponSystem' ? node : null;
    };
    for (const ask of [bySystem, byNode]) {
      assert.deepEqual(parts(await ask(heron)), persona.heron);
      assert.deepEqual(parts(await ask(undertow)), persona.undertow);
    }
    client.stop();
  });
}

test('Apollo Client tells why a token is refused', async () => {
  const client = clientOf({ authorization: 'Bearer forged' });
  await assert.rejects(client.query({ query: WeaponSystemDocument, variables: { id: heron } }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error), String(error));
    assert.equal(error.errors[0]?.extensions?.code, 'UNAUTHENTICATED');
    return true;
  });
  client.stop();
});
