import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
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
