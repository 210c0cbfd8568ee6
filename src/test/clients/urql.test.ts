import { Client, fetchExchange } from '@urql/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NodeDocument, WeaponSystemDocument, WeaponSystemsDocument } from './generated/graphql/graphql';
import { graphcache } from './graphcache';
import { heron, pageSize, parts, personas, undertow } from './personas';
import { endpoint, headersOf } from './registry';

function clientOf(headers: Record<string, string>) {
  return new Client({
    url: endpoint,
    fetchOptions: { headers },
    exchanges: [graphcache(), fetchExchange],
  });
}

for (const persona of personas) {
  test(`urql shows ${persona.name} a page, and the next one after it`, async () => {
    const client = clientOf(await headersOf(persona.name));
    const page = async (after?: string | null) => {
      const { data, error } = await client.query(WeaponSystemsDocument, { first: pageSize, after });
      assert.ifError(error);
      return data!.weaponSystems;
    };
    const codeNames = (list: Awaited<ReturnType<typeof page>>) => list.edges.map((edge) => edge.node.codeName);

    const first = await page();
    assert.equal(first.totalCount, persona.codeNames.length);
    assert.deepEqual(codeNames(first), persona.codeNames.slice(0, pageSize));
    assert.equal(first.pageInfo.hasNextPage, true);

    const both = await page(first.pageInfo.endCursor);
    assert.deepEqual(codeNames(both), persona.codeNames);
    assert.equal(both.pageInfo.hasNextPage, false);
  });

  test(`urql shows ${persona.name} of a record what they may see`, async () => {
    const client = clientOf(await headersOf(persona.name));
    const bySystem = async (id: string) => (await client.query(WeaponSystemDocument, { id })).data?.weaponSystem;
    const byNode = async (id: string) => {
      const node = (await client.query(NodeDocument, { id })).data?.node;
      return node?.__typename === 'WeaponSystem' ? node : null;
    };
    for (const ask of [bySystem, byNode]) {
      assert.deepEqual(parts(await ask(heron)), persona.heron);
      assert.deepEqual(parts(await ask(undertow)), persona.undertow);
    }
  });
}

test('urql tells why a token is refused', async () => {
  const client = clientOf({ authorization: 'Bearer forged' });
  const { error } = await client.query(WeaponSystemDocument, { id: heron });
  assert.equal(error?.graphQLErrors[0]?.extensions.code, 'UNAUTHENTICATED');
});
