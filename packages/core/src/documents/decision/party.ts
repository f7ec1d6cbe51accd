import { type Facts, factOf } from '../facts.ts';
import { Gap, type Reader } from '../pages.ts';
import { scanCodes } from '../scan/codes.ts';
import { type Field, readFields } from '../scan/labels.ts';
import { isAgencyName } from '../titles.ts';
import { addressee } from './addressee.ts';
import { ADDRESS_LABELS, ALL_LABELS, CODE_LABELS, HEAD_LABELS, ID_LABELS, NAME_LABELS, PLAIN_NAMES } from './labels.ts';
import { BUSINESS_END, isName, kindOf, nameSpan, outweighs, type PartyKind } from './names.ts';
import type { Span } from './paper.ts';
import { addressSpan, headSpan } from './particulars.ts';
import { CELLS, columnsOf, isPublishedTable } from './table.ts';

export interface Party {
  readonly name: string;
  readonly span: Span;
  readonly kind: PartyKind | null;
  readonly fields: readonly Field[];
  /** The word that names the party in the head (当事人二), where one does. */
  readonly label?: string;
}

export interface Parties {
  readonly all: readonly Party[];
  /** Offset where the block of the parties begins; the head of the paper ends here. */
  readonly from: number;
  readonly facts: Facts;
}

const folded = (labels: readonly string[]): ReadonlySet<string> => new Set(labels);
const NAMES = folded(NAME_LABELS);
/** Words for a name that in a block of one party's particulars name somebody else or the same party again. */
const WEAK_NAMES = folded([...PLAIN_NAMES, '公司名称', '单位名称', '企业名称', '字号名称', '个体工商户名称', '事人']);

const PARTICULARS = folded([...CODE_LABELS, ...ADDRESS_LABELS, ...HEAD_LABELS, ...ID_LABELS]);

const NO_MORE: readonly string[] = [];
const joined = new WeakMap<readonly string[], readonly string[]>();

function labelsWith(names: readonly string[]): readonly string[] {
  if (names.length === 0) return ALL_LABELS;
  const before = joined.get(names);
  if (before !== undefined) return before;
  const labels = [...ALL_LABELS, ...names];
  joined.set(names, labels);
  return labels;
}

/**
 * Reads the parties and their particulars from the head of a decision or notice, up to its first sentences. `names`: labels of the party on
 * papers of other procedures (申请人).
 */
export function readParties(reader: Reader, names: readonly string[] = NO_MORE): Parties {
  const stop = headEnd(reader);
  const labels = labelsWith(names);
  const above = readFields(reader, labels, 0, stop);
  // The rows of a published table come in any order: the party may stand below the story.
  const columns = columnsOf(reader);
  const table = columns.length > 0 || (isPublishedTable(reader) && !above.some(namesParty));
  const fields =
    columns.length > 0
      ? columns
      : table
        ? readFields(reader, CELLS).filter(({ start }) => reader.gapBefore(start) >= Gap.wide)
        : above;
  const blocks = blocksOf(reader, fields, names);
  const all = [blocks, addressees(reader, stop, fields), unitsOf(reader, fields)].find((one) => one.length > 0) ?? [];
  const first = all[0];
  const from = Math.min(
    first?.span.start ?? stop,
    ...fields
      .filter((field) => field.colon && NAMES.has(field.label) && !WEAK_NAMES.has(field.label))
      .map((f) => f.start),
  );
  const facts = first === undefined ? nameless(reader, fields) : factsOf(reader, first);
  if (all.some(({ kind }) => outweighs(kind, first?.kind ?? null))) delete facts['party.kind'];
  return { all, from, facts: table ? { ...onlyCode(reader), ...facts } : facts };
}

/** Whether a field names the party; 单位名称:甲局 on a page names who publishes it. */
function namesParty({ label, text }: Field): boolean {
  const publisher = WEAK_NAMES.has(label) && isAgencyName(text) && /(?:局|厅|海关|[支大总]队|委员会)$/.test(text);
  return NAMES.has(label) && isName(text) && !publisher;
}

/** 统一社会信用代码 | 工商登记码 | … above their values: the one credit code a published table holds is that of its party. */
function onlyCode(reader: Reader): Facts {
  const hits = scanCodes(reader, 0, reader.dense.length).filter(({ kind, valid }) => kind === 'credit-code' && valid);
  const [hit] = hits;
  if (hit === undefined || hits.some(({ value }) => value !== hit.value)) return {};
  return { 'party.code': factOf(reader, hit.value, hit.start, hit.end, 0.9) };
}

/** Words the body of a decision opens with; particulars of the party stand before them. */
const BODY = /经查|查明|立案|我局|本局|本机关|执法人员|违法行为|违法事实|根据|依据|违反了|一案/;

function headEnd(reader: Reader): number {
  const { lines, dense } = reader;
  for (let i = titleLine(reader); i < lines.length; i++) {
    const start = lines[i]?.start ?? 0;
    let end = lines[i]?.end ?? 0;
    // An address that reaches the margin goes on, if at all, in a short line; the body below is not part of it.
    if (end - start <= 64 && (opensParticular(dense.slice(start, end)) || holdsParticular(dense.slice(start, end))))
      continue;
    // The margin breaks a paragraph into lines no longer than those of the particulars.
    for (
      let next = lines[i + 1];
      next !== undefined && end - start < 90 && dense[end - 1] !== ':' && reader.wraps(next.start);
      next = lines[i + 1]
    ) {
      end = next.end;
      i++;
    }
    const text = dense.slice(start, Math.min(end, start + 400));
    if (end - start <= 45 || !BODY.test(text) || ANNOUNCES.test(dense.slice(start, end))) continue;
    // A paper copied into one line: the particulars stand in front of the same line.
    const called = Math.max(0, text.slice(0, 90).search(/当事人|[被受]处罚|违法行为人/));
    const apart = reader.gapBefore(start + called) === Gap.space;
    const labelled = apart || NAME_LABELS.some((label) => text.startsWith(label) || text.includes(`${label}:`));
    if (labelled) return Math.min(end, start + Math.max(0, text.search(FIRST_LABEL)) + 400);
    if (start > 0) return start + restOfValue(reader, start);
  }
  return Math.min(dense.length, 1200);
}

/** 现将我机关对某公司作出的行政处罚决定公告如下: the paper itself stands below. */
const ANNOUNCES = /(?:公告|公示|公布|公开)如下[:。]?$/;

/** 地址:甲县东街1号, 营业执照(统一社会信用代码):9135…: a label that is none of the body's. */
function opensParticular(line: string): boolean {
  const label = /^([一-龥/、]{2,12})(?:\([^()]{1,20}\))?:/.exec(line)?.[1];
  return label !== undefined && !BODY.test(label) && !/如下|决定|事实|证据|意见|申辩|处罚/.test(label);
}

/** 住所:某乡西边 / 仙庄村 当事人经营…一案: length of what the margin parted from the value above, up to the next white space. */
function restOfValue(reader: Reader, start: number): number {
  const above = reader.lines[reader.lineAt(start) - 1];
  if (above === undefined || !reader.wraps(start) || !holdsParticular(reader.dense.slice(above.start, above.end)))
    return 0;
  for (let at = start + 1; at < start + 24; at++) if (reader.gapBefore(at) === Gap.space) return at - start;
  return 0;
}

const PARTICULAR =
  /(?:住所|地址|住址|信用代码|识别号|注册号|法定代表人|负责人|经营者|身份证号码?|公民身份号码|经营场所)(?:\([^()]{1,10}\))?:/;

/** N8J 法定代表人:张三 住所:某路1号: a line the margin broke among the particulars, in front of anything the body says. */
function holdsParticular(line: string): boolean {
  const label = line.search(PARTICULAR);
  const body = line.search(BODY);
  return label !== -1 && (body === -1 || label < body) && !/[。]./.test(line);
}

/** Index of the last line the paper's title fills: a news lead or the frame of a web page may tell the story before it. */
function titleLine({ lines, dense }: Reader): number {
  const last = lines.findLastIndex(
    ({ start, end }, index) =>
      index < 30 &&
      end - start <= 45 &&
      /^(?![^《]*[《,。:])[^》]*(?:处罚决定书|告知书)$/.test(dense.slice(start, end)),
  );
  return Math.max(0, last);
}

function addressees(reader: Reader, stop: number, fields: readonly Field[]): Party[] {
  const found = addressee(reader, stop, fields);
  if (found === null) return [];
  const { name, start, end, fields: own } = found;
  return [{ name, span: { start, end }, kind: kindOf(name, own), fields: own }];
}

const FIRST_LABEL = /当事人|被处罚|受处罚|违法行为人|名称/;

function blocksOf(reader: Reader, fields: readonly Field[], names: readonly string[]): Party[] {
  const parties: Party[] = [];
  let open: { name: string; span: Span; fields: Field[]; weak: boolean; label: string } | null = null;
  const before: Field[] = [];
  const close = (): void => {
    if (open !== null) parties.push({ ...open, kind: kindOf(open.name, open.fields) });
  };
  for (const field of fields) {
    if ((!NAMES.has(field.label) && !names.includes(field.label)) || isOthersName(reader, field)) {
      (open?.fields ?? before).push(field);
      continue;
    }
    const span = nameSpan(reader, field);
    const name = reader.print(span.start, span.end);
    if (!isName(name) || !readsAsName(reader, field, name)) continue;
    const weak = WEAK_NAMES.has(field.label);
    if (weak && !namesParty(field) && fields.some((one) => one !== field && namesParty(one))) continue;
    // The 名称 of a web page's head is the paper's, not the party's.
    if (open?.weak === true && !weak && open.fields.length === 0) open = null;
    // 被告知人:张某 单位名称:某厂: he answers for the firm.
    if (weak && open?.label.startsWith('被告知人') === true && BUSINESS_END.test(name)) open = null;
    if (open !== null && (weak || open.name === name)) {
      open.fields.push(field);
      continue;
    }
    close();
    // 经营者:某人 / 名称:某某店: the particulars of a licence may begin with another than the name.
    open = {
      name,
      span,
      fields: weak && parties.length === 0 ? before.filter((one) => one.colon) : [],
      weak,
      label: field.label,
    };
  }
  close();
  return parties;
}

/** 文件名称:, 产品名称:: the word names something else. */
function isOthersName(reader: Reader, { label, start }: Field): boolean {
  if (label !== '名称' && label !== '姓名') return false;
  return reader.gapBefore(start) === Gap.none && /[一-龥]/.test(reader.dense[start - 1] ?? '');
}

/** 单位:某某有限公司 where nothing else names the party; on forms the word heads a column. */
function unitsOf(reader: Reader, fields: readonly Field[]): Party[] {
  const field = fields.find((one) => one.label === '单位' && one.colon && BUSINESS_END.test(one.text));
  if (field === undefined) return [];
  const span = nameSpan(reader, field);
  const name = reader.print(span.start, span.end);
  const own = fields.filter((one) => one.start >= field.start);
  return isName(name) ? [{ name, span, kind: kindOf(name, own), fields: own }] : [];
}

/** 当事人委托某公司…: a label with nothing between it and what follows opens a sentence as often as it names somebody. */
function readsAsName(reader: Reader, field: Field, name: string): boolean {
  if (field.colon || reader.gapBefore(field.from) > Gap.none) return true;
  if (/^(?:委托|于|在|对|因|应|自|经|从|将|可|已|有|未|不|到期|逾期|提[供出交]|认为|存在|使用|销售|必须|拒)/.test(name))
    return false;
  return BUSINESS_END.test(name) || name.length <= 4;
}

function factsOf(reader: Reader, party: Party): Facts {
  const facts: Facts = { 'party.name': factOf(reader, party.name, party.span.start, party.span.end) };
  if (party.kind !== null) facts['party.kind'] = factOf(reader, party.kind, party.span.start, party.span.end, 0.9);
  return { ...facts, ...particulars(reader, party) };
}

function particulars(reader: Reader, party: Party): Facts {
  const facts: Facts = {};
  const first = (labels: readonly string[]): Field | undefined =>
    party.fields.find((field) => labels.includes(field.label) && isFilled(field.text));
  const places = party.fields.filter(
    ({ label, text }) => ADDRESS_LABELS.includes(label) && isFilled(text) && /\p{L}{2}|[*×]{2}/u.test(text),
  );
  // Where a person lives goes before where he is registered.
  const [registered] = places;
  const lives = /户籍/.test(registered?.label ?? '') ? places.find(({ label }) => /^现|居住/.test(label)) : undefined;
  const address = addressSpan(reader, lives ?? registered, party.span);
  if (address !== null)
    facts['party.address'] = factOf(reader, reader.print(address.start, address.end), address.start, address.end);
  const head = headSpan(reader, first(HEAD_LABELS), party.span);
  if (head !== null)
    facts['party.representative'] = factOf(reader, reader.print(head.start, head.end), head.start, head.end);
  codeFacts(reader, party, facts);
  return facts;
}

/** Particulars whose name could not be read, or was blacked out, are the party's all the same. */
function nameless(reader: Reader, fields: readonly Field[]): Facts {
  const own = fields.filter(
    (field) => PARTICULARS.has(field.label) && (field.colon || reader.gapBefore(field.from) > Gap.none),
  );
  const facts = particulars(reader, { name: '', span: { start: 0, end: 0 }, kind: null, fields: own });
  return Object.fromEntries(Object.entries(facts).map(([path, fact]) => [path, { ...fact, confidence: 0.75 }]));
}

const isFilled = (text: string): boolean => text.length > 0 && !/__|^[_\-—无:.,;*/]*$/.test(text);

/** 报关单号3711…, 账号6217…: a number of something else in a field that runs on into the body. */
const OTHERS_CODE = /(?:[单账帐批货]|车架|合同|报告|设备)(?:编)?号:?$/;

function codeFacts(reader: Reader, party: Party, facts: Facts): void {
  // 某某有限公司统一社会信用代码9144…: nothing parts the label from the name.
  const glued = /^(?:\([^()]{0,24}?)?(?:统一社会信用代码|营业执照注册号)[:为]?(?=[0-9A-Z]{15})/.exec(
    reader.dense.slice(party.span.end, party.span.end + 40),
  );
  const at = party.span.end + (glued?.[0].length ?? 0);
  const code = glued === null ? undefined : scanCodes(reader, at, at + 18).find((hit) => hit.kind === 'credit-code');
  if (code !== undefined)
    facts['party.code'] = factOf(reader, code.value, code.start, code.end, code.valid ? 0.98 : 0.8);
  for (const field of party.fields) {
    if (/^(?:编号|案号|文号|电话|联系电话)$/.test(field.label)) continue;
    // The margin may break a code; it begins in the field.
    for (const hit of scanCodes(reader, field.from, field.to + 18)) {
      if (hit.start >= field.to || OTHERS_CODE.test(reader.dense.slice(Math.max(0, hit.start - 6), hit.start)))
        continue;
      const wanted = hit.kind === 'credit-code' ? 'party.code' : 'party.id-number';
      // The identity number in an organisation's block is its representative's.
      if (wanted === 'party.id-number' && party.kind !== 'natural-person') continue;
      facts[wanted] ??= factOf(reader, hit.value, hit.start, hit.end, hit.valid ? 0.98 : 0.8);
    }
  }
}
