import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type AgencyProfile, acceptAgency, type Dictionary, readSource } from '@anjuan/core';
import type { Sample } from './contract/index.ts';
import { fileLimit } from './http/body.ts';
import { Refusal } from './problems.ts';
import { addCase, addFile } from './store/cases.ts';
import type { Store } from './store/open.ts';

/** The invented case files that come with the program. */
export interface SampleShelf {
  list(): Promise<readonly Sample[]>;
  /** Copies a sample in as a new case, with its agency's profile, and gives the case's id; throws a 404 when there is no such sample. */
  copy(id: string, store: Store, standard: string): Promise<string>;
}

/** What `case.json` of a sample says, as far as it is used here. */
interface Described {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly pages?: number;
  readonly planted: readonly unknown[];
  /** Path of the agency's profile, `samples/agencies/….yaml`. */
  readonly agency?: string;
}

/** Samples of a folder: `files/ID/case.json` with the papers beside it, profiles in `agencies/`. An absent folder has none. */
export function samplesIn(folder: string, dictionary: Dictionary): SampleShelf {
  const described = async (): Promise<readonly Described[]> => {
    const ids = (await namesIn(path.join(folder, 'files'))).sort();
    const texts = await Promise.all(ids.map((id) => textOrNull(path.join(folder, 'files', id, 'case.json'))));
    return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Described]));
  };
  return {
    list: async () =>
      (await described()).map(({ id, title, about, pages, planted }) => ({
        id,
        title,
        about,
        pages: pages ?? null,
        planted: planted.length,
      })),
    copy: async (id, store, standard) => {
      const one = (await described()).find((sample) => sample.id === id);
      if (one === undefined) throw new Refusal(404, 'no-such-sample', '没有这个样例。');
      const agencyProfile = one.agency === undefined ? undefined : await profile(folder, one.agency, dictionary);
      const added = await addCase(store, { name: one.title, standard, agencyProfile });
      const papers = path.join(folder, 'files', one.id);
      for (const name of (await filesUnder(papers)).sort()) {
        await addFile(store, added, name, createReadStream(path.join(papers, name)), fileLimit);
      }
      return added;
    },
  };
}

/** The profile a sample names; only its file name counts, so that no description can point elsewhere. */
async function profile(folder: string, named: string, dictionary: Dictionary): Promise<AgencyProfile> {
  const file = path.join(folder, 'agencies', path.basename(named));
  const accepted = acceptAgency(readSource(file, await readFile(file, 'utf8')).value, dictionary);
  if ('agency' in accepted) return accepted.agency;
  const words = accepted.problems.map(({ field, message }) => `${field}：${message}`).join('；');
  throw new Error(`agency profile ${path.basename(file)}: ${words}`);
}

/** Paths within the folder, with `/`, of all that belongs to the case itself. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => name !== 'case.json' && name !== 'expected.txt');
}

async function namesIn(folder: string): Promise<string[]> {
  return (await absentAsNull(readdir(folder))) ?? [];
}

function textOrNull(file: string): Promise<string | null> {
  return absentAsNull(readFile(file, 'utf8'));
}

async function absentAsNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
