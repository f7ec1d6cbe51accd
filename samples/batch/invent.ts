import type { CaseResult, Finding, RuleBook, ScoreResult } from '@anjuan/core';

/** Counts up reproducibly: mulberry32. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const units = [
  ['清源县市场监督管理局', '清市监罚'],
  ['清源县综合行政执法局', '清综执罚'],
  ['临江市生态环境局清源分局', '临清环罚'],
  ['清源县交通运输局', '清交罚'],
  ['清源县卫生健康局', '清卫罚'],
  ['清源县农业农村局', '清农罚'],
  ['清源县应急管理局', '清应急罚'],
  ['清源县自然资源和规划局', '清自然资规罚'],
  ['清源县文化和广电旅游体育局（清源县文物局、清源县文化市场综合行政执法大队）', '清文广旅体罚'],
] as const;
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const given = ['建国', '小满', '致远', '伟', '晓燕', '志刚', '丽华', '明', '思雨', '国强'];

export interface Invention {
  readonly cases: number;
  readonly seed?: number;
  /** Share of files with points that wait for people, 0…1. */
  readonly pending?: number;
  /** Most problems of one file. */
  readonly most?: number;
  /** How many of the units take part. */
  readonly units?: number;
  readonly year?: number;
  readonly standard?: string;
}

/** Results of files that never were, as `anjuan check --out` writes them: the same wish gives the same results. */
export function* inventResults(book: Pick<RuleBook, 'pack'>, wish: Invention): Generator<CaseResult> {
  const roll = dice(wish.seed ?? 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
  const rules = book.pack.rules.filter((rule) => rule.status === 'active');
  const year = wish.year ?? 2026;
  const taking = units.slice(0, wish.units ?? units.length);
  for (let index = 0; index < wish.cases; index++) {
    const [agency, mark] = taking[Math.floor(roll() * roll() * taking.length)] as (typeof units)[number];
    const skill = 1 - taking.findIndex(([name]) => name === agency) / (taking.length * 1.5);
    const natural = roll() < 0.2;
    const person = pick(surnames) + pick(given);
    const party = natural
      ? person
      : `清源县${pick(surnames)}记${pick(['丰', '顺', '和', '泰'])}${index + 1}商贸有限公司`;
    const month = 1 + Math.floor(roll() * 6);
    const date = `${year}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(roll() * 28)).padStart(2, '0')}`;
    const officers = [0, 1].map(() => ({ name: pick(surnames) + pick(given), certificate: '33010000001' }));
    const file = `案卷${String(index + 1).padStart(4, '0')}.pdf`;
    const documents = [
      { id: 'd1', kind: 'penalty-decision', title: '行政处罚决定书', file, pages: [12, 14] as const },
      { id: 'd2', kind: 'inquiry-record', title: '询问笔录', file, pages: [6, 8] as const },
      { id: 'd3', kind: 'penalty-notice', title: '行政处罚告知书', file, pages: [9, 10] as const },
    ];
    const amount = Math.floor(roll() ** (1 + skill) * Math.min(wish.most ?? 9, rules.length));
    const failing = new Set<string>();
    while (failing.size < amount) failing.add(rules[Math.floor(roll() ** 2 * rules.length)]?.id ?? '');
    const findings: Finding[] = rules.map((rule): Finding => {
      const outcome = failing.has(rule.id)
        ? 'fail'
        : roll() < 0.03
          ? 'cannot-tell'
          : roll() < 0.25
            ? 'not-applicable'
            : 'pass';
      const document = pick(documents);
      const who = pick(officers).name;
      return {
        rule: rule.id,
        title: rule.title,
        outcome,
        severity: rule.severity,
        subject: null,
        message: outcome === 'fail' ? `${date}的${document.title}不符合“${rule.title}”的要求，承办人为${who}。` : '',
        basis: rule.basis,
        advice: rule.advice,
        curable: rule.curable,
        anchors:
          outcome === 'fail'
            ? [{ document: document.id, file, page: document.pages[0], quote: party, range: null, box: null }]
            : [],
        trace: null,
        version: null,
        key: rule.id,
      };
    });
    const lost = Math.min(
      60,
      [...failing].reduce((sum) => sum + 1 + Math.floor(roll() * 5), 0),
    );
    const open = roll() < (wish.pending ?? 0) ? 2 + Math.floor(roll() * 8) : 0;
    yield {
      format: 'anjuan-result/1',
      case: {
        id: `case-${index + 1}`,
        name: `${agency.slice(0, 3)}${index + 1}号卷`,
        type: roll() < 0.8 ? 'penalty' : roll() < 0.7 ? 'licence' : 'compulsory-measure',
        procedure: 'ordinary',
        agency,
        party,
        number: `${mark}〔${year}〕${index + 1}号`,
        date,
        documents,
      },
      pack: { id: book.pack.id, hash: book.pack.hash },
      asOf: `${year}-07-15`,
      standard: { id: wish.standard ?? 'county', title: '清源县行政执法案卷评查标准', sheet: 'ordinary' },
      score: scoreOf(100 - lost, open, failing, roll),
      findings,
      notChecked: [],
      facts: {
        'party.name': party,
        'party.kind': natural ? 'natural-person' : 'organisation',
        ...(natural ? { 'party.id-number': '330102198501011234', 'party.address': '清源县城关镇东门村3组12号' } : {}),
        'officers[]': officers,
        ...(roll() < 0.03 ? { 'transfer.date': date } : {}),
      },
      rules: Object.fromEntries(rules.map((rule) => [rule.id, { theme: rule.theme }])),
    };
  }
}

function scoreOf(total: number, open: number, failing: ReadonlySet<string>, roll: () => number): ScoreResult {
  const low = Math.max(0, total - open);
  const each = [...failing];
  const grade = (points: number) => (points >= 90 ? '优秀' : points >= 80 ? '良好' : points >= 60 ? '合格' : '不合格');
  const items = each.map((finding, index) => ({
    id: String(index + 1),
    section: '程序',
    title: `第${index + 1}项`,
    kind: 'deduct' as const,
    full: 5,
    state: 'deducted' as const,
    deducted: 1,
    effect: null,
    atStake: 0,
    mode: 'automatic' as const,
    question: null,
    look: [],
    permitted: null,
    findings: [finding],
    charged: [{ finding, points: 1 + Math.floor(roll() * 4) / 2 }],
    reasons: [],
  }));
  return {
    standard: 'county',
    title: '清源县行政执法案卷评查标准',
    edition: '2024',
    hash: 'a',
    sheet: 'ordinary',
    sheetTitle: '',
    scored: true,
    total,
    max: 100,
    pending: open,
    low,
    high: total,
    grade: grade(total),
    possibleGrades: [...new Set([grade(low), grade(total)])],
    veto: [],
    openVetoes: [],
    items,
    waterfall: [],
  };
}
