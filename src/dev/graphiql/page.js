// GraphiQL for development: a menu of the demo's users, whose token goes into the Authorization header.
'use strict';

const menu = document.getElementById('user');
const roles = document.getElementById('roles');
const users = new Map();

/** The chosen user's token; fetched anew well before it expires, and when somebody else is chosen. */
let token = { user: '', value: '', until: 0 };

async function authorization() {
  const user = menu.value;
  if (!user) {
    return {};
  }
  if (token.user !== user || Date.now() > token.until) {
    const response = await fetch('token', { method: 'POST', body: new URLSearchParams({ user }) });
    if (!response.ok) {
      throw new Error(`The identity provider gave no token for ${user} (${response.status}).`);
    }
    const { access_token: value, expires_in: seconds } = await response.json();
    token = { user, value, until: Date.now() + (seconds - 30) * 1000 };
  }
  return { Authorization: `Bearer ${token.value}` };
}

/** What stands under Headers is sent too, and goes before what the menu says. */
async function ask(question, options) {
  const headers = new Headers({
    Accept: 'application/graphql-response+json',
    'Content-Type': 'application/json',
    ...(await authorization()),
  });
  Object.entries(options?.headers ?? {}).forEach(([name, value]) => headers.set(name, value));
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(question) });
  return response.json();
}

/** The tabs that a browser shows at first; after that it remembers its own. */
async function firstTabs() {
  const tabs = await (await fetch('tabs.json')).json();
  return Promise.all(
    tabs.map(async ({ document, variables, headers }) => ({
      query: await (await fetch(`tabs/${document}.graphql`)).text(),
      variables: variables && JSON.stringify(variables, null, 2),
      headers: headers && JSON.stringify(headers, null, 2),
    })),
  );
}

async function start() {
  for (const user of await (await fetch('users')).json()) {
    users.set(user.name, user.roles);
    menu.add(new Option(user.name, user.name));
  }
  menu.value = '';
  menu.addEventListener('change', () => {
    roles.value = menu.value ? users.get(menu.value).join(', ') : 'the public record';
  });
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
      fetcher: ask,
      defaultTabs: await firstTabs(),
      defaultEditorToolsVisibility: 'variables',
    }),
  );
}

start();
