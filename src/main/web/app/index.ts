import { html, nothing, render } from 'lit';
import { home } from './home';
import { Words } from './language';
import { list } from './list';
import { record } from './record';
import { addressOf, placeOf, type Place } from './route';
import { shell } from './shell';
import { failure, unknownPage, type View } from './view';

const loading = (words: Words): View => ({ title: words.ui('name'), body: html`<p role="status">${words.ui('loading')}</p>` });

let turn = 0;
let shown: View | undefined;

async function viewOf(words: Words, place: Place): Promise<View> {
  const { known, concept, id } = place;
  if (!known) {
    return unknownPage(words);
  }
  if (!concept) {
    return home(words);
  }
  return id ? record(words, place, concept, id) : list(words, place, concept);
}

/** Shows what the address says. What was there, and its marking, stay until the answer has come. */
async function show(moveFocus: boolean): Promise<void> {
  if (location.pathname === '/') {
    history.replaceState(null, '', addressOf(placeOf(location).language));
  }
  const place = placeOf(location);
  const words = new Words(place.language);
  const mine = ++turn;
  document.documentElement.lang = place.language;
  document.body.ariaBusy = 'true';
  if (!shown) {
    render(shell(words, place, loading(words)), document.body);
  }
  // Whatever goes wrong is said; an answer that cannot be shown must not look like one that has not come.
  const view = await viewOf(words, place).catch(() => failure(words, 'refused'));
  if (mine !== turn) {
    return;
  }
  shown = view;
  render(shell(words, place, view), document.body);
  document.title = `${view.title} – ${words.ui('name')}`;
  document.body.ariaBusy = 'false';
  if (moveFocus) {
    scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
  }
}

function go(address: string): void {
  history.pushState(null, '', address);
  void show(true);
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  if (target.closest('[data-retry]')) {
    void show(true);
    return;
  }
  const link = target.closest('a');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (link && plain && link.origin === location.origin && /^\/(en|lt|uk)(\/|$)/.test(link.pathname) && !link.hash) {
    event.preventDefault();
    go(link.pathname + link.search);
  }
});

/** A form's address has what is filled in, and begins with the first page. */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'get') {
    return;
  }
  event.preventDefault();
  const filled = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  const search = new URLSearchParams(filled).toString();
  go(new URL(form.action).pathname + (search && `?${search}`));
});

addEventListener('popstate', () => void show(true));
addEventListener('session-end', () => void show(false));

// A browser may keep a page that is left, and show it again as it was: to somebody else, or after a logout.
addEventListener('pagehide', () => {
  turn++;
  shown = undefined;
  render(nothing, document.body);
});
addEventListener('pageshow', (event) => {
  if (event.persisted) {
    void show(false);
  }
});
void show(false);
