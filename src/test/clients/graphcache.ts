import {
  cacheExchange,
  type CacheExchangeOpts,
  type KeyingConfig,
  type Resolver,
  type ResolverConfig,
} from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { IntrospectionOutputTypeRef, IntrospectionQuery } from 'graphql';
import introspection from './generated/introspection.json';

/** What has no id but a code of its own; select it wherever you select one of them. */
const codes: Record<string, string> = { Country: 'alpha2', ClassificationLevel: 'code', MilitaryListCategory: 'code' };

/** Puts pages together; what was asked without any argument is no page of several, and taken as it is. */
const pages = relayPagination();
const connection: Resolver = (parent, args, cache, info) =>
  Object.keys(args).length > 0 ? pages(parent, args, cache, info) : cache.resolve(info.parentKey, info.fieldName);

const keys: KeyingConfig = {};
const resolvers: ResolverConfig = {};
for (const type of (introspection as unknown as IntrospectionQuery).__schema.types) {
  if (type.kind === 'OBJECT' && !type.name.startsWith('__')) {
    if (type.name !== 'Query' && type.fields.every((field) => field.name !== 'id')) {
      const code = codes[type.name];
      // A value has no key: it is kept with the record that it belongs to.
      keys[type.name] = code ? (value) => (value[code] as string | undefined) ?? null : () => null;
    }
    for (const field of type.fields) {
      if (named(field.type).endsWith('Connection')) {
        (resolvers[type.name] ??= {})[field.name] = connection;
      }
    }
  }
}

function named(type: IntrospectionOutputTypeRef): string {
  return type.kind === 'NON_NULL' || type.kind === 'LIST' ? named(type.ofType as IntrospectionOutputTypeRef) : type.name;
}

/** A new cache; make one for each user, and another one when the user changes. */
export const graphcache = () =>
  cacheExchange({ schema: introspection as CacheExchangeOpts['schema'], keys, resolvers });
