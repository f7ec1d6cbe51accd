import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseRecord, Fact, FileText, Finding, Pack, RuleBook } from '@anjuan/core';
import { rulesFolder } from '@anjuan/core/node';
import type { Checker, Library, Original } from '../checker.ts';
import type { Ruling, ScoreResult, StandardDetail, Timeline } from '../contract/index.ts';
import type { LawLibrary } from '../law.ts';
import { Refusal } from '../problems.ts';
import { type ReportShelf, shelfOf } from '../reports/shelf.ts';
import type { SampleShelf } from '../samples.ts';
import { heldValue } from '../store/digest.ts';

/*
 * A checker for tests of the server alone. It really reads the stored bytes: UTF-8 text, a form feed between pages, `path=value` lines are facts;
 * a file that starts with `!` is unreadable, `PK` an
 * archive of `name|content` lines, `hold` waits until released, `crash` throws. One rule: the decision within 90 days.
 */

export interface FakeChecker extends Checker {
  /** Files read so far, by name. */
  readonly seen: string[];
  release(): void;
}

export function fakeChecker(): FakeChecker {
  const seen: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    pack: { id: 'test', hash: 'a'.repeat(64) },
    dictionary: new Map(),
    recordSchema: {},
    ocr: false,
    seen,
    release: () => release(),
    async unpack(path) {
      const text = await readFile(path, 'utf8');
      if (!text.startsWith('PK')) return null;
      const folder = await mkdtemp(join(tmpdir(), 'anjuan-fake-'));
      const files = [];
      for (const [index, line] of text.split('\n').slice(1).entries()) {
        const [name = '', content = ''] = line.split('|');
        const place = join(folder, String(index));
        await writeFile(place, content);
        const refused = content === 'link' ? { refused: '压缩包中的此项是链接，未读取' } : {};
        files.push({ name, path: place, size: content.length, ...refused });
      }
      return { files, dispose: () => rm(folder, { recursive: true }) };
    },
    async read(files, signal, onProgress) {
      const texts: FileText[] = [];
      for (const [index, file] of files.entries()) {
        texts.push(await readOne(file, signal, released));
        seen.push(file.name);
        onProgress(index + 1, files.length);
      }
      return texts;
    },
    draw: async () => ({ width: 210, height: 297, items: [], images: {} }),
    picture: async () => new Uint8Array([0xff, 0xd8, 0xff]),
    kindProblem: (kind) => (kind.includes('-') ? null : `没有“${kind}”这种文书。`),
    async extract(files, id, _signal, marks) {
      const documents = files.map((file, index) => ({
        id: `d${index + 1}`,
        kind: marks.find((mark) => mark.file === file.name && mark.page === 1)?.kind ?? 'unknown',
        title: file.name,
        file: file.name,
        pages: [1, Math.max(1, file.pages.length)] as const,
        confidence: 1,
        facts: factsOf([file]),
      }));
      return { documents, record: { id, complete: true, facts: factsOf(files), documents } };
    },
    judge: (record) => ({
      findings: [deadline(record)],
      notChecked: [],
      timeline: timelineOf(record),
      pack: { id: 'test', hash: 'a'.repeat(64), chain: [{ id: 'test', title: '试验' }], why: '试验' },
    }),
    score: (standard, _record, findings, rulings) => scoreOf(standard, findings, rulings),
    rulingProblem: (_score, { points }) => (((points ?? 0) * 1000) % 10 === 0 ? null : '分值最多两位小数'),
    agency: (profile) =>
      Object.keys(profile as object).includes('bad')
        ? { problems: [{ field: 'bad', message: '没有这一项' }] }
        : { agency: {} },
    agencyLists: async (_place, name) => ({ profile: { name }, mapping: [], problems: [] }),
    factProblem: (path, value) =>
      path.endsWith('.date') && !/^\d{4}-\d{2}-\d{2}$/u.test(String(value)) ? `“${path}”应为日期。` : null,
    blocking: () => [],
    report: ({ name, score }, format) =>
      format === 'json' ? JSON.stringify({ name, score }) : `${name} ${score?.total}`,
    close: async () => {},
  };
}

async function readOne(file: Original, signal: AbortSignal, released: Promise<void>): Promise<FileText> {
  if (file.refused !== undefined) {
    return { name: file.name, sha256: '', format: 'txt', pages: [], unreadable: file.refused };
  }
  const text = await readFile(file.path, 'utf8');
  signal.throwIfAborted();
  if (text.includes('crash')) throw new Error('the parser fell over');
  if (text.includes('hold')) {
    await Promise.race([
      released,
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
    ]);
    signal.throwIfAborted();
  }
  const head = { name: file.name, sha256: file.sha256, format: 'txt' } as const;
  if (text.startsWith('!')) return { ...head, pages: [], unreadable: '文件已加密，需要密码。' };
  const pages = text
    .split('\f')
    .map((page, index) => ({ number: index + 1, width: 0, height: 0, text: page, lines: [] }));
  return { ...head, pages };
}

function factsOf(files: readonly FileText[]): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const file of files) {
    for (const page of file.pages) {
      for (const [, path = '', value = ''] of page.text.matchAll(/^([\w.-]+)=(.*)$/gmu)) {
        const anchor = { document: 'd1', file: file.name, page: page.number, quote: value, range: null, box: null };
        facts[path] = { value, anchors: [anchor], origin: 'extracted', confidence: 0.9 };
      }
    }
  }
  return facts;
}

function deadline(record: CaseRecord): Finding {
  const from = heldValue(record.facts['filing.date']);
  const to = heldValue(record.facts['decision.date']);
  const days = from === null || to === null ? null : (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
  const outcome = days === null ? 'cannot-tell' : days > 90 ? 'fail' : 'pass';
  const fact = record.facts['decision.date'] as Fact | undefined;
  return {
    rule: 'T-1',
    title: '九十日内作出决定',
    outcome,
    severity: 'serious',
    subject: null,
    message: days === null ? '缺少日期。' : `用时 ${days} 日。`,
    basis: [{ law: 'cn.apl', lawTitle: '行政处罚法', article: 60, paragraph: null, item: null, says: '九十日内' }],
    advice: '说明情况。',
    curable: 'explain',
    anchors: fact?.anchors ?? [],
    trace: null,
    version: { from: '2021-07-15', to: null },
    key: 'T-1',
  };
}

function timelineOf(record: CaseRecord): Timeline {
  const day = heldValue(record.facts['filing.date']);
  return {
    steps: [
      {
        id: 'filing',
        label: '立案',
        day: day === null ? null : String(day),
        state: day === null ? 'missing' : 'done',
        anchors: [],
        findings: [],
      },
    ],
    periods: [],
    from: day === null ? null : String(day),
    to: day === null ? null : String(day),
  };
}

function scoreOf(named: string, findings: readonly Finding[], rulings: readonly Ruling[]): ScoreResult {
  const standard = named.replace(/@1$/u, '');
  const overruled = rulings.some((ruling) => ruling.item === 'A1' && ruling.verdict === 'overruled');
  const failed = findings.some((finding) => finding.outcome === 'fail') && !overruled;
  const open = findings.some((finding) => finding.outcome === 'cannot-tell');
  const weight = standard === 'test-b' ? 20 : 10;
  const total = 100 - (failed ? weight : 0);
  return {
    standard,
    edition: '1',
    hash: '0'.repeat(64),
    title: '测试标准',
    sheet: 'all',
    sheetTitle: '全部',
    scored: true,
    total,
    max: 100,
    pending: open ? weight : 0,
    low: total - (open ? weight : 0),
    high: total,
    grade: null,
    possibleGrades: [],
    veto: [],
    openVetoes: [],
    items: [
      {
        id: 'A1',
        section: '期限',
        title: '按期作出决定',
        kind: 'deduct',
        full: weight,
        state: open ? 'pending' : failed ? 'deducted' : 'full',
        deducted: failed ? weight : 0,
        effect: null,
        atStake: open ? weight : 0,
        mode: 'automatic',
        question: null,
        look: [],
        permitted: null,
        findings: findings.map((finding) => finding.key),
        charged: failed ? [{ finding: 'T-1', points: weight }] : [],
        reasons: [],
      },
    ],
    waterfall: [{ label: '满分', item: '', points: 100, running: 100, kind: 'full' }],
  };
}

export const fakeLibrary: Library = {
  defaultStandard: 'test-a',
  rules: () => [],
  rule: () => null,
  standards: () => ['test-a', 'test-b'].map((id) => standardOf(id).standard),
  standard: (name) => {
    const id = name.replace(/@1$/u, '');
    return id === 'test-a' || id === 'test-b' ? standardOf(id) : null;
  },
  diff: (from, to) => ({ from, to, sheets: [] }),
  names: () => ({ facts: [], kinds: [] }),
};

function standardOf(id: string): StandardDetail {
  return {
    standard: {
      id,
      edition: '1',
      title: '测试标准',
      issuer: '',
      year: '',
      from: null,
      to: null,
      note: '',
      excerpt: false,
      supplement: false,
      hash: '0'.repeat(64),
      items: 0,
      automatic: 0,
      assisted: 0,
      byHand: 0,
      sheets: [],
    },
    items: [],
  };
}

export const noSamples: SampleShelf = {
  list: async () => [],
  copy: async () => {
    throw new Refusal(404, 'no-such-sample', '没有这个样例。');
  },
};

/** No law to look up. */
export const noLaw: LawLibrary = {
  coverage: () => ({ requirements: [], types: [] }),
  laws: async () => [],
  article: async () => null,
  days: () => {
    throw new Error('the fake counts no days');
  },
};

/** Classes, indicators and phrases of the project, beside the one fake rule. */
export const fakeReports: ReportShelf = shelfOf(
  {
    reports: new Map(
      ['classes', 'indicators', 'phrases'].map((name) => [
        `reports/${name}.yaml`,
        readFileSync(join(rulesFolder, 'reports', `${name}.yaml`), 'utf8'),
      ]),
    ),
    pack: { rules: [] } as unknown as Pack,
    shelf: { resolve: () => ({ pack: { rules: [] } }) } as unknown as RuleBook['shelf'],
  },
  [],
);
