import { type Dictionary, plainLabel } from '../../record/dictionary.ts';
import { fold } from '../normalise.ts';

/** What a column of a ledger (台账) is taken to hold. */
export interface LedgerColumn {
  /** The heading as it stands. */
  readonly heading: string;
  /** Path of the dictionary of facts, `id` for what names the case; null: the column is not used. */
  readonly path: string | null;
  /** `named`: the heading is the fact's own or a known name for it; `alike`: it holds such a name; `person`: somebody said so. */
  readonly by: 'named' | 'alike' | 'person' | null;
}

/** Where the rows of a ledger are, and what its columns hold. */
export interface LedgerHead {
  /** 0-based row of the headings. */
  readonly row: number;
  readonly columns: readonly LedgerColumn[];
}

/** Other headings ledgers use, by the fact they hold. */
const headings: Readonly<Record<string, readonly string[]>> = {
  id: ['案号', '案件编号', '案件号', '编号', '案卷号', '案卷编号', '卷号'],
  'case.type': ['案件类型', '执法类别', '案件类别', '行政行为类型'],
  'case.procedure': ['适用程序', '程序', '办案程序', '程序类型'],
  'case.cause': ['案由', '案件名称', '案件', '违法行为', '违法事由', '案件事由'],
  'case.source': ['案件来源', '线索来源', '案源'],
  'case.found-on': ['发现日期', '发现时间', '线索日期', '案发日期'],
  'party.name': [
    '当事人',
    '当事人名称',
    '当事人姓名',
    '当事人姓名或名称',
    '相对人',
    '行政相对人',
    '行政相对人名称',
    '被处罚人',
    '被处罚单位',
    '处罚对象',
    '企业名称',
    '单位名称',
    '名称',
    '姓名',
  ],
  'party.kind': ['当事人类型', '相对人类别', '行政相对人类别', '当事人性质'],
  'party.code': ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '行政相对人代码'],
  'party.id-number': ['身份证号', '身份证号码', '证件号码', '公民身份号码'],
  'party.address': ['地址', '住址', '住所', '当事人地址', '经营地址', '注册地址'],
  'party.representative': ['法定代表人', '负责人', '法人代表', '经营者'],
  'filing.date': ['立案日期', '立案时间', '立案审批日期', '立案日', '立案批准日期', '批准立案日期'],
  'filing.handlers': ['承办人', '办案人员', '执法人员', '主办人员', '承办人员'],
  'legal-review.date': ['法制审核日期', '法制审核时间', '法审日期'],
  'notice.number': ['告知书文号', '告知文号', '处罚告知书文号'],
  'notice.date': ['告知日期', '告知时间', '告知书日期', '处罚告知日期'],
  'notice.served-on': ['告知送达日期', '告知书送达日期', '告知书送达时间'],
  'notice.fine': ['拟罚款', '告知罚款金额', '拟罚款金额', '告知的罚款数额'],
  'hearing.requested-on': ['申请听证日期', '要求听证日期'],
  'hearing.notified-on': ['听证通知日期', '通知听证日期'],
  'hearing.held-on': ['听证日期', '听证时间', '听证举行日期'],
  'legal-review.submitted-on': ['送审日期', '送审时间'],
  'discussion.date': ['集体讨论日期', '集体讨论时间', '集体审议日期'],
  'decision.number': [
    '决定书文号',
    '处罚决定书文号',
    '行政处罚决定书文号',
    '处罚文号',
    '文号',
    '文书号',
    '决定书编号',
    '处罚决定书编号',
    '行政处罚决定文书号',
  ],
  'decision.date': [
    '处罚日期',
    '处罚决定日期',
    '决定日期',
    '处罚时间',
    '处罚决定书日期',
    '作出处罚决定日期',
    '行政处罚日期',
    '作出决定日期',
  ],
  'decision.agency': [
    ...['处罚机关', '执法机关', '作出机关', '处罚单位', '执法单位', '办案机构', '办案单位', '机关名称', '执法主体'],
  ],
  'decision.fine': ['罚款', '罚款金额', '处罚金额', '罚款数额', '罚款额', '罚金'],
  'decision.confiscated-gains': ['没收违法所得', '没收违法所得金额', '没收金额'],
  'decision.served-on': ['送达日期', '决定书送达日期', '处罚决定书送达日期', '送达时间'],
  'publication.date': ['公示日期', '公开日期', '处罚公示日期', '公示时间'],
  'closing.date': ['结案日期', '结案时间', '结案日'],
  'payment.date': ['缴款日期', '缴纳日期', '缴款时间', '缴费日期'],
  'surcharge.amount': ['加处罚款', '加处罚款金额', '加处金额'],
  'surcharge.days': ['逾期天数', '逾期日数', '加处罚款天数'],
  'preservation.date': ['登记保存日期', '先行登记保存时间'],
  'preservation.handled-on': ['登记保存处理日期', '先行登记保存处理日期'],
  'measure.kind': ['强制措施种类', '强制措施类型', '措施种类'],
  'measure.date': ['查封扣押日期', '查封、扣押日期', '强制措施日期'],
  'measure.lifted-on': ['解除查封扣押日期', '解除强制措施时间'],
  'urging.date': ['催告日期', '催告时间'],
  'urging.served-on': ['催告书送达时间', '催告送达日期'],
  'enforcement.applied-on': ['申请强制执行日期', '申请执行日期', '申请法院执行日期', '强制执行申请日期'],
  'acceptance.date': ['受理日期', '受理时间'],
  'application.date': ['申请日期', '许可申请时间'],
};

/** Rows among which the headings are looked for: titles and notes stand above them. */
const headRows = 12;
/** A table with fewer columns understood is no ledger. */
const fewest = 3;

/** The headings of a table and what they hold; null when it is no ledger: too few of its headings are known. */
export function readHead(rows: readonly (readonly string[])[], dictionary: Dictionary): LedgerHead | null {
  let best: LedgerHead | null = null;
  let most = fewest - 1;
  for (let row = 0; row < Math.min(headRows, rows.length); row++) {
    const columns = guess(rows[row] ?? [], dictionary);
    const known = columns.filter((column) => column.path !== null).length;
    if (known <= most) continue;
    best = { row, columns };
    most = known;
  }
  return best !== null && isTold(best.columns) ? best : null;
}

/** Whether the headings name what tells a case from others. */
function isTold(columns: readonly LedgerColumn[]): boolean {
  return columns.some(({ path }) => path !== null && telling.has(path));
}

const telling: ReadonlySet<string> = new Set(['party.name', 'decision.number', 'case.cause', 'id']);

/** Where the headings of a table seem to stand that {@link readHead} makes nothing of, for a person to say what they are; null where no row has two. */
export function unknownHead(rows: readonly (readonly string[])[], dictionary: Dictionary): LedgerHead | null {
  const filled = rows.slice(0, headRows).map((row) => row.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(0, ...filled);
  const row = filled.indexOf(most);
  return most < 2 ? null : { row, columns: guess(rows[row] ?? [], dictionary) };
}

/** The same head with what a person said of its columns, by their headings; null leaves a column out. */
export function withMapping(head: LedgerHead, mapping: Readonly<Record<string, string | null>>): LedgerHead {
  return {
    ...head,
    columns: head.columns.map((column) => {
      const path = Object.hasOwn(mapping, column.heading) ? mapping[column.heading] : undefined;
      return path === undefined ? column : { ...column, path, by: 'person' };
    }),
  };
}

/** Names of columns, plain, with the facts they hold; made once for a dictionary. */
function namesIn(dictionary: Dictionary): ReadonlyMap<string, string> {
  const known = namesOf.get(dictionary);
  if (known !== undefined) return known;
  const exact = new Map<string, string>();
  for (const entry of dictionary.values())
    if (entry.type !== 'list') exact.set(plainHeading(plainLabel(entry.label)), entry.path);
  for (const [path, names] of Object.entries(headings))
    if (path === 'id' || dictionary.has(path)) for (const name of names) exact.set(plainHeading(name), path);
  namesOf.set(dictionary, exact);
  return exact;
}

const namesOf = new WeakMap<Dictionary, ReadonlyMap<string, string>>();
/** No heading is longer. */
const longestHeading = 24;

/** Where headings stand once more below `from` that are others than those above: of the next part of the table. Null where there are none. */
export function nextHead(
  rows: readonly (readonly string[])[],
  from: LedgerHead,
  dictionary: Dictionary,
): LedgerHead | null {
  const exact = namesIn(dictionary);
  const above = new Map(from.columns.map(({ heading }, column) => [column, plainHeading(heading)]));
  for (let row = from.row + 1; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length < fewest || filled.some((cell) => cell.length > longestHeading)) continue;
    const named = filled.filter((cell) => exact.has(plainHeading(cell))).length;
    // Of a row of values at most a few are words that name columns too.
    if (named < fewest || named < filled.length / 2) continue;
    if (cells.every((cell, column) => cell.trim() === '' || plainHeading(cell) === above.get(column))) continue;
    const columns = guess(cells, dictionary);
    if (isTold(columns) && columns.filter(({ path }) => path !== null).length >= fewest) return { row, columns };
  }
  return null;
}

function guess(row: readonly string[], dictionary: Dictionary): LedgerColumn[] {
  const exact = namesIn(dictionary);
  const taken = new Set<string>();
  const take = (path: string | undefined): string | null => {
    if (path === undefined || taken.has(path)) return null;
    taken.add(path);
    return path;
  };
  const named = row.map((heading) => take(exact.get(plainHeading(heading))));
  return row.map((heading, index): LedgerColumn => {
    const path = named[index] ?? null;
    if (path !== null) return { heading, path, by: 'named' };
    const alike = take(longestIn(plainHeading(heading), exact));
    return alike === null ? { heading, path: null, by: null } : { heading, path: alike, by: 'alike' };
  });
}

/** Words before a name that leave its meaning: what is applied for, planned, due or lifted is another day than the name's own. */
const harmless = /^(?:本案|案件|该案|行政|行政处罚|处罚|执法|实际|最终|首次)?$/;

/** The fact whose name of at least three characters is the longest at the end of the heading or before a few more words. */
function longestIn(heading: string, names: ReadonlyMap<string, string>): string | undefined {
  let length = 2;
  let found: string | undefined;
  for (const [name, path] of names) {
    if (name.length <= length || heading.length > name.length + 4 || !heading.includes(name)) continue;
    if (!harmless.test(heading.slice(0, heading.indexOf(name)))) continue;
    length = name.length;
    found = path;
  }
  return found;
}

/** A heading without units, brackets and white space. */
export function plainHeading(heading: string): string {
  return fold(heading)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s:*＊]/g, '');
}
