import { createResource, createSignal } from 'solid-js';
import type { AgencyImport, AgencyList, NameBook, OneAgency } from '../../../server/contract/index.ts';
import { ask, Refused, reasonOf, segment } from '../../api.ts';
import { fieldsOf, mergeImport, type Profile } from './profile.ts';

/** The agencies whose profiles are kept. */
export function createAgencies() {
  const [list] = createResource(async () => (await ask<AgencyList>('GET', '/agencies')).agencies);
  return { list };
}

/** One profile being looked at and edited; `id` is null for a new one. */
export function createAgency(id: () => string | null) {
  const [names] = createResource(() => ask<NameBook>('GET', '/dictionary'));
  const [profile, setProfile] = createSignal<Profile>({});
  const [problem, setProblem] = createSignal<string | null>(null);
  const [state, setState] = createSignal<'clean' | 'changed' | 'saved' | 'busy'>('clean');
  const [imports, setImports] = createSignal<readonly AgencyImport[]>([]);
  const [loaded] = createResource(id, async (known) => {
    const { agency } = await ask<OneAgency>('GET', `/agencies/${segment(known)}`);
    setProfile(agency.profile);
    return agency.summary;
  });
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    const before = state();
    setProblem(null);
    setState('busy');
    try {
      await work();
    } catch (error) {
      setState(before);
      setProblem(reasonOf(error));
    }
  };
  return {
    fields: () => fieldsOf(names() ?? { facts: [], kinds: [] }),
    loaded,
    profile,
    problem,
    state,
    imports,
    change: (key: string, value: unknown): void => {
      const { [key]: _old, ...rest } = profile();
      setProfile(value === undefined ? rest : { ...rest, [key]: value });
      setState('changed');
    },
    /** Reads lists into the profile; nothing is kept before it is saved. */
    take: (files: readonly File[]) =>
      guarded(async () => {
        for (const file of files) {
          const read = await sendList(file);
          setImports([...imports(), read]);
          setProfile(mergeImport(profile(), read));
        }
        setState('changed');
      }),
    save: (then: (id: string) => void) =>
      guarded(async () => {
        const known = id();
        const path = known === null ? '/agencies' : `/agencies/${segment(known)}`;
        const { agency } = await ask<OneAgency>(known === null ? 'POST' : 'PUT', path, { profile: profile() });
        setImports([]);
        setState('saved');
        then(agency.summary.id);
      }),
    remove: (then: () => void) =>
      guarded(async () => {
        await ask('DELETE', `/agencies/${segment(id() ?? '')}`);
        then();
      }),
  };
}

export type Agency = ReturnType<typeof createAgency>;

async function sendList(file: File): Promise<AgencyImport> {
  const response = await fetch(`/api/agencies/import?name=${segment(file.name)}`, {
    method: 'PUT',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(response.status, answer.error.message);
  return answer as AgencyImport;
}
