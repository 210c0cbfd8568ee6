// Writes the documents of the page, of every field that the schema has: a manifest that the service loads, and what the page
// knows of them. With --check it writes nothing, and fails if a file is not current.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  parse,
  validate,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { pageModule } from './pageModule';

interface Concept {
  path: string;
  title: string;
  columns: string[];
  search: string[];
}

const root = '../../..';
const schema = buildSchema(readFileSync(`${root}/schema.graphql`, 'utf8'));
let concepts: Record<string, Concept>;

/** What every record has, and what the page shows in a way of its own or not at all. */
const apart = ['id', 'version', 'label', 'withheld', 'portions', 'history', 'nextStatuses', 'withdrawnOn', 'withdrawalReason'];
const scalars: Record<string, string> = {
  Boolean: 'flag',
  Date: 'date',
  DateTime: 'time',
  Decimal: 'number',
  Fraction: 'fraction',
  Int: 'number',
  PartialDate: 'date',
  String: 'text',
};
const portions = 'withheld portions { field label { marking classification { code } } }';

const typeNamed = (name: string) => schema.getType(name) as GraphQLObjectType;
const element = (name: string) => (name.endsWith('Connection') ? name.slice(0, -'Connection'.length) : name);
const isPart = (name: string) => !concepts[name] && typeNamed(name).getInterfaces().some((each) => each.name === 'Labelled');

/** How the page shows a field; undefined if it does not. */
function kindOf(owner: string, field: GraphQLField<unknown, unknown>): string | undefined {
  const type = getNamedType(field.type);
  const name = element(type.name);
  if (apart.includes(field.name)) {
    return undefined;
  }
  if (field.name === 'url' || field.name === 'website') {
    return 'address';
  }
  if (isEnumType(type)) {
    return `enum:${name}`;
  }
  if (!isObjectType(type)) {
    return scalars[name];
  }
  if (name === 'Money' || name === 'Country') {
    return name.toLowerCase();
  }
  if (concepts[name]) {
    // A part need not say what it is a part of.
    return isPart(owner) && field.name === name.charAt(0).toLowerCase() + name.slice(1) && owners[owner] === name
      ? undefined
      : `link:${name}`;
  }
  return isPart(name) ? (isPart(owner) ? undefined : `part:${name}`) : `group:${name}`;
}

/** The records that parts belong to: those that have a list of them. */
const owners: Record<string, string> = {};

function findOwners() {
  for (const concept of Object.keys(concepts)) {
    for (const field of Object.values(typeNamed(concept).getFields())) {
      const type = getNamedType(field.type);
      if (isObjectType(type) && isPart(type.name) && String(field.type).startsWith('[')) {
        owners[type.name] = concept;
      }
    }
  }
}

const shapes: Record<string, Record<string, string>> = {};
const enums: Record<string, string[]> = {};
function shape(name: string): Record<string, string> {
  if (!shapes[name]) {
    const kinds: Record<string, string> = (shapes[name] = {});
    for (const field of Object.values(typeNamed(name).getFields())) {
      const kind = kindOf(name, field);
      if (kind) {
        kinds[field.name] = kind;
        const [sort, target] = kind.split(':') as [string, string?];
        if (sort === 'part' || sort === 'group') {
          shape(target!);
        } else if (sort === 'enum') {
          enums[target!] = (schema.getType(target!) as GraphQLEnumType).getValues().map((value) => value.name);
        }
      }
    }
  }
  return shapes[name]!;
}

function selectionOf(sort: string, target = ''): string | undefined {
  switch (sort) {
    case 'money':
      return '{ amount currency }';
    case 'country':
      return '{ alpha2 nameIn(language: $language) }';
    case 'link':
      return `{ id ${concepts[target]!.title} }`;
    case 'part':
      return `{ id ${portions} ${selections(target)} }`;
    case 'group':
      return `{ ${selections(target)} }`;
    default:
      return undefined;
  }
}

/** A field with what is selected of it. */
function selection(owner: string, name: string, kind: string): string {
  const [sort, target] = kind.split(':') as [string, string?];
  const inner = selectionOf(sort, target);
  if (inner === undefined) {
    return name;
  }
  const type = getNamedType(typeNamed(owner).getFields()[name]!.type).name;
  return type.endsWith('Connection') ? `${name}(first: 50) { totalCount nodes ${inner} }` : `${name} ${inner}`;
}

const selections = (type: string, only?: string[]) =>
  Object.entries(shape(type))
    .filter(([name]) => !only || only.includes(name))
    .map(([name, kind]) => selection(type, name, kind))
    .join(' ');

const queries = schema.getQueryType()!.getFields();
const listOf = (type: string) =>
  Object.values(queries).find((field) => getNamedType(field.type).name === `${type}Connection`)!.name;
const recordOf = (type: string) => Object.values(queries).find((field) => String(field.type) === type)!.name;

function list(type: string, { columns }: Concept) {
  for (const column of columns) {
    if (!shape(type)[column]) {
      throw new Error(`${type} has no field ${column}`);
    }
  }
  return document(
    `${type}List`,
    `$where: ${type}Filter, $orderBy: [${type}Order!], $first: Int, $after: String, $last: Int, $before: String, $asOf: DateTime`,
    `list: ${listOf(type)}(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before, asOf: $asOf) ` +
      `{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id ${portions} ${selections(type, columns)} } }`,
  );
}

/** The history is in the same answer, because a page has one marking. */
const record = (type: string) =>
  document(
    `${type}Record`,
    '$id: ID!, $asOf: DateTime, $history: Boolean!, $after: String',
    `record: ${recordOf(type)}(id: $id, asOf: $asOf) { id withdrawnOn withdrawalReason label { marking classification { code } } ` +
      `${portions} ${selections(type)} history(first: 20, after: $after) @include(if: $history) { pageInfo { hasNextPage endCursor } ` +
      `nodes { at operation type field before after reason role label { marking classification { code } } } } }`,
  );

function home() {
  const inForce = 'where: { withdrawnOn: { isNull: true } }';
  const counts = Object.keys(concepts).map((type) => `${type}: ${listOf(type)}(${inForce}) { totalCount }`);
  const newest = (type: string, field: string) =>
    `newest${type}: ${listOf(type)}(${inForce}, orderBy: [{ field: ${field}, direction: DESC }], first: 3) ` +
    `{ nodes { id ${portions} ${selections(type, [...concepts[type]!.columns, 'sources'])} } }`;
  const [money, country] = [selectionOf('money'), selectionOf('country')];
  const amounts =
    `allocations(${inForce}, first: 100) { nodes { id purpose stage expectedChange value ${money} provider { id name } } } ` +
    `campaigns: fundraisingCampaigns(${inForce}, first: 20) ` +
    `{ nodes { id name splits { description origin ${country} amount ${money} } } }`;
  const places =
    `facilities: productionFacilities(${inForce}, first: 100) ` +
    `{ nodes { id name region status country ${country} publicCoordinates { latitude longitude } } }`;
  return document('Home', '', [...counts, newest('Statement', 'MADE_ON'), newest('Agreement', 'SIGNED_ON'), amounts, places].join(' '));
}

function document(name: string, variables: string, body: string) {
  const language = body.includes('$language') ? '$language: Language' : '';
  const declared = [variables, language].filter(Boolean).join(', ');
  const text = `query ${name}${declared ? `(${declared})` : ''} { ${body.trim()} }`;
  const errors = validate(schema, parse(text));
  if (errors.length > 0) {
    throw new Error(`${name}: ${errors.join('; ')}\n${text}`);
  }
  return [name, text] as const;
}

async function main() {
  concepts = (await pageModule('concepts.ts')).default;
  findOwners();
  const documents = [
    home(),
    ...Object.entries(concepts).flatMap(([type, concept]) => [list(type, concept), record(type)]),
  ];
  const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  for (const each of ['ChangeOperation', 'WriterRole']) {
    enums[each] = (schema.getType(each) as GraphQLEnumType).getValues().map((value) => value.name);
  }
  const orders = Object.fromEntries(
    Object.entries(concepts).map(([type, { columns }]) => {
      const known = (schema.getType(`${type}OrderField`) as GraphQLEnumType).getValues().map((value) => value.name);
      const constant = (column: string) => column.replace(/[A-Z]/g, '_$&').toUpperCase();
      return [type, Object.fromEntries(columns.filter((each) => known.includes(constant(each))).map((each) => [each, constant(each)]))];
    }),
  );

  const source = (name: string, value: unknown) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
  const files = {
    'src/main/resources/page-documents.json':
      JSON.stringify(Object.fromEntries(documents.map(([, text]) => [idOf(text), text])), null, 2) + '\n',
    'src/main/web/app/documents.ts': [
      '// Written by src/test/clients/pageDocuments.ts from schema.graphql and concepts.ts.\n',
      '\n/** The ids of the documents, which the service knows. */\n',
      source('documents', Object.fromEntries(documents.map(([name, text]) => [name, idOf(text)]))),
      '\n/** The fields of each type, and how they are shown. */\n',
      source('shapes', shapes),
      '\n/** What each column is ordered by. */\n',
      source('orders', orders),
      '\n/** The values of each enumeration. */\n',
      source('enums', enums),
    ].join(''),
  };
  for (const [file, text] of Object.entries(files)) {
    if (!process.argv.includes('--check')) {
      writeFileSync(`${root}/${file}`, text);
    } else if (readFileSync(`${root}/${file}`, 'utf8') !== text) {
      console.error(`${file} is not current: run node generated/javascript/pageDocuments.js`);
      process.exitCode = 1;
    }
  }
}

void main();
