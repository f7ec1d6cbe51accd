import {
  type CaseDocument,
  type CaseRecord,
  type Finding,
  gapsOf,
  placeOf,
  type UnreadPage,
  unreadPage,
} from '@anjuan/core';
import type { Checker, Library } from './checker.ts';
import type { CaseDetail } from './contract/index.ts';
import { caseRow, type FileRow, filesOf, type ProgressOf, standardIn, summary } from './store/cases.ts';
import { marksOf } from './store/marks.ts';
import type { Store } from './store/open.ts';
import { currentOf } from './store/results.ts';
import { corrected, correctionsOf, rulingsOf } from './store/review.ts';

/** Everything the reading room shows of a case; throws a 404 when there is none. */
export async function detailOf(
  store: Store,
  id: string,
  { checker, library, progressOf }: { checker: Checker; library: Library; progressOf: ProgressOf },
): Promise<CaseDetail> {
  const row = await caseRow(store, id);
  const files = await filesOf(store, id);
  const current = await currentOf(store, row);
  const corrections = await correctionsOf(store, id);
  const findings = current?.judged.findings ?? [];
  const record = current === null ? null : corrected(current.extraction.record, corrections);
  return {
    summary: await summary(store, id, progressOf),
    files: files.map((file) => ({
      id: file.sha256,
      name: file.name,
      format: file.format as CaseDetail['files'][number]['format'],
      pages: file.pages,
      size: Number(file.size),
      sha256: file.sha256,
      unreadable: file.unreadable ?? file.refused,
      locked: file.locked === 1,
    })),
    documents: (current?.extraction.documents ?? []).map((document) => ({
      ...plain(document),
      facts: Object.keys(document.facts).length,
      findings: findingsIn(document, findings),
    })),
    record: record === null ? null : shownRecord(record),
    findings,
    score: current?.score ?? null,
    rulings: await rulingsOf(store, id),
    corrections,
    marks: await marksOf(store, id),
    timeline: current?.judged.timeline ?? null,
    pack: current?.judged.pack ?? { ...checker.pack, chain: [], why: '' },
    standard: {
      ...standardIn(row.standard),
      title: library.standard(row.standard)?.standard.title ?? current?.score?.title ?? row.standard,
    },
    asOf: current?.asOf ?? null,
    notChecked: current?.judged.notChecked ?? [],
    blocking:
      current === null || record === null
        ? await lostIn(store, files)
        : checker.blocking(record, findings, current.judged.pack).map((gap) => ({ ...gap, place: placeOf(gap) })),
    changed: current?.changed ?? null,
  };
}

/** What stands in the way of a case of which nothing was read: files, and pages of files. */
async function lostIn(store: Store, files: readonly FileRow[]): Promise<CaseDetail['blocking']> {
  const unread: UnreadPage[] = [];
  for (const { name, sha256, unreadable, refused, pages } of files) {
    const reason = unreadable ?? refused;
    if (reason !== null) unread.push({ file: name, page: null, reason });
    else if ((pages ?? 0) > 0)
      for (const page of (await store.blobs.pages(sha256)) ?? [])
        if (page.unread !== undefined) unread.push(unreadPage(name, page, page.unread));
  }
  return gapsOf(unread).map((gap) => ({ ...gap, place: placeOf(gap), findings: [] }));
}

/** The facts of each paper alone stay in the store: the record has them, linked. */
function shownRecord(record: CaseRecord): CaseRecord {
  return { ...record, documents: record.documents.map(plain) };
}

function plain({ id, kind, title, file, pages, also }: CaseDocument): CaseDocument {
  return { id, kind, title, file, pages, ...(also === undefined ? {} : { also }) };
}

/** Findings a reviewer would open this paper for: what fails, cannot be told or crashed and points into it. */
function findingsIn(document: CaseDocument, findings: readonly Finding[]): number {
  return findings.filter(
    (finding) =>
      finding.outcome !== 'pass' &&
      finding.outcome !== 'not-applicable' &&
      finding.anchors.some((anchor) => anchor.document === document.id),
  ).length;
}
