import { documents } from './documents';

export interface Label {
  marking: string;
  classification: { code: string };
}

export interface Row extends Record<string, unknown> {
  id: string;
  withheld: string[];
  portions: { field: string; label: Label }[];
}

export interface StepUp {
  acrValues: string[];
  maxAge: number;
}

export type Answer =
  | { kind: 'data'; data: Record<string, any>; marking?: string; stepUp?: StepUp }
  | { kind: 'away' | 'refused' | 'ended' };

const patience = 30_000; // milliseconds

/** Whether one can log in here, and has; known from each answer. */
export let session: 'none' | 'open' | 'unavailable' = 'unavailable';

let ending: ReturnType<typeof setTimeout> | undefined;

/** Remembers what an answer says of the session, and tells when it has ended: what it showed must not stay. */
function follow(seconds: string | null): void {
  session = seconds === null ? 'unavailable' : seconds === 'none' ? 'none' : 'open';
  clearTimeout(ending);
  ending = session === 'open' ? setTimeout(() => dispatchEvent(new Event('session-end')), 1000 * (Number(seconds) + 1)) : undefined;
}

/** Asks the registry by a trusted document. An answer with any error is none: what it lacks would look like an absent value. */
export async function ask(document: keyof typeof documents, variables: Record<string, unknown>): Promise<Answer> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ documentId: documents[document], variables }),
      signal: AbortSignal.timeout(patience),
    });
    follow(response.headers.get('registry-session'));
    if (response.status === 401) {
      return { kind: 'ended' };
    }
    if (response.status === 429 || response.status >= 500) {
      return { kind: 'away' };
    }
    const { data, errors, extensions } = await response.json();
    if (errors || !data) {
      const away = (errors ?? []).some((each: any) => ['UNAVAILABLE', 'INTERNAL'].includes(each.extensions?.code));
      return { kind: away ? 'away' : 'refused' };
    }
    return { kind: 'data', data, marking: extensions?.marking, stepUp: extensions?.stepUp };
  } catch {
    return { kind: 'away' };
  }
}
