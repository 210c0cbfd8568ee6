// The texts of the page, in three languages.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { app, pageModule } from './pageModule';

type Tree = { [key: string]: string | Tree };

const paths = (tree: Tree, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : Object.entries(paths(value, `${prefix}${key}.`)),
    ),
  );

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

test('each language says everything in words of its own', async () => {
  const en = paths((await pageModule('messages/en.ts')).en);
  const common = ['enum.IdentifierScheme.LEI', 'enum.IdentifierScheme.NCAGE', 'enum.IdentifierScheme.CAGE'];
  for (const language of ['lt', 'uk']) {
    const other = paths((await pageModule(`messages/${language}.ts`))[language]);
    assert.deepEqual(sorted(Object.keys(other)), sorted(Object.keys(en)));
    for (const [key, text] of Object.entries(en)) {
      assert.deepEqual(placeholders(other[key]!), placeholders(text), `${language}: ${key}`);
      assert.equal(other[key] === text, common.includes(key), `${language}: ${key} is "${other[key]}"`);
      assert.notEqual(other[key]!.trim(), '', `${language}: ${key}`);
    }
  }
});

test('there is a text for all that is shown, and for nothing else', async () => {
  const { en } = await pageModule('messages/en.ts');
  const { shapes, enums, documents } = await pageModule('documents.ts');
  const concepts = Object.keys((await pageModule('concepts.ts')).default);
  const kinds = Object.values(shapes).flatMap((fields) => Object.values(fields as Record<string, string>));
  const parts = kinds.filter((kind) => kind.startsWith('part:')).map((kind) => kind.slice('part:'.length));
  assert.ok(Object.keys(documents).length > concepts.length);
  assert.deepEqual(sorted(Object.keys(en.concept)), sorted(concepts));
  assert.deepEqual(sorted(Object.keys(en.type)), sorted([...concepts, ...parts]));
  assert.deepEqual(sorted(Object.keys(en.field)), sorted(Object.values(shapes).flatMap((each) => Object.keys(each as object))));
  assert.deepEqual(sorted(Object.keys(paths(en.enum))), sorted(Object.keys(paths(values(enums)))));

  const sources = readdirSync(app)
    .filter((file) => file.endsWith('.ts') && file !== 'documents.ts')
    .map((file) => readFileSync(`${app}/${file}`, 'utf8'))
    .join('\n');
  const unused = Object.keys(en.ui).filter((key) => !sources.includes(`'${key}'`));
  assert.deepEqual(unused, []);
});

const values = (enums: Record<string, readonly string[]>): Tree =>
  Object.fromEntries(Object.entries(enums).map(([name, each]) => [name, Object.fromEntries(each.map((value) => [value, value]))]));
