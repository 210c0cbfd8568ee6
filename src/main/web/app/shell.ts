// What is around every page: banners, header, navigation, languages, login.
import { html, nothing } from 'lit';
import { session } from './api';
import { languages, type Language, type Words } from './language';
import { addressOf, conceptNames, type Place } from './route';
import type { View } from './view';

export function shell(words: Words, place: Place, view: View) {
  const banner = (label: string) =>
    html`<section class="banner ${view.marking ? 'classified' : ''}" aria-label=${label}>
      ${view.marking ?? words.ui('public')}
    </section>`;
  const item = (address: string, text: string, current: boolean) =>
    html`<li><a href=${address} aria-current=${current ? 'page' : nothing}>${text}</a></li>`;
  return html`
    <a class="skip" href="#main">${words.ui('skip')}</a>
    ${banner(words.ui('markingTop'))}
    <header>
      <a class="name" href=${addressOf(words.language)}>${words.ui('name')}</a>
      <nav class="languages" aria-label=${words.ui('languages')}>
        <ul>
          ${Object.entries(languages).map(
            ([code, name]) => html`<li>
              <a
                href=${inLanguage(code as Language)}
                lang=${code}
                hreflang=${code}
                aria-current=${code === words.language ? 'true' : nothing}
                >${name}</a
              >
            </li>`,
          )}
        </ul>
      </nav>
      ${login(words, view)}
      <nav class="menu" aria-label=${words.ui('menu')}>
        <ul>
          ${item(addressOf(words.language), words.ui('home'), place.known && !place.concept)}
          ${conceptNames.map((each) =>
            item(addressOf(words.language, each), words.concept(each), place.known && place.concept === each),
          )}
        </ul>
      </nav>
    </header>
    <main id="main" tabindex="-1">${stepUp(words, view)}${view.body}</main>
    ${banner(words.ui('markingBottom'))}
  `;
}

const inLanguage = (language: Language) =>
  location.pathname.replace(/^\/(en|lt|uk)?(?=\/|$)/, `/${language}`) + location.search;

const here = () => encodeURIComponent(location.pathname + location.search);

/** Login, where the service says that there is one. */
function login(words: Words, view: View) {
  if (session === 'unavailable' && !view.ended) {
    return nothing;
  }
  const open = session === 'open' || view.ended;
  return html`<div class="login">
    ${session === 'none' || view.ended ? html`<a href="/login?return=${here()}">${words.ui('login')}</a>` : nothing}
    ${open
      ? html`<form method="post" action="/logout?return=${here()}"><button>${words.ui('logout')}</button></form>`
      : nothing}
  </div>`;
}

function stepUp(words: Words, { stepUp }: View) {
  if (!stepUp || session === 'unavailable') {
    return nothing;
  }
  const asked = new URLSearchParams({
    return: location.pathname + location.search,
    acr_values: stepUp.acrValues.join(' '),
    max_age: String(stepUp.maxAge),
  });
  return html`<p class="note">${words.ui('stepUp')} <a href="/login?${asked}">${words.ui('stepUpLogin')}</a></p>`;
}
