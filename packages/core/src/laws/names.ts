import { foldName } from '../kernel/names.ts';
import type { Law } from './types.ts';

const state = '中华人民共和国';

/** A title as it is compared: without 《》, spaces, the name of the state before it and notes of the year behind it (2021年修订). */
export function foldTitle(printed: string): string {
  let title = foldName(printed).replace(/[《》〈〉<>“”"]/gu, '');
  for (let turn = 0; turn < 3; turn++) {
    const open = title.endsWith(')') ? title.lastIndexOf('(') : -1;
    if (open <= 0 || !/\d{4}|修订|修正|修改|公布|版/u.test(title.slice(open))) break;
    title = title.slice(0, open);
  }
  return title.startsWith(state) ? title.slice(state.length) : title;
}

const indexes = new WeakMap<ReadonlyMap<string, Law>, ReadonlyMap<string, Law | null>>();

/** The law a printed title names: by its id, title, short title or alias; null when none, or more than one, has that name. */
export function lawNamed(laws: ReadonlyMap<string, Law>, printed: string): Law | null {
  let index = indexes.get(laws);
  if (index === undefined) {
    const names = new Map<string, Law | null>();
    for (const law of laws.values())
      for (const name of new Set([law.id, ...[law.title, law.short, ...law.aliases].map(foldTitle)]))
        names.set(name, names.has(name) ? null : law);
    index = names;
    indexes.set(laws, index);
  }
  return index.get(printed) ?? index.get(foldTitle(printed)) ?? null;
}

/** The version of a law in force on a day `YYYY-MM-DD`; null when none on file was. */
export function versionOn(law: Law, date: string): Law['versions'][number] | null {
  return law.versions.find((version) => version.from <= date && (version.to === null || date < version.to)) ?? null;
}

/** The day from which a law is repealed, when it is on that day; null while it is not, or where another version took its place under the same title. */
export function repealedOn(law: Law, date: string): string | null {
  const end = law.versions.at(-1)?.to ?? null;
  return law.successors.length > 0 && end !== null && date >= end ? end : null;
}
