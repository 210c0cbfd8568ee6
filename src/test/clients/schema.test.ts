import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { endpoint } from './registry';

const printed = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema));

test('the schema of the development server is the committed one', async () => {
  const query = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  const committed = buildSchema(await readFile('generated/schema.graphql', 'utf8'));
  assert.equal(printed(buildClientSchema(data)), printed(committed));
});

test('the record of every edge is a Node, but for changes', async () => {
  const types = Object.values(buildSchema(await readFile('generated/schema.graphql', 'utf8')).getTypeMap());
  const values = types
    .filter(isObjectType)
    .filter((type) => type.name.endsWith('Edge'))
    .map((edge) => getNamedType(edge.getFields().node!.type))
    .filter((node) => !isObjectType(node) || node.getInterfaces().every(({ name }) => name !== 'Node'));
  assert.deepEqual(values.map(String), ['Change']);
});
