// Authorization code with PKCE (RFC 7636) in a headless browser, as a native application does it (RFC 8252).
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const [executablePath, issuer, acr, ...users] = process.argv.slice(2);
const client = 'partnership-registry';
const password = 'any';
const patience = 180_000; // milliseconds, on a machine that has other things to do
const oneTimeSecret = 'an invented secret';

/** RFC 6238, six digits, half a minute each. */
function oneTimePassword() {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', oneTimeSecret).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function signIn(browser, endpoints, redirectUri, user) {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(8).toString('base64url');
  const question = new URLSearchParams({
    client_id: client,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    ...(acr && { acr_values: acr }),
  });
  // A context of its own has no cookie of whoever signed in before.
  const context = await browser.newContext();
  try {
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    await page.goto(`${endpoints.authorization_endpoint}?${question}`);
    await page.fill('#username', user);
    await page.fill('#password', password);
    await page.click('#kc-login');
    if (acr) {
      await page.fill('#otp', oneTimePassword());
      await page.click('#kc-login');
    }
    await page.waitForURL(`${redirectUri}?*`);
    const answer = new URL(page.url()).searchParams;
    if (answer.get('state') !== state) {
      throw new Error(`the state is not ours in ${page.url()}`);
    }
    const response = await fetch(endpoints.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: client,
        redirect_uri: redirectUri,
        code: answer.get('code'),
        code_verifier: verifier,
      }),
    });
    const tokens = await response.json();
    if (!tokens.access_token) {
      throw new Error(`no token for ${user}: ${JSON.stringify(tokens)}`);
    }
    return tokens.access_token;
  } finally {
    await context.close();
  }
}

const listener = createServer((request, response) => response.end('You are signed in.')).listen(0, '127.0.0.1');
await once(listener, 'listening');
const redirectUri = `http://127.0.0.1:${listener.address().port}/signed-in`;
const browser = await chromium.launch({ executablePath, timeout: patience });
try {
  const endpoints = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  const tokens = {};
  for (const user of users) {
    tokens[user] = await signIn(browser, endpoints, redirectUri, user);
  }
  console.log(JSON.stringify(tokens));
} finally {
  await browser.close();
  listener.closeAllConnections();
  listener.close();
}
