import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchQuery, getPaginationMetadata, getPaginationVariables, getSingularSelector } from 'relay-runtime';
import type { Direction, Environment, ReaderFragment, SingularReaderSelector } from 'relay-runtime';
import FacilitiesFragment, {
  type weaponSystem_facilities$data,
} from './generated/relay/weaponSystem_facilities.graphql';
import NodeQuery, { type weaponSystemNodeQuery } from './generated/relay/weaponSystemNodeQuery.graphql';
import RecordQuery, { type weaponSystemQuery } from './generated/relay/weaponSystemQuery.graphql';
import PageFragment, { type weaponSystems_page$data } from './generated/relay/weaponSystems_page.graphql';
import ListQuery, { type weaponSystemsQuery } from './generated/relay/weaponSystemsQuery.graphql';
import ReadLogQuery, { type readLogQuery } from './generated/relay/readLogQuery.graphql';
import { heron, pageSize, parts, personas, undertow } from './personas';
import { environmentOf } from './relayEnvironment';

/** What usePaginationFragment does, without React: shows the fragment, and loads further pages into the store. */
function paginated<Data>(environment: Environment, fragment: ReaderFragment, reference: unknown) {
  const selector = getSingularSelector(fragment, reference) as SingularReaderSelector;
  const { paginationRequest, paginationMetadata, identifierField } = getPaginationMetadata(fragment, 'tests');
  const shown = () => environment.lookup(selector).data as Data;
  const load = async (direction: Direction, count: number, cursor: string | null | undefined) => {
    const identity = identifierField ? { id: (shown() as Record<string, unknown>)[identifierField] } : {};
    const variables = getPaginationVariables(
      direction,
      count,
      cursor,
      selector.variables,
      identity,
      paginationMetadata,
    );
    await fetchQuery(environment, paginationRequest, variables).toPromise();
  };
  return { shown, load };
}

for (const persona of personas) {
  test(`Relay shows ${persona.name} a page, and the next one after it`, async () => {
    const environment = await environmentOf(persona.name);
    const answer = await fetchQuery<weaponSystemsQuery>(environment, ListQuery, { first: pageSize }).toPromise();
    const page = paginated<weaponSystems_page$data>(environment, PageFragment, answer);
    const shown = () => page.shown().weaponSystems!;
    const codeNames = () => shown().edges.map((edge) => edge.node.codeName);

    assert.equal(shown().totalCount, persona.codeNames.length);
    assert.deepEqual(codeNames(), persona.codeNames.slice(0, pageSize));
    assert.equal(shown().pageInfo.hasNextPage, true);

    await page.load('forward', pageSize, shown().pageInfo.endCursor);
    assert.deepEqual(codeNames(), persona.codeNames);
    assert.equal(shown().pageInfo.hasNextPage, false);
  });

  test(`Relay shows ${persona.name} the last page, and the one before it`, async () => {
    const environment = await environmentOf(persona.name);
    const answer = await fetchQuery<weaponSystemsQuery>(environment, ListQuery, { last: pageSize }).toPromise();
    const page = paginated<weaponSystems_page$data>(environment, PageFragment, answer);
    const shown = () => page.shown().weaponSystems!;
    const codeNames = () => shown().edges.map((edge) => edge.node.codeName);

    assert.deepEqual(codeNames(), persona.codeNames.slice(-pageSize));
    assert.equal(shown().pageInfo.hasPreviousPage, true);

    await page.load('backward', pageSize, shown().pageInfo.startCursor);
    assert.deepEqual(codeNames(), persona.codeNames);
    assert.equal(shown().pageInfo.hasPreviousPage, false);
  });

  test(`Relay shows ${persona.name} of a record what they may see`, async () => {
    const environment = await environmentOf(persona.name);
    const bySystem = async (id: string) =>
      (await fetchQuery<weaponSystemQuery>(environment, RecordQuery, { id }).toPromise())?.weaponSystem;
    const byNode = async (id: string) => {
      const node = (await fetchQuery<weaponSystemNodeQuery>(environment, NodeQuery, { id }).toPromise())?.node;
      return node?.__typename === 'WeaponSystem' ? node : null;
    };
    for (const ask of [bySystem, byNode]) {
      assert.deepEqual(parts(await ask(heron)), persona.heron);
      assert.deepEqual(parts(await ask(undertow)), persona.undertow);
    }
  });

  test(`Relay shows ${persona.name} the pages of a record's own list, through node`, async () => {
    const environment = await environmentOf(persona.name);
    const answer = await fetchQuery<weaponSystemQuery>(environment, RecordQuery, { id: heron }).toPromise();
    const list = paginated<weaponSystem_facilities$data>(environment, FacilitiesFragment, answer!.weaponSystem);
    const shown = () => list.shown().productionFacilities;
    assert.equal(shown().totalCount, persona.heronsFacilities.length);
    assert.deepEqual(shown().edges.map((edge) => edge.node.name), persona.heronsFacilities.slice(0, 1));

    await list.load('forward', 10, shown().pageInfo.endCursor);
    assert.deepEqual(shown().edges.map((edge) => edge.node.name), persona.heronsFacilities);
  });
}

test('Relay throws where a field failed, and shows no null in its place', async () => {
  const readLog = async (user: string) => {
    const answer = await fetchQuery<readLogQuery>(await environmentOf(user), ReadLogQuery, {}).toPromise();
    return answer!.readLog.map(({ nation }) => nation);
  };
  assert.deepEqual(await readLog('auditor'), ['LT']);
  await assert.rejects(readLog('lt-secret'), /Relay: Unexpected response payload/);
});
