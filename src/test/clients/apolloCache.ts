import { InMemoryCache, type FieldPolicy, type TypePolicies, type TypePolicy } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import type { IntrospectionObjectType, IntrospectionOutputTypeRef, IntrospectionQuery } from 'graphql';
import introspection from './generated/introspection.json';
import { possibleTypes } from './generated/possibleTypes.json';

/** What has no id but a code of its own; select it wherever you select one of them. */
const codes: Record<string, string> = { Country: 'alpha2', ClassificationLevel: 'code', MilitaryListCategory: 'code' };

/** Records have an id; other objects are values, of which a new one replaces the old one as a whole. */
function typePolicies(): TypePolicies {
  const policies: TypePolicies = {};
  for (const type of (introspection as unknown as IntrospectionQuery).__schema.types) {
    if (type.kind === 'OBJECT' && !type.name.startsWith('__')) {
      const fields: Record<string, FieldPolicy> = {};
      for (const field of type.fields) {
        const policy = fieldPolicy(field.type);
        if (policy) {
          fields[field.name] = policy;
        }
      }
      policies[type.name] = { fields, ...identity(type) };
    }
  }
  return policies;
}

function identity({ name, fields }: IntrospectionObjectType): TypePolicy {
  if (name === 'Query' || fields.some((field) => field.name === 'id')) {
    return {};
  }
  if (name === 'Viewer') {
    return { keyFields: [] }; // there is one
  }
  return codes[name] ? { keyFields: [codes[name]] } : { keyFields: false, merge: false };
}

function fieldPolicy(type: IntrospectionOutputTypeRef): FieldPolicy | undefined {
  if (type.kind === 'NON_NULL') {
    return fieldPolicy(type.ofType as IntrospectionOutputTypeRef);
  }
  if (type.kind === 'LIST') {
    return { merge: false };
  }
  return type.kind === 'OBJECT' && type.name.endsWith('Connection')
    ? relayStylePagination(['where', 'orderBy'])
    : undefined;
}

/** A new cache; make one for each user, and another one when the user changes. */
export const apolloCache = () => new InMemoryCache({ possibleTypes, typePolicies: typePolicies() });
