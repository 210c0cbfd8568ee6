import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

test('docs/clients.md shows the set-up that these tests use', async () => {
  const page = await readFile('../../../docs/clients.md', 'utf8');
  const excerpts = [...page.matchAll(/<!-- src\/test\/clients\/(\S+) -->\n```ts\n(.*?)\n```/gs)];
  assert.deepEqual(
    excerpts.map(([, file]) => file),
    ['apolloCache.ts', 'graphcache.ts', 'relayEnvironment.ts'],
  );
  for (const [, file, code] of excerpts) {
    assert.equal(code, (await readFile(file!, 'utf8')).trimEnd(), file);
  }
});
