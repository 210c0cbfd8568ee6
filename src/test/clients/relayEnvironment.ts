import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { endpoint, headersOf } from './registry';

/** A user's Relay: it sends each document's text or, when trusted, only the id that relay-compiler gave it. */
export async function environmentOf(user: string, documents: 'text' | 'trusted' = 'text') {
  const headers = { ...(await headersOf(user)), 'content-type': 'application/json' };
  const network = Network.create(async ({ id, text }, variables) => {
    const document = documents === 'trusted' ? { documentId: id } : { query: text };
    const body = JSON.stringify({ ...document, variables });
    const response = await fetch(endpoint, { method: 'POST', headers, body });
    return response.json();
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}
