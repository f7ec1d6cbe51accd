import type { CaseDocument, DocumentPlace, UnreadPage } from '../record/types.ts';
import type { PageMark } from './marks.ts';
import type { Extraction, FileNotice, FileText, PageText } from './types.ts';

/** Where a page of joined pictures lies in truth. */
interface Place {
  readonly file: string;
  readonly page: number;
  /** Nothing of its file was read. */
  readonly lost: boolean;
}

/** The files with those that are single sheets of one pile joined, and the ways there and back. */
export interface PictureRuns {
  readonly files: readonly FileText[];
  there(marks: readonly PageMark[]): readonly PageMark[];
  back(extraction: Extraction): Extraction;
}

/** The last figures of a name count the sheets: 扫描0012.jpg, IMG_20240520_093011.jpg, 立案审批表 (2).png. */
const NUMBERED = /^(.*?)(\d+)([^\d/]*)\.(?:jpe?g|png|tiff?|webp|bmp|gif|pdf)$/iu;

/**
 * Pictures of pages come as a file each, and a paper goes on from one to the next: those whose names differ only in their number are read as the
 * pages of one file, in the order of their numbers; so are scans of one page each in PDF. What was found is put back into the files it lies in.
 */
export function joinPictures(files: readonly FileText[]): PictureRuns {
  const runs = new Map<string, FileText[]>();
  for (const file of files) {
    const pile = pileOf(file);
    if (pile !== null) runs.set(pile, [...(runs.get(pile) ?? []), file]);
  }
  const places = new Map<string, readonly Place[]>();
  const taken = new Set<FileText>();
  const joined = new Map<FileText, FileText>();
  for (const run of runs.values()) {
    if (run.length < 2 || run.every(({ unreadable }) => unreadable !== undefined)) continue;
    const sheets = run.toSorted((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1));
    const [first] = sheets;
    if (first === undefined) continue;
    for (const file of run) taken.add(file);
    const pages = sheets.flatMap(pagesOf);
    places.set(
      first.name,
      pages.map(({ place }) => place),
    );
    joined.set(run[0] ?? first, {
      name: first.name,
      sha256: first.sha256,
      format: first.format,
      pages: pages.map(({ page }, index) => ({ ...page, number: index + 1 })),
      notices: [
        ...lackingIn(sheets),
        ...sheets.flatMap(({ notices = [], name }) =>
          notices.map((notice) => ({
            ...notice,
            page: pages.findIndex(({ place }) => place.file === name) + (notice.page ?? 1),
          })),
        ),
      ],
    });
  }
  if (places.size === 0) return { files, there: (marks) => marks, back: (extraction) => extraction };
  return {
    files: files.flatMap((file) => joined.get(file) ?? (taken.has(file) ? [] : [file])),
    there: (marks) => marks.map((mark) => ({ ...mark, ...joinedPlace(mark, places) })),
    back: (extraction) => ({
      documents: extraction.documents.map((document) => inFiles(document, places)),
      record: inFiles(extraction.record, places),
    }),
  };
}

/** Names that count sheets and nothing else: 012.jpg, 扫描/第 3 页.png; cameras count other pictures too. */
const COUNTING = /(?:^|\/)(?:第|页|图片?|扫描件?|page|p|scan)?[\s_-]*$/iu;
const mostLacking = 5;

/** What is said where the numbers of a pile begin behind 1 or leave some out: sheets may not have been put in. */
function lackingIn(sheets: readonly FileText[]): FileNotice[] {
  const [first] = sheets;
  const [, before = '', digits = ''] = NUMBERED.exec(first?.name ?? '') ?? [];
  if (first === undefined || !COUNTING.test(before) || digits.length > 4) return [];
  const there = new Set(sheets.map((file) => Number(numberOf(file))));
  const [from, to] = [Math.min(...there), Math.max(...there)];
  // Where many are left out they count something else: days, or the pictures of a camera.
  const few = to - from < there.size + mostLacking;
  const lacking = Array.from({ length: few ? to - from : 0 }, (_, at) => from + at).filter((one) => !there.has(one));
  const told = [
    ...(from > 1 ? [`从 ${digits} 开始`] : []),
    ...(lacking.length > 0 ? [`缺 ${lacking.map((one) => String(one).padStart(digits.length, '0')).join('、')}`] : []),
  ];
  if (told.length === 0) return [];
  const message = `各页图片的编号${told.join('，')}，可能有页没有放进来，请对照原件；卷内确实没有的，不必理会`;
  return [{ kind: 'other', page: 1, message }];
}

/** What the sheets of one pile have in common; null for what is no single sheet. */
function pileOf(file: FileText): string | null {
  const single = file.format === 'image' || (file.format === 'pdf' && isScannedSheet(file));
  const parts = single ? NUMBERED.exec(file.name) : null;
  return parts === null ? null : `${file.format} ${parts[1]}\n${parts[3]}`;
}

function isScannedSheet({ pages }: FileText): boolean {
  return pages.length === 1 && pages[0]?.source === 'scan';
}

/** The number in its name, so long that it compares as text. */
function numberOf(file: FileText): string {
  return (NUMBERED.exec(file.name)?.[2] ?? '').padStart(24, '0');
}

function pagesOf(file: FileText): { page: PageText; place: Place }[] {
  if (file.unreadable === undefined)
    return file.pages.map((page) => ({ page, place: { file: file.name, page: page.number, lost: false } }));
  const page: PageText = { number: 1, width: 0, height: 0, text: '', lines: [], unread: file.unreadable };
  return [{ page, place: { file: file.name, page: 1, lost: true } }];
}

function joinedPlace(
  { file, page }: { readonly file: string; readonly page: number },
  places: ReadonlyMap<string, readonly Place[]>,
): { file: string; page: number } {
  for (const [name, own] of places) {
    const at = own.findIndex((place) => place.file === file && place.page === page);
    if (at >= 0) return { file: name, page: at + 1 };
  }
  return { file, page };
}

/** The same with every place of joined pictures, however deep, told as that of its own file. */
function inFiles<T>(found: T, places: ReadonlyMap<string, readonly Place[]>, known = new Map<object, unknown>()): T {
  if (typeof found !== 'object' || found === null) return found;
  const before = known.get(found);
  if (before !== undefined) return before as T;
  if (Array.isArray(found)) {
    const list = found.map((one) => inFiles(one, places, known));
    known.set(found, list);
    return list as T;
  }
  const inner = Object.fromEntries(Object.entries(found).map(([key, value]) => [key, inFiles(value, places, known)]));
  const moved = { ...inner, ...placeIn(found as Placed, places) };
  known.set(found, moved);
  return moved as T;
}

type Placed = Partial<Pick<UnreadPage, 'file' | 'page' | 'reason'> & Pick<CaseDocument, 'pages'>>;

function placeIn(found: Placed, places: ReadonlyMap<string, readonly Place[]>): Partial<CaseDocument & UnreadPage> {
  const own = typeof found.file === 'string' ? places.get(found.file) : undefined;
  if (own === undefined) return {};
  if (Array.isArray(found.pages)) {
    const [first, ...also] = byFile(own.slice((found.pages[0] ?? 1) - 1, found.pages[1]));
    return first === undefined ? {} : { ...first, ...(also.length === 0 ? {} : { also }) };
  }
  const place = own[(found.page ?? 1) - 1];
  if (place === undefined) return {};
  return { file: place.file, page: place.lost && found.reason !== undefined ? null : place.page };
}

function byFile(places: readonly Place[]): DocumentPlace[] {
  const files = [...new Set(places.map(({ file }) => file))];
  return files.map((file) => {
    const pages = places.filter((place) => place.file === file).map(({ page }) => page);
    return { file, pages: [Math.min(...pages), Math.max(...pages)] };
  });
}
