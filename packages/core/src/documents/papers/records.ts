import type { ListItem } from '../../record/types.ts';
import { doubtful } from '../certainty.ts';
import { type Extractor, type Facts, factOf } from '../facts.ts';
import { isNobody } from '../mending/surnames.ts';
import type { Reader } from '../pages.ts';
import { type Field, firstFields, readFields } from '../scan/labels.ts';
import { isScan } from '../scan-text.ts';
import { daysIn, namesAll, namesIn, type Span, wholeNames } from './blocks.ts';
import { certificatesIn, isSureCertificate } from './certificates.ts';
import { handsAtFoot, handWithoutMark, witnessAtFoot } from './foot-hands.ts';
import { introduction, numbersBelow, officerList, officersBelow, presentsOne } from './officer-lists.ts';
import { onTheSpot, recordLabels, withoutHead } from './record-grammar.ts';
import { certificateLabels, otherLabels } from './record-labels.ts';
import { pageSignatures, unsignedPages } from './signatures.ts';
import { hasSureNames, hasTwins, isSureName } from './sure-names.ts';
import { bareTime, clockOf, timesOf } from './times.ts';
import { isReadWhole } from './unread.ts';

/** Record of an inspection on the spot. */
export const readInspection: Extractor = (reader) =>
  readRecord(reader, 'inspections[]', 'present', [
    '被检查人',
    '当事人',
    '现场负责人',
    '被检查单位',
    '现场人员',
    '陪同',
    '被勘验人',
    '被检查(勘验)人',
    '被检查(勘察)人',
    '被检查(勘查)人',
    '被勘验(检查)人',
    '被询问人',
    '随同检查人员',
    '被检查单位(场所)随同检查人员',
    '被检查单位(场所)',
  ]);

/** Record of an inquiry. */
export const readInquiry: Extractor = (reader) =>
  readRecord(reader, 'inquiries[]', 'asked', ['被询问人', '被调查人', '被询问(调查)人', '被调查(询问)人', '被询问']);

export function readRecord(
  reader: Reader,
  list: string,
  persons: 'asked' | 'present',
  signers: readonly string[],
): Facts {
  const head = headEnd(reader);
  const labels = recordLabels(reader, head);
  const all = [
    ...labels.times,
    ...labels.ends,
    ...labels.places,
    ...labels.officers,
    ...certificateLabels,
    ...labels.asked,
    ...labels.present,
    ...otherLabels,
  ];
  // The police have those who ask and write sign at the head, above the talk.
  const signsAbove = head < reader.dense.length && TALK.test(reader.dense.slice(head, head + 5));
  const printed = readFields(reader, all, 0, head).filter(
    (field) => !isSigning(reader, field) || (signsAbove && /^(?:询问人|检查人|勘验人|记录人)$/u.test(field.label)),
  );
  const fields = firstFields(printed);
  const first = (labels: readonly string[]): Field | undefined =>
    labels.map((label) => fields.get(label)).find((field) => field !== undefined && field.text !== '');
  const time = first(labels.times) ?? bareTime(reader, head);
  const times = time === undefined ? null : timesOf(reader, time, first(labels.ends));
  const person =
    onTheSpot(labels, persons, first) ??
    (PERSON_HEADING.test(reader.dense.slice(0, head)) ? first(['姓名']) : undefined);
  const place = first(labels.places);
  const officerField = first(labels.officers);
  const introduced = introduction(reader);
  const recorder = nameOf(reader, fields.get('记录人') ?? fields.get('记录员'));
  const listed = officerList(reader);
  const witness = fields.get('见证人') ?? fields.get('被邀请人');
  const officerSpans = [
    ...printed
      .filter((field) => labels.officers.includes(field.label) && field.text !== '' && namesSomebody(reader, field))
      .flatMap((field) => [withNotes(reader, field), ...officersBelow(reader, field.from)]),
    ...listed.names,
    // 执法人员:王小山 执法证号:123 李青 执法证号:124: the second stands behind the number of the first.
    ...printed.filter(
      (field) => certificateLabels.includes(field.label) && /^[A-Za-z\d-]{5,}\p{Script=Han}{2,4}$/u.test(field.text),
    ),
  ];
  const officers = officersOf(reader, officerSpans, introduced?.names ?? [], recorder, labels.signing);
  // One officer is too few: it must be sure that no other stands there.
  const countable =
    officers.length > 1 ||
    presentsOne(reader, introduced) ||
    (officerSpans.length > 0 && officerSpans.every((span) => namesAll(reader, { from: span.from, end: span.to })));
  const numbered = [
    ...officerSpans,
    ...listed.certificates,
    ...printed.filter((field) => certificateLabels.includes(field.label)).map((field) => numbersBelow(reader, field)),
    ...printed.filter((field) => field.label === '记录人').map((field) => withNotes(reader, field)),
  ].sort((a, b) => a.from - b.from);
  const certificates = certificatesBeside(reader, numbered, [
    ...(introduced?.certificates ?? []),
    ...(introduced === null ? signedNumbers(reader, labels.signing) : []),
  ]);
  // What was recognised on a picture too badly is left out; a person is asked.
  const sure = (field: Extent | undefined): boolean =>
    field === undefined || reader.certainty(field.from, Math.max(field.from + 1, field.to)) >= doubtful;
  // A form nobody filled in tells nothing.
  if (times === null && officers.length === 0 && (person === undefined || person.text === '')) return {};
  const clock = time === undefined ? undefined : clockOf(reader, time);
  const own = pageSignatures(reader, [...signers, ...labels.hands]);
  // A witness signs for one who does not; where he need not, his place stays empty.
  const witnessed = list === 'inspections[]' && own.last !== true && pageSignatures(reader, ['见证人']).last === true;
  const signatures = witnessed ? { ...own, last: true, blank: [], places: [] } : own;
  const officersSigned = pageSignatures(reader, labels.signing);
  const text = reader.dense;
  const whole = signatures.labelled > 0 && isReadWhole(reader);
  const tells = (pattern: RegExp): boolean | null => (pattern.test(text) ? true : whole ? false : null);
  const names = person === undefined ? [] : namesIn(reader, { from: person.from, end: person.to });
  const item: ListItem = {
    document: reader.document,
    ...(times === null ? onlyDay(reader) : sure({ from: times.at.start, to: times.at.end }) ? { date: times.day } : {}),
    ...(times?.started === undefined || !sure(clock) ? {} : { started: times.started }),
    ...(times?.ended === undefined || !sure(clock) ? {} : { ended: times.ended }),
    ...(place === undefined || !sure(place) ? {} : { place: withoutHead(place.text) }),
    ...(person === undefined || !sure(person) || names.slice(0, 1).some((one) => !isSureName(reader, one))
      ? {}
      : { person: names[0]?.name ?? person.text }),
    // A card too many is of somebody whose name was not read.
    ...(officers.length === 0 ||
    (officers.length === 1 && certificates.length > 1) ||
    !countable ||
    hasTwins(reader, officers) ||
    !officerSpans.every((span) => hasSureNames(reader, span)) ||
    (reader.pages.some(isScan) && officers.some(isNobody))
      ? {}
      : { officers }),
    ...(certificates.length === 0 || !certificates.every((one) => isSureCertificate(reader, one))
      ? {}
      : { certificates }),
    ...maybe('recorder', recorder),
    ...maybe('witness', nameOf(reader, witness) ?? witnessAtFoot(reader, witness)),
    ...maybe(
      'shows-certificates',
      tells(
        /出示[^。?]{0,24}证|证件?[^。?]{0,16}(?:出示|过目|请(?:[你您]们?|予以?)?(?:看|查|核|确认|辨认))|请(?:[你您]们?)?(?:看|查看|查验|核对|核实|过目|确认|辨认)[^。?]{0,8}证件?|这是(?:(?:我们?|我俩|本人|执法人员)[^。?]{0,10}证件?|(?:行政)?执法证)|证件?号[^。?]{0,60}请(?:[你您]们?)?(?:予以)?(?:确认|核对|查验|过目)|(?:亮证|表明身份|已出示)/u,
      ),
    ),
    ...maybe(
      'confirms-certificates',
      tells(
        /(?:答|回答|被询问人|被检查人|当事人|现场负责人)[:：]?[^。问]{0,24}(?:看过|看清|已看|看到|确认|清楚|没有问题|无异议|没有异议|核对|验过|属实)|确认记录:[^。问]{0,14}(?:看清|看过|没有异议|无异议|清楚|属实)|(?:过目|请)确认:?[^。?]{0,4}(?:确认|看清|清楚|无异议)/u,
      ),
    ),
    ...maybe(
      'tells-rights',
      tells(
        /陈述[^。]{0,8}申辩|权利[^。]{0,8}义务|如实(?:回答|提供|陈述|说明|作证)|(?:可以|可|能)(?:依法)?(?:要求|申请)[^。?]{0,12}回避|有权|有[^。?,]{0,14}的权利|(?:告知|享有)[^。]{0,20}权(?!限)/u,
      ),
    ),
    ...maybe('tells-recusal', tells(/回避/u)),
    ...maybe(
      'confirms-content',
      tells(
        /(?:以上|上述|笔录|记录)[^。?]{0,24}(?:看过|已阅|阅过|属实|一样|一致|无误|相符|相同)|(?:核对|阅看|阅读)[^。?]{0,8}无误/u,
      ),
    ),
    ...maybe('person-signed', signatures.last ?? handWithoutMark(reader, signers, names[0]?.name)),
    ...unsignedPages(reader, signatures),
    ...maybe('officers-signed', officersSigned.last ?? handsAtFoot(reader, [...labels.officers, ...labels.signing])),
    anchors: itemAnchors(reader, [time, person, officerField], signatures.places),
    origin: 'extracted',
    confidence: times === null ? 0.7 : 0.9,
  };
  return { [list]: factOf(reader, [item], 0, Math.min(24, text.length), 0.9) };
}

/** 现场人员基本情况 heads rows of its own: his name stands in them. */
const PERSON_HEADING = /(?:现场人员|当事人|被检查人|在场人员?)(?:基本)?情况/u;

/** The day of a record that gives no time of its own, where it names no other day. */
function onlyDay(reader: Reader): { date?: string } {
  const days = new Set(daysIn(reader, { from: 0, end: reader.dense.length }).map((hit) => hit.value));
  const [day] = days;
  return days.size === 1 && day !== undefined ? { date: day } : {};
}

function maybe(key: string, value: string | boolean | null): Record<string, string | boolean> {
  return value === null ? {} : { [key]: value };
}

/** The head of a record ends where the talk or the description begins. */
const TALK = /问:|现场情况|检查情况|询问内容|询问记录|勘验情况|检查内容|告知事项|主要内容|我们是|我是/u;

function headEnd(reader: Reader): number {
  const found = TALK.exec(reader.dense);
  return found === null || found.index < 20 ? Math.min(reader.dense.length, 800) : found.index;
}

/** 询问人（签名）： at the foot is no field of the head. */
function isSigning(reader: Reader, field: Field): boolean {
  if (/签名|签字|签章/u.test(reader.dense.slice(field.start, field.from))) return true;
  // 被检查单位(场所)随同检查人员(签名): the words that sign go on behind the label.
  const glued = !field.colon && reader.gapBefore(field.from) === 0;
  return glued && /^[^:。]{0,14}\((?:签名|签字|签章)/u.test(reader.dense.slice(field.from, field.from + 20));
}

/** 执法人员表明身份、出示执法证件: a label that runs into a sentence names nobody; glued to its value it holds names alone. */
export function namesSomebody(reader: Reader, field: Field): boolean {
  if (field.colon || reader.gapBefore(field.from) > 0) return true;
  return /^[一-龥·]{2,4}(?:[、,][一-龥·]{2,4})*(?:\(.*)?$/u.test(field.text.normalize('NFKC'));
}

/** A field whose value a label in brackets cut short goes on to the end of its line: 张三（执法证号：1）、李四（执法证号：2）. */
export function withNotes(reader: Reader, field: Field): Extent {
  const cut = '(' === reader.dense[field.to - 1] || '(' === reader.dense[field.to];
  const line = reader.lines[reader.lineAt(field.from)];
  return { from: field.from, to: cut && line !== undefined ? Math.max(field.to, line.end) : field.to };
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

const signed = /^(?:\((?:签名|签字|签章|签名或盖章|签名或者盖章)\)|签名(?:或者?盖章)?|签字|签章):?/u;

/** Where officers sign: behind each of the labels with a word for it, one behind another label in the same line not counted twice. */
function* placesToSign(
  text: string,
  labels: readonly string[],
): Generator<{ readonly at: number; readonly from: number }> {
  for (const label of new Set([...labels, '记录人']))
    for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, at + label.length)) {
      const mark = signed.exec(text.slice(at + label.length, at + label.length + 12));
      if (mark !== null) yield { at, from: at + label.length + mark[0].length };
    }
}

/** Everybody who took part for the agency: named at the head, introduced, recording or signing at the foot. */
function officersOf(
  reader: Reader,
  spans: readonly Extent[],
  introduced: readonly (Span & { readonly name: string })[],
  recorder: string | null,
  signing: readonly string[],
): string[] {
  const names = spans.flatMap((span) => namesIn(reader, { from: span.from, end: span.to }).map((one) => one.name));
  const text = reader.dense;
  for (const { at, from } of placesToSign(text, signing)) {
    const before = text[at - 1] ?? '';
    if (/[\u4e00-\u9fff]/u.test(before) && reader.gapBefore(at) === 0) continue;
    const line = reader.lines[reader.lineAt(at)];
    const stop = text
      .slice(from, line?.end ?? from)
      .search(/(?:记录人|被.{1,4}人|当事人|见证人|负责人)(?:\(|签|:)|\d{4}年/u);
    const end = stop < 0 ? (line?.end ?? from) : from + stop;
    // A hand that was recognised badly is no other person.
    const hands = namesIn(reader, { from, end }).filter((one) => isSureName(reader, one));
    names.push(...hands.map((one) => one.name));
  }
  // Nor is one who is introduced, where the form names them besides.
  const told = introduced.filter((one) => names.length < 2 || isSureName(reader, one)).map((one) => one.name);
  // Who writes is one of them; alone he says nothing of how many there were.
  if (names.length + told.length === 0) return [];
  return wholeNames([...names, ...told, ...(recorder === null ? [] : [recorder])]);
}

/** 监督检查人员(签名):张三(1001) 李四(1002): the numbers beside the hands, where the record names the officers nowhere else. */
function signedNumbers(reader: Reader, signing: readonly string[]): readonly string[] {
  return [...placesToSign(reader.dense, signing)].flatMap(({ from }) =>
    certificatesIn(reader, { from, end: reader.lines[reader.lineAt(from)]?.end ?? from }),
  );
}

/** Certificate numbers of the head; those of the introduction where the head gives none. */
function certificatesBeside(reader: Reader, spans: readonly Extent[], introduced: readonly string[]): string[] {
  const own = spans.flatMap((span) => certificatesIn(reader, { from: span.from, end: span.to }));
  return [...new Set(own.length > 0 ? own : introduced)];
}

function nameOf(reader: Reader, field: Field | undefined): string | null {
  if (field === undefined) return null;
  const name = namesIn(reader, { from: field.from, end: field.to })[0];
  return name === undefined || !isSureName(reader, name) ? null : name.name;
}

function itemAnchors(reader: Reader, fields: readonly (Field | undefined)[], places: readonly Span[]) {
  const spans = [
    ...fields.flatMap((field) =>
      field === undefined ? [] : [{ start: field.start, end: Math.max(field.to, field.start + 2) }],
    ),
    ...places,
  ];
  const days = spans.length === 0 ? daysIn(reader, { from: 0, end: reader.dense.length }).slice(0, 1) : [];
  return [...spans, ...days].flatMap((span) => reader.anchorOf(span.start, span.end)).slice(0, 6);
}
