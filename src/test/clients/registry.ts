// Where the registry is, and how one of its demo's users asks it.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { format } from 'node:util';

const origin = process.env.REGISTRY_URL;
if (!origin) {
  throw new Error('REGISTRY_URL is not set: start these tests with src/test/clients/run');
}

export const endpoint = `${origin}/graphql`;

/** A record's global id (schema.graphql says it is opaque; the tests know the demo's records). */
export const globalId = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');

/** The headers that a user of the demo sends: none, or the token that the embedded OIDC server gives them. */
export async function headersOf(user: string): Promise<Record<string, string>> {
  if (user === 'anonymous') {
    return {};
  }
  const resource = await json(fetch(`${origin}/.well-known/oauth-protected-resource`));
  const form = {
    grant_type: 'password',
    username: user,
    password: 'any',
    client_id: 'partnership-registry',
    client_secret: 'secret',
  };
  const token = await json(
    fetch(`${resource.authorization_servers[0]}/token`, { method: 'POST', body: new URLSearchParams(form) }),
  );
  return { authorization: `Bearer ${token.access_token}` };
}

async function json(response: Promise<Response>): Promise<any> {
  const answer = await response;
  if (!answer.ok) {
    throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  }
  return answer.json();
}

// A client that warns was set up wrongly, or docs/clients.md was.
const warnings: string[] = [];
console.warn = console.error = (...what: unknown[]) => void warnings.push(format(...what));
after(() => assert.deepEqual(warnings, []));
