import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildCalendar, type WorkCalendar, type YearCalendar } from '../packages/core/src/kernel/calendar.ts';
import { dayNumber } from '../packages/core/src/kernel/day.ts';
import { assemble, describe as describeCase } from '../samples/build/assemble.ts';
import { cases } from '../samples/build/cases/index.ts';
import type { CaseData } from '../samples/build/model.ts';
import { creditCodeCheck, grouped, hanDate, longDate } from '../samples/build/numbers.ts';

const root = path.dirname(import.meta.dirname);
const filesFolder = path.join(root, 'samples/files');
const pdfAssets = path.join(root, 'node_modules/pdfjs-dist');

/** Text of each page, white space and the radicals of browser-printed PDFs folded away. */
type Pages = readonly string[];
const texts = new Map<string, ReadonlyMap<string, Pages>>();
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2e80-\u2eff]/g, (char) => unified.charAt(supplement.indexOf(char)) || char)
    .replace(/\s+/g, '');
/** Radicals that NFKC leaves alone (EquivalentUnifiedIdeograph of Unicode), as far as Noto fonts print them. */
const supplement = '⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳';
const unified = '母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟';

beforeAll(async () => {
  for (const data of cases) {
    const folder = path.join(filesFolder, data.id);
    const read = new Map<string, Pages>();
    for (const name of readdirSync(folder).sort()) {
      const bytes = readFileSync(path.join(folder, name));
      if (name.endsWith('.pdf')) read.set(name, await pdfPages(bytes));
      if (name.endsWith('.docx')) read.set(name, docxPages(bytes));
    }
    texts.set(data.id, read);
  }
}, 180_000);

const whole = (id: string): string => [...(texts.get(id)?.values() ?? [])].flat().join('');

describe.each(cases.map((data) => [data.id, data] as const))('%s', (id, data) => {
  test('its files are what the builder describes', () => {
    const about: unknown = JSON.parse(readFileSync(path.join(filesFolder, id, 'case.json'), 'utf8'));
    expect(about).toEqual(JSON.parse(JSON.stringify(describeCase(assemble(data)))));
    const pages = [...(texts.get(id)?.values() ?? [])].flat().length;
    expect(pages).toBe(assemble(data).papers.reduce((sum, one) => sum + one.pages.length, 0));
    expect(pages).toBeGreaterThanOrEqual(18);
    expect(pages).toBeLessThanOrEqual(40);
  });

  test('the title of every paper stands on the first of its pages', () => {
    const pages = [...(texts.get(id)?.values() ?? [])].flat();
    for (const { paper, first } of assemble(data).papers) {
      const title = fold(paper.title.replace(/（(?!限期|方式|勘察|听证).*$/, ''));
      expect(pages[first - 1], `${paper.title} on page ${first}`).toContain(title);
    }
  });

  test('the truth facts stand in the text', () => {
    const text = whole(id);
    const facts = describeCase(assemble(data)) as { facts: Record<string, string | number | string[]> };
    const missing = Object.entries(facts.facts).filter(
      ([name, value]) =>
        name !== 'party.kind' &&
        [value].flat().some((each) => !spellings(name, each).some((one) => text.includes(fold(one)))),
    );
    expect(missing).toEqual([]);
  });

  test('what is told of credit codes and identity numbers passes its checksum', () => {
    const codes = whole(id).match(/9[123]99\d{4}[0-9A-Z]{10}/g) ?? [];
    for (const code of codes) expect(creditCodeCheck(code.slice(0, 17)), code).toBe(code[17]);
    if (data.party.kind !== 'natural-person') expect(codes.length).toBeGreaterThan(3);
    const numbers = whole(id).match(/99\d{4}(?:19|20)\d{9}[\dX]/g) ?? [];
    for (const number of numbers) expect(identityRemainder(number), number).toBe(1);
    expect(numbers.length).toBeGreaterThan(0);
  });

  test('every procedural act falls on a working day of its year', () => {
    const resting = actDays(data).filter(([, day]) => calendar.isWorkingDay(number(day)) !== true);
    expect(resting).toEqual([]);
  });

  test('periods are kept, but for those planted as broken', () => {
    const planted = data.planted.map((one) => one.what).join('\n');
    expect(brokenPeriods(data)).toEqual(
      Object.keys(plantedWords).filter((name) => planted.includes(plantedWords[name] ?? name)),
    );
  });
});

test('the checksum is that of GB 32100', () => {
  expect(creditCodeCheck('91350100M000100Y4')).toBe('3'); // the example of the standard
  expect(creditCodeCheck('91350100M000100Y5')).not.toBe('3');
});

test('the two forms of PDF and the two forms of folder are there', () => {
  expect(new Set(cases.map((data) => data.form))).toEqual(new Set(['pdf', 'office-pdf', 'docx', 'pdfs']));
  expect(cases.length).toBeGreaterThanOrEqual(8);
});

const calendar: WorkCalendar = buildCalendar(
  readdirSync(path.join(root, 'rules/calendars')).map(
    (name) => parse(readFileSync(path.join(root, 'rules/calendars', name), 'utf8')) as YearCalendar,
  ),
);

function number(day: string): number {
  const found = dayNumber(day);
  if (found === null) throw new Error(`no such day: ${day}`);
  return found;
}

const workingDays = (from: string, to: string): number => calendar.workingDaysBetween(number(from), number(to)) ?? -1;

function actDays(data: CaseData): [string, string][] {
  const { hearing, response, preservation, confiscated } = data;
  const all: [string, string | undefined][] = [
    ['found', data.source.foundOn],
    ['proposed', data.filing.proposedOn],
    ['filed', data.filing.approvedOn],
    ['inspected', data.inspection.date],
    ...data.inquiries.map((one): [string, string] => ['inquiry', one.date]),
    ...data.evidence.map((one): [string, string] => [one.name, one.obtainedOn]),
    ['preservation handled', preservation?.handledOn],
    ['corrected', data.correction.date],
    ['report', data.investigation.date],
    ['sent to review', data.review?.submittedOn],
    ['reviewed', data.review?.date],
    ['notice', data.notice.date],
    ['notice served', data.notice.servedOn],
    ['answer', response.kind === 'silent' ? undefined : response.date],
    ['answer weighed', response.kind === 'statement' ? response.reviewedOn : undefined],
    ['hearing asked', hearing?.requestedOn],
    ['hearing notified', hearing?.noticeServedOn],
    ['hearing', hearing?.heldOn],
    ['hearing report', hearing?.reportOn],
    ['discussed', data.discussion?.date],
    ['approved', data.approval.date],
    ['decided', data.decision.date],
    ['decision served', data.decision.servedOn],
    ['disposed', confiscated?.disposedOn],
    ['published', data.publication?.date],
    ['paid', data.payment?.date],
    ['closing proposed', data.closing.proposedOn],
    ['closed', data.closing.date],
    ['archived', data.archivedOn],
  ];
  return all.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** The words by which `planted` names each period. */
const plantedWords: Readonly<Record<string, string>> = {
  decision: '超过九十日',
  preservation: '超过七日。',
  defence: '就作出决定',
  service: '才送达',
  publication: '才公示',
};
plantedWordsOf(plantedWords);

function plantedWordsOf(words: Readonly<Record<string, string>>): void {
  if (new Set(Object.values(words)).size !== Object.keys(words).length)
    throw new Error('two periods share their words');
}

function brokenPeriods(data: CaseData): string[] {
  const { decision, notice, preservation, publication, hearing, payment } = data;
  const told = notice.days === '三日' ? 3 : 5;
  const broken: Record<string, boolean> = {
    decision: number(decision.date) - number(data.filing.approvedOn) > 90,
    preservation: preservation !== undefined && workingDays(preservation.date, preservation.handledOn) > 7,
    defence: data.response.kind !== 'waiver' && workingDays(notice.servedOn, decision.date) <= told,
    service: workingDays(decision.date, decision.servedOn) > 7,
    publication: publication !== undefined && workingDays(decision.date, publication.date) > 7,
    hearing:
      hearing !== undefined &&
      (workingDays(notice.servedOn, hearing.requestedOn) > 5 ||
        workingDays(hearing.noticeServedOn, hearing.heldOn) - 1 < 7),
    payment: payment !== undefined && number(payment.date) - number(decision.servedOn) > 15,
  };
  return Object.keys(broken).filter((name) => broken[name]);
}

function spellings(name: string, value: string | number): string[] {
  if (typeof value === 'string') {
    return /^\d{4}-\d\d-\d\d$/.test(value) ? [longDate(value), hanDate(value)] : [value.split('或者')[0] ?? value];
  }
  if (name === 'decision.review-days') return ['六十日'];
  if (name.startsWith('notice.') && name.endsWith('-days')) return [value === 3 ? '之日起三日内' : '之日起五日内'];
  if (name === 'decision.payment-days') return ['十五日'];
  if (name === 'decision.litigation-months') return [value === 3 ? '三个月' : '六个月'];
  return [grouped(value)];
}

function identityRemainder(id: string): number {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
  const sum = [...id].reduce(
    (total, one, index) => total + (one === 'X' ? 10 : Number(one)) * (weights[index] ?? 0),
    0,
  );
  return sum % 11;
}

async function pdfPages(bytes: Uint8Array): Promise<Pages> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${pdfAssets}/cmaps/`,
    standardFontDataUrl: `${pdfAssets}/standard_fonts/`,
    wasmUrl: `${pdfAssets}/wasm/`,
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let index = 1; index <= pdf.numPages; index += 1) {
    const content = await (await pdf.getPage(index)).getTextContent();
    pages.push(fold(content.items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await task.destroy();
  return pages;
}

/** Pages of a Word document of ours: its text, cut at the explicit page breaks. */
function docxPages(bytes: Buffer): Pages {
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    const packed = bytes.readUInt32LE(at + 18);
    const nameLength = bytes.readUInt16LE(at + 26);
    const start = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 30, at + 30 + nameLength) === 'word/document.xml') {
      const xml = inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8');
      return xml.split('<w:br w:type="page"/>').map((part) => fold(part.replace(/<[^>]*>/g, '')));
    }
    at = start + packed;
  }
  throw new Error('no word/document.xml');
}
