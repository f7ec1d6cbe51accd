import { foldName } from '../../kernel/names.ts';
import type { Fact, ListItem } from '../../record/types.ts';
import { wholeNames } from '../papers/blocks.ts';
import type { ExtractedDocument } from '../types.ts';

/** Papers that repeat what a decision imposed. */
const retelling: ReadonlySet<string> = new Set(['publication-record', 'daily-penalty-decision']);

/** Lists of all documents put together: every record, service, piece of evidence; officers one entry a person. */
export function gatherLists(documents: readonly ExtractedDocument[]): Record<string, Fact> {
  const lists = new Map<string, ListItem[]>();
  // What is published of a decision counts where the decision itself is not there.
  const published = documents.filter(({ kind }) => retelling.has(kind));
  for (const document of [...documents.filter((one) => !published.includes(one)), ...published]) {
    for (const [path, fact] of Object.entries(document.facts)) {
      if (!path.endsWith('[]') || !Array.isArray(fact.value)) continue;
      // A notice for the hearing may repeat what the notice says; the first paper that lists the thing counts.
      if (/^(?:decision|notice)\./u.test(path) && lists.has(path)) continue;
      lists.set(path, [...(lists.get(path) ?? []), ...(fact.value as readonly ListItem[])]);
    }
  }
  const services = lists.get('services[]');
  if (services !== undefined) lists.set('services[]', wholeNumbers(services, documents));
  const officers = officersOf(lists);
  if (officers.length > 0) lists.set('officers[]', officers);
  return Object.fromEntries(
    [...lists].map(([path, items]): [string, Fact] => [
      path,
      {
        value: items,
        anchors: items.flatMap((item) => item.anchors ?? []).slice(0, 12),
        origin: 'extracted',
        confidence: 0.9,
      },
    ]),
  );
}

/** 急罚〔2025〕7号 on a receipt whose narrow cell cut the number of the paper served: the number as that paper prints it. */
function wholeNumbers(services: readonly ListItem[], documents: readonly ExtractedDocument[]): ListItem[] {
  const numbers = documents.flatMap((document) =>
    Object.entries(document.facts).flatMap(([path, { value }]) =>
      path.endsWith('number') && typeof value === 'string' ? [{ kind: document.kind, value }] : [],
    ),
  );
  return services.map((item) => {
    const { number } = item;
    if (typeof number !== 'string') return item;
    const whole = numbers.find(
      ({ kind, value }) => kind === item.document && value.length > number.length && value.endsWith(number),
    );
    return whole === undefined ? item : { ...item, number: whole.value };
  });
}

/** Everybody who acted as an officer, with the certificate named beside the name, and the first day of acting. */
function officersOf(lists: ReadonlyMap<string, readonly ListItem[]>): ListItem[] {
  const people = new Map<string, { name: string; certificate: string | null; on: string | null; item: ListItem }>();
  const add = (name: string, certificate: string | null, on: string | null, item: ListItem): void => {
    const key = foldName(name);
    const known = people.get(key);
    if (known === undefined) people.set(key, { name, certificate, on, item });
    else {
      known.certificate ??= certificate;
      if (on !== null && (known.on === null || on < known.on)) known.on = on;
    }
  };
  for (const path of ['inspections[]', 'inquiries[]']) {
    for (const item of lists.get(path) ?? []) {
      const names = texts(item.officers);
      const certificates = texts(item.certificates);
      const paired = names.length === certificates.length;
      names.forEach((name, index) => {
        add(
          name,
          paired ? (certificates[index] ?? null) : null,
          typeof item.date === 'string' ? item.date : null,
          item,
        );
      });
    }
  }
  for (const item of lists.get('officers[]') ?? []) {
    add(
      String(item.name),
      typeof item.certificate === 'string' ? item.certificate : null,
      typeof item.on === 'string' ? item.on : null,
      item,
    );
  }
  const whole = new Set(wholeNames([...people.values()].map((one) => one.name)));
  const kept = [...people.values()].filter((one) => one.certificate !== null || whole.has(one.name));
  return kept.map(({ name, certificate, on, item }) => ({
    name,
    ...(certificate === null ? {} : { certificate }),
    ...(on === null ? {} : { on }),
    anchors: item.anchors ?? [],
    origin: 'extracted',
    confidence: item.confidence ?? 0.85,
  }));
}

function texts(value: ListItem[string]): readonly string[] {
  return Array.isArray(value)
    ? (value as readonly unknown[]).filter((one): one is string => typeof one === 'string')
    : [];
}
