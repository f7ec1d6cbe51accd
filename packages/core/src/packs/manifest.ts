import { nearest } from '../kernel/nearest.ts';
import { basisSchema, checkSchema } from './schema.ts';
import { type Problem, readSource, type Source } from './source.ts';

/** What a pack says of itself in `sectors/ID/pack.yaml` or `provinces/ID/pack.yaml`. */
export interface PackManifest {
  readonly id: string;
  readonly title: string;
  readonly kind: 'sector' | 'province';
  /** The pack it rests on: `national` or another of its kind. */
  readonly extends: string;
  readonly applies: {
    /** What a record or profile may call the sector, besides the id and the title. */
    readonly sectors: readonly string[];
    /** Words in the name of an agency: 市场监督管理局. */
    readonly agencies: readonly string[];
    /** Codes of GB/T 2260 that the place begins with: 44. */
    readonly jurisdictions: readonly string[];
    /** Beginnings of the names of agencies and places: 广东省, 广州市. */
    readonly places: readonly string[];
    /** Titles of laws one of which the decision must cite: an agency handles cases of several procedures. Empty: none asked. */
    readonly cites: readonly string[];
  };
  /** An agency of the central authorities throughout (垂直领导): packs of provinces are not laid over it. */
  readonly vertical: boolean;
  /** `sectors/ID`. */
  readonly folder: string;
  readonly source: Source;
}

const texts = { type: 'array', items: { type: 'string', minLength: 2 }, minItems: 1 };
export const manifestSchema = {
  type: 'object',
  required: ['id', 'title', 'extends', 'applies'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
    title: { type: 'string', minLength: 2 },
    extends: { type: 'string' },
    applies: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: { sectors: texts, agencies: texts, jurisdictions: texts, places: texts, cites: texts },
    },
    vertical: { type: 'boolean' },
  },
};

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const overridesSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['basis'],
    additionalProperties: false,
    properties: {
      set: { type: 'string' },
      stricter: { type: 'string' },
      disable: { type: 'string' },
      add: { type: 'string' },
      requirement: { type: 'array', items: { type: 'string' }, minItems: 1 },
      versions: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['from', 'value'],
          additionalProperties: false,
          properties: {
            from: day,
            to: { anyOf: [day, { type: 'null' }] },
            value: { type: ['number', 'string'] },
            inclusive: { type: 'boolean' },
          },
        },
      },
      confidence: { enum: ['read', 'reported'] },
      from: day,
      to: { anyOf: [day, { type: 'null' }] },
      instead: { type: 'array', items: { type: 'string' }, minItems: 1 },
      basis: basisSchema,
    },
  },
};

/** The packs of a rules folder that extend another one; every mistake at its place. Cycles and unknown parents are mistakes. */
export function manifestsOf(files: ReadonlyMap<string, string>, problems: Problem[]): readonly PackManifest[] {
  const manifests: PackManifest[] = [];
  const folders = new Set<string>();
  for (const file of files.keys()) {
    const [kind, id, ...rest] = file.split('/');
    if ((kind === 'sectors' || kind === 'provinces') && id !== undefined && rest.length > 0)
      folders.add(`${kind}/${id}`);
  }
  for (const folder of [...folders].sort()) {
    const file = `${folder}/pack.yaml`;
    const text = files.get(file);
    if (text === undefined) {
      problems.push({ file, line: 1, column: 1, message: '规则包文件夹中缺少 pack.yaml' });
      continue;
    }
    const source = readSource(file, text);
    const wrong = source.problems.length > 0 ? source.problems : checkSchema(source, manifestSchema);
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    const raw = source.value as Pick<PackManifest, 'id' | 'title' | 'extends'> & {
      readonly applies: Partial<PackManifest['applies']>;
      readonly vertical?: boolean;
    };
    const name = folder.split('/')[1] ?? '';
    if (raw.id !== name) problems.push(source.problem(['id'], `编号应与文件夹同名：${name}`));
    const twin = manifests.find((other) => other.id === raw.id);
    if (twin !== undefined) problems.push(source.problem(['id'], `编号 ${raw.id} 已用于 ${twin.folder}`));
    const { sectors = [], agencies = [], jurisdictions = [], places = [], cites = [] } = raw.applies;
    manifests.push({
      ...raw,
      kind: folder.startsWith('sectors/') ? 'sector' : 'province',
      applies: { sectors, agencies, jurisdictions, places, cites },
      vertical: raw.vertical === true,
      folder,
      source,
    });
  }
  for (const manifest of manifests) checkParent(manifest, manifests, problems);
  return manifests;
}

function checkParent(manifest: PackManifest, manifests: readonly PackManifest[], problems: Problem[]): void {
  const { source } = manifest;
  if (manifest.extends === 'national') return;
  const parent = manifests.find((one) => one.id === manifest.extends);
  if (parent === undefined) {
    const known = ['national', ...manifests.map((one) => one.id)];
    problems.push(
      source.problem(['extends'], `没有编号为“${manifest.extends}”的规则包`, nearest(manifest.extends, known)),
    );
  } else if (parent.kind !== manifest.kind) {
    problems.push(
      source.problem(['extends'], '领域包只能接在领域包或 national 上，省级包只能接在省级包或 national 上'),
    );
  } else if (ancestorsOf(manifest, manifests) === null) {
    problems.push(source.problem(['extends'], `规则包互相引用，成了一圈：${manifest.id} → ${manifest.extends} → …`));
  }
}

/** The packs a pack rests on, from the widest, itself last, without `national`; null when they run in a circle. */
export function ancestorsOf(
  manifest: PackManifest,
  manifests: readonly PackManifest[],
): readonly PackManifest[] | null {
  const chain: PackManifest[] = [];
  let next: PackManifest | undefined = manifest;
  while (next !== undefined) {
    if (chain.includes(next)) return null;
    chain.unshift(next);
    const parent: string = next.extends;
    next = manifests.find((one) => one.id === parent);
  }
  return chain;
}
