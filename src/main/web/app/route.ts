import concepts from './concepts';
import { languages, preferred, type Language } from './language';

export type Concept = keyof typeof concepts;

export interface Place {
  language: Language;
  /** The concept whose list or record this is; neither for the overview and for an address that is not known. */
  concept?: Concept;
  id?: string;
  known: boolean;
  query: URLSearchParams;
}

export const conceptNames = Object.keys(concepts) as Concept[];

/** What an address of the page means. */
export function placeOf(url: URL | Location): Place {
  const [first = '', path, id, ...rest] = url.pathname.split('/').slice(1).filter(Boolean);
  const language = first in languages ? (first as Language) : preferred();
  const concept = conceptNames.find((each) => concepts[each].path === path);
  const known = rest.length === 0 && (!path || concept !== undefined) && (first === '' || first in languages);
  return { language, concept, id: id && decoded(id), known, query: new URLSearchParams(url.search) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of the overview, of a concept's list, or of one of its records. */
export function addressOf(language: Language, concept?: Concept, id?: string, query?: Record<string, string>): string {
  const path = [language, concept && concepts[concept].path, id && encodeURIComponent(id)].filter(Boolean).join('/');
  const search = new URLSearchParams(Object.entries(query ?? {}).filter(([, value]) => value !== '')).toString();
  return `/${path}${search && `?${search}`}`;
}
