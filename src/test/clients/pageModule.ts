import { readFileSync } from 'node:fs';
import ts from 'typescript';

export const app = '../../main/web/app';

/** A module of the page that imports nothing but types. */
export async function pageModule(file: string): Promise<any> {
  const { outputText } = ts.transpileModule(readFileSync(`${app}/${file}`, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
