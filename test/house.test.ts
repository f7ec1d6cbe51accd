import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.dirname(import.meta.dirname);

/** Which room may import from which; a room may always import from itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/kernel': [],
  'core/record': ['core/kernel'],
  'core/documents': ['core/kernel', 'core/record'],
  'core/laws': ['core/kernel'],
  'core/operators': ['core/kernel', 'core/laws', 'core/record', 'core/evaluate/types.ts'],
  'core/packs': ['core/kernel', 'core/laws', 'core/record', 'core/operators', 'core/evaluate/types.ts'],
  'core/evaluate': ['core/kernel', 'core/record', 'core/operators', 'core/packs'],
  'core/score': ['core/kernel', 'core/record', 'core/packs', 'core/evaluate'],
  'core/report': ['core/kernel', 'core/record', 'core/packs', 'core/evaluate', 'core/score'],
  'core/check': [
    'core/kernel',
    'core/record',
    'core/documents',
    'core/packs',
    'core/evaluate',
    'core/score',
    'core/report',
  ],
  'core/': ['core'],
  intake: ['@anjuan/core'],
  office: ['@anjuan/core'],
  'web/server': ['@anjuan/core', '@anjuan/intake', '@anjuan/office'],
  'web/client': ['@anjuan/core', 'web/server'],
  cli: ['@anjuan/core', '@anjuan/intake', '@anjuan/office', '@anjuan/web'],
};

interface SourceFile {
  readonly name: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

const files = sourceFiles();

test('there are source files to judge', () => {
  expect(files.length).toBeGreaterThan(30);
});

test('files stay under 300 lines, tests as well', () => {
  const long = ['packages', 'test', 'bench', 'samples/build', 'scripts']
    .flatMap((folder) => codeIn(folder))
    .map((name) => [name, readFileSync(path.join(root, name), 'utf8').split('\n').length] as const)
    .filter(([, lines]) => lines > 300);
  expect(long).toEqual([]);
});

test('imports run one way', () => {
  const wrong = files.flatMap((file) => {
    const allowed = mayImport[file.room] ?? [];
    return file.imports
      .map(({ from }) => targetOf(file, from))
      .filter((target) => target !== null && !target.startsWith(`${file.room}/`) && target !== file.room)
      .filter((target) => !allowed.some((one) => target === one || target?.startsWith(`${one}/`)))
      .map((target) => `${file.name} → ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('no import cycles', () => {
  const graph = new Map(
    files.map((file) => [
      file.name,
      file.imports.filter((one) => !one.typeOnly && one.from.startsWith('.')).map((one) => resolved(file, one.from)),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    if (trail.includes(name)) cycles.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
    if (done.has(name) || trail.includes(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  expect(cycles).toEqual([]);
});

test('the core library runs in a browser', () => {
  const bound = files
    .filter((file) => file.name.startsWith('packages/core/') && !file.name.endsWith('src/node.ts'))
    .filter((file) => file.imports.some((one) => one.from.startsWith('node:')))
    .map((file) => file.name);
  expect(bound).toEqual([]);
});

test('nothing that enters a report depends on the place or the clock', () => {
  const loose = files
    .filter((file) => file.name.startsWith('packages/core/'))
    .filter((file) => /localeCompare|\bIntl\.|toLocale\w*String|Date\.now|new Date\(\)|Math\.random/u.test(file.text))
    .map((file) => file.name);
  expect(loose).toEqual([]);
});

test('the client takes nothing but types from the server', () => {
  const heavy = files
    .filter((file) => file.room === 'web/client')
    .flatMap((file) =>
      file.imports
        .filter((one) => !one.typeOnly && (targetOf(file, one.from) ?? '').startsWith('web/server'))
        .map((one) => `${file.name} → ${one.from}`),
    );
  expect(heavy).toEqual([]);
});

test('a parser starts without the engine: of the core it takes types and single files', () => {
  const heavy: string[] = [];
  const seen = new Set<string>();
  const visit = (file: SourceFile): void => {
    if (seen.has(file.name)) return;
    seen.add(file.name);
    for (const one of file.imports.filter(({ typeOnly }) => !typeOnly)) {
      if (one.from === '@anjuan/core') heavy.push(file.name);
      const next = one.from.startsWith('.') ? files.find(({ name }) => name === resolved(file, one.from)) : undefined;
      if (next !== undefined) visit(next);
    }
  };
  for (const file of files.filter(({ name }) => name.startsWith('packages/intake/src/child/'))) visit(file);
  expect(seen.size).toBeGreaterThan(50);
  expect(heavy).toEqual([]);
});

test('files are not named after nothing', () => {
  expect(
    files.map((file) => file.name).filter((name) => /\/(utils?|helpers?|common|manager|misc)\b/u.test(name)),
  ).toEqual([]);
});

/** Files of code in a folder, as places below the root of the repository. */
function codeIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/u.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !/\/(?:node_modules|dist)\//u.test(name));
}

function sourceFiles(): SourceFile[] {
  return codeIn('packages')
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$|\.d\.ts$/u.test(name))
    .filter((name) => /^packages\/[^/]+\/src\//u.test(name))
    .map((name) => {
      const text = readFileSync(path.join(root, name), 'utf8');
      const imports = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'/gmu)].map((match) => ({
        from: match[2] ?? '',
        typeOnly: match[1] !== undefined,
      }));
      return { name, room: roomOf(name), text, imports };
    });
}

/** `packages/core/src/kernel/day.ts` lies in `core/kernel`, `packages/core/src/index.ts` in `core/`, all of intake in `intake`. */
function roomOf(name: string): string {
  const [, group = '', , ...rest] = name.split('/');
  if (group !== 'core' && group !== 'web') return group;
  return `${group}/${rest.length > 1 ? rest[0] : ''}`;
}

function resolved(file: SourceFile, from: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file.name), from));
}

/** What an import reaches for, as a place in a room; null for packages of others. */
function targetOf(file: SourceFile, from: string): string | null {
  if (from.startsWith('@anjuan/')) return from.split('/').slice(0, 2).join('/');
  if (!from.startsWith('.')) return null;
  const [, group = '', , ...rest] = resolved(file, from).split('/');
  return [group, ...rest].join('/');
}
