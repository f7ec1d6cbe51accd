import { dayNumber } from '../../../kernel/day.ts';
import type { ListItem } from '../../../record/types.ts';
import { citationFacts } from '../../decision/citations.ts';
import { ADDRESS_LABELS } from '../../decision/labels.ts';
import { firmAlone } from '../../decision/names.ts';
import type { Extractor, Facts } from '../../facts.ts';
import { factOf } from '../../facts.ts';
import type { Reader } from '../../pages.ts';
import { tickedChoices } from '../../scan/boxes.ts';
import { type DateHit, scanDates } from '../../scan/dates.ts';
import { readFields } from '../../scan/labels.ts';
import { readApprovals } from '../approvals.ts';
import { daysIn, FactWriter, spanOf } from '../blocks.ts';
import { basisRank, decisionFacts, lengthAt, openPlain, type Plain, states, statesReasons } from '../plain.ts';
import { readRecord } from '../records.ts';
import { pageSignatures } from '../signatures.ts';
import { timesIn } from '../times.ts';
import { mayBeDated } from '../unread.ts';
import { placeIn } from './places.ts';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/冻结/u, 'freezing'],
  [/扣押|扣留|暂扣/u, 'seizure'],
  [/查封|封存/u, 'sealing'],
  [/限制人身自由|约束至|强制隔离/u, 'liberty'],
];

/** The kind of measure: a heading that names one, else the one the decision says it takes; null where it names both 查封 and 扣押. */
function kindOf(printed: string): string | null {
  // 《…实施查封、扣押办法》 names both and takes neither; 甲扣押〔2031〕7号 is a number.
  const text = printed.replace(/《[^《》]{1,60}》|\p{Script=Han}{1,12}(?=[〔[【(]\d{4}[〕\]】)])/gu, '');
  // ☑1.查封,期限为30日 □2.扣押: the choices of a form, each in a row of its own.
  const boxed = [...text.matchAll(/[☑√■✓✔☒](?:\(?\d{1,2}[.、)])?([^☑√■✓✔☒□☐▢,。;:]{1,12})/gu)].map(
    ([, words]) => words ?? '',
  );
  const ticked = kinds.filter(([pattern]) => boxed.some((words) => pattern.test(words))).map(([, code]) => code);
  if (ticked.length === 1 && /[□☐▢]/u.test(text)) return ticked[0] ?? null;
  const operative = /(?:决定|予以|采取|实施)[^。;]{0,60}/gu;
  for (const words of [text.slice(0, 40), ...[...text.matchAll(operative)].map((match) => match[0])]) {
    // 决定对你单位有关☐场所、☑财物实施☐查封☑扣押: the sentence begins before its first box.
    const [lead = ''] = /^[^☑√■✓✔☒□☐▢]*(?=[☑√■✓✔☒□☐▢])/u.exec(words) ?? [];
    const boxed = kinds.some(([pattern]) => pattern.test(lead)) ? words : words.slice(lead.length);
    const choices = tickedChoices(boxed).filter((choice) => kinds.some(([pattern]) => pattern.test(choice)));
    const chosen = choices.length > 0 ? choices.join() : words;
    const found = kinds.filter(([pattern]) => pattern.test(chosen)).map(([, code]) => code);
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

function takenKind(plain: Plain): void {
  const kind = kindOf(plain.text);
  plain.writer.put(
    'measure.kind',
    kind,
    kind === null ? null : { start: 0, end: Math.min(24, plain.text.length) },
    0.85,
  );
}

/** Form on which a compulsory measure, or its extension, is approved. */
export const readMeasureApproval: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const { head, handler } = readApprovals(reader);
  if ((head === null || head.blank) && (handler === null || handler.blank)) return {};
  const text = reader.dense;
  const extension = /延长[^。;]{0,12}期限|期限[^。;]{0,6}延长/u.test(text);
  const lifting = /解除[^。;]{0,8}(?:查封|扣押|强制措施|冻结)/u.test(text.slice(0, 400)) && !/采取\(解除\)/u.test(text);
  if (head !== null && !head.blank) {
    if (extension) {
      writer.put('measure.extension-approved', head.agrees, head);
      if (head.agrees !== false) writer.put('measure.extension-approved-on', head.day?.value, head.day);
    } else if (!lifting) {
      writer.put('measure.approved', head.agrees, head);
      if (head.agrees !== false) {
        writer.put('measure.approved-on', head.day?.value, head.day);
        const times =
          head.day === null ? null : timesIn(reader, head.day.start, Math.min(text.length, head.day.end + 12));
        writer.put('measure.approved-at', times?.started, head.day, 0.85);
      }
    }
  }
  const urgent = spanOf(reader, /情况紧急|紧急情况|补办|当场实施/u);
  writer.put('measure.urgent', urgent === null ? null : true, urgent, 0.8);
  const kind = kindOf(text);
  writer.put('measure.kind', kind, kind === null ? null : { start: 0, end: 12 }, 0.76);
  return writer.facts;
};

/** Decision to seal, seize or freeze. */
export const readMeasureDecision: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { signature, number, day, text } = plain;
  const decision = decisionFacts(plain);
  const own = new FactWriter(reader);
  const measured: Plain = { ...plain, writer: own };
  own.put('measure.taken', true, { start: 0, end: Math.min(12, text.length) });
  takenKind(measured);
  own.put('measure.number', number?.value, number, number?.confidence);
  if (day !== undefined) own.day('measure.date', day, signature.date?.confidence ?? 0.75);
  const agency = decision['decision.agency'];
  if (agency !== undefined) own.facts['measure.agency'] = agency;
  if (plain.citations.length > 0) {
    Object.assign(own.facts, citationFacts(plain.paper, plain.citations, 'measure.citations[]'));
    own.put('measure.basis-rank', basisRank(plain.citations), plain.citations[0] ?? null, 0.8);
  } else if (plain.whole) own.put('measure.basis-rank', 'none', { start: 0, end: 10 }, 0.8);
  const address =
    'party.address' in plain.parties.facts ||
    readFields(reader, ADDRESS_LABELS).some((field) => /[一-龥]{3}/u.test(field.text)) ||
    // 对你单位位于江大路6号的场所予以查封
    /(?:你(?:单位)?(?:\([^()]{1,4}\))?|当事人)(?:的)?(?:位于|设在|坐落于)[^。;,]{3,30}(?:路|街|道|巷|村|镇|乡|号|区|园)/u.test(
      text,
    );
  const goods =
    /(?:清单|物品|财物|设备|场所|设施|车辆)[^。;]{0,30}\d|清单(?:见|附)|附[件:]?[^。]{0,20}清单|序号|(?:对|将)[^。;]{2,60}(?:\d(?:台|条|件|辆|套|个|箱|袋|公斤|千克|吨|部|艘|只|瓶|盒|批|座|间|处|栋|双|块|副|具|平方米|立方米|亩|枚|支|株|头|羽|尾|根|罐|卷)|[\p{Script=Han}A-Z][A-Z][·.]?[A-Z0-9*]{4,6}[^。;]{0,8}车)[^。;]{0,30}(?:查封|扣押|扣留|暂扣)|(?:查封|扣押|扣留|暂扣)(?!决定|清单|通知)[^。;第《]{1,40}?[\d一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰](?:台|条|件|辆|套|个|箱|袋|公斤|千克|克|吨|部|艘|只|瓶|盒|包|桶|批|把|张|本|册|座|间|处|栋|双|块|副|具|枚|支|株|头|根|罐|卷)|(?:对|将)[^。;]{2,60}(?:场所|厂房|车间|仓库|储罐|门店|生产线|房屋|建筑物|摊位|工地)[^。;]{0,20}(?:予以|进行|实施|采取)[^。;]{0,6}(?:查封|扣押)/u;
  states(measured, 'measure.states', [
    ['party', plain.parties.all.length > 0 || firmAlone(reader)],
    ['address', address],
    [
      'reasons',
      statesReasons(plain) ?? /涉嫌|违反|违法(?:行为|事实)|隐患|需要进一步|发现(?:你|当事人|其|该)[^。;_]{6,}/u,
    ],
    ['basis', plain.citations.length > 0],
    ['term', termOf(plain) !== null],
    ['goods', goods],
    ['account', /(?:账号|帐号|账户)[^。;]{0,10}[\d*]{6}/u],
    ['amount', plain.paper.amounts.length > 0],
    ['review', 'decision.review-days' in decision],
    ['litigation', 'decision.litigation-months' in decision],
    ['agency', agency !== undefined],
    ['date', signature.date !== null || mayBeDated(reader)],
  ]);
  if (signature.seal !== null) own.put('measure.has-seal', true, signature.seal);
  const term = termOf(plain);
  own.put('measure.term-days', term?.days, term, 0.85);
  // The decision handed over tells what it says; what it leaves out may have been told by word of mouth, as the record shows.
  const told = new Set(toldIn(plain));
  if (statesReasons(plain) !== null || /涉嫌|违反|经查/u.test(text)) told.add('reasons');
  if (plain.citations.length > 0) told.add('basis');
  if (/陈述[^。;]{0,4}申辩/u.test(text)) told.add('rights');
  if (told.size === 4)
    own.put(
      'measure.told',
      ['reasons', 'basis', 'rights', 'remedies'],
      spanOf(reader, /告知|陈述|申辩/u) ?? { start: 0, end: 8 },
      0.8,
    );
  if (/受[^。;]{2,20}委托/u.test(text)) own.put('measure.delegated', true, spanOf(reader, /委托/u), 0.76);
  const received = receivedOn(reader, day);
  if (received !== undefined) own.day('measure.delivered-on', received, 0.8);
  if (/冻结/u.test(text)) {
    const frozen = plain.paper.amounts.find((hit) =>
      /冻结[^。;]{0,40}$/u.test(text.slice(Math.max(0, hit.start - 44), hit.start)),
    );
    own.put('measure.frozen-amount', frozen?.yuan, frozen ?? null, 0.85);
    const involved = plain.paper.amounts.find((hit) =>
      /涉(?:案|及)[^。;]{0,16}金额[^。;]{0,6}$/u.test(text.slice(Math.max(0, hit.start - 26), hit.start)),
    );
    own.put('measure.case-amount', involved?.yuan, involved ?? null, 0.85);
  }
  return { ...decision, ...own.facts };
};

/** The term: a length behind 期限 (三十日), or the days from one date to another (自…至…), the first not counted. */
export function termOf(plain: Plain): { readonly days: number; readonly start: number; readonly end: number } | null {
  const length = lengthAt(plain, /期限/gu, ['days']);
  if (length !== null) return { days: length.value, start: length.start, end: length.end };
  for (const match of plain.text.matchAll(/期限|自\d/gu)) {
    const [from, to] = daysIn(plain.reader, { from: match.index, end: Math.min(plain.text.length, match.index + 50) });
    if (from === undefined || to === undefined || !/至|到|—|-/u.test(plain.text.slice(from.end, to.start))) continue;
    const days = between(from.value, to.value);
    // 至12月24日,共30日: what the paper counts itself, where it may be so.
    const [said, counted = ''] =
      /^,?(?:共|合计|为期)(?:计)?(\d{1,3})(?:日|天)/u.exec(plain.text.slice(to.end, to.end + 10)) ?? [];
    if (said !== undefined && (Number(counted) === days || Number(counted) === days + 1))
      return { days: Number(counted), start: from.start, end: to.end + said.length };
    if (said === undefined && days > 0 && days < 400) return { days, start: from.start, end: to.end };
  }
  return null;
}

/** Days from the first to the last day, the first not counted. */
function between(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
}

function toldIn({ text }: Pick<Plain, 'text'>): string[] {
  const checks: readonly (readonly [string, RegExp])[] = [
    ['reasons', /告知[^。]{0,60}(?:理由|事实|原因)/u],
    ['basis', /告知[^。]{0,60}依据/u],
    ['rights', /告知[^。]{0,80}(?:权利|陈述|申辩)|(?:有权|享有)[^。]{0,20}(?:陈述|申辩)/u],
    ['remedies', /告知[^。]{0,80}(?:救济|复议|诉讼)|申请行政复议|提起行政诉讼/u],
  ];
  return checks.filter(([, pattern]) => pattern.test(text)).map(([code]) => code);
}

/** A day beside the party's signature below the agency's own: the paper was handed over then. */
function receivedOn(reader: Reader, signed: DateHit | undefined): DateHit | undefined {
  const hand = /(?:当事人|被处罚人|签收人|收件人|受送达人)[^。;]{0,12}(?:签名|签字|签收|签章|盖章)/u.exec(
    reader.dense.slice(signed?.end ?? 0),
  );
  if (hand === null) return undefined;
  const from = (signed?.end ?? 0) + hand.index;
  return scanDates(reader, from, Math.min(reader.dense.length, from + 70)).find((day) => day.value !== null);
}

/** List of what was taken. */
export const readSeizureList: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const text = reader.dense;
  if (daysIn(reader, { from: 0, end: text.length }).length === 0) return {};
  const signed = pageSignatures(reader, [
    '当事人',
    '被查封人',
    '被扣押人',
    '持有人',
    '当事人或代理人',
    '当事人(签名或者盖章)',
  ]);
  const handed = spanOf(reader, /当场(?:交付|送达|交)|已收到|已交付/u);
  if (handed !== null) writer.put('measure.list-delivered', true, handed);
  else if (signed.last === true) writer.put('measure.list-delivered', true, { start: 0, end: 8 }, 0.78);
  const twice = spanOf(reader, /一式[二两2][份联]|(?:由)?当事人和[^。;]{0,10}(?:分别|各)(?:保存|执)|各[执持]一份/u);
  if (twice !== null) writer.put('measure.list-in-duplicate', true, twice);
  return writer.facts;
};

/** Record made on the spot while the measure was taken. */
export const readMeasureRecord: Extractor = (reader) => {
  const record = readRecord(reader, 'inspections[]', 'present', [
    '当事人',
    '现场负责人',
    '被查封人',
    '被扣押人',
    '见证人',
  ]);
  const item = (record['inspections[]']?.value as readonly ListItem[] | undefined)?.[0];
  return item === undefined ? {} : measureFacts(reader, item);
};

/** What a record of the measure tells, from its item of the list of records. */
export function measureFacts(reader: Reader, item: ListItem): Facts {
  const writer = new FactWriter(reader);
  const text = reader.dense;
  const place = { start: 0, end: Math.min(24, text.length) };
  const anchored = (path: string, value: ListItem[string]): void => {
    if (value === undefined || value === null) return;
    const fact = factOf(reader, value as string, place.start, place.end, item.confidence ?? 0.85);
    const own = placeIn(item, path, value);
    writer.facts[path] = own === undefined ? fact : { ...fact, anchors: [own] };
  };
  anchored('measure.date', item.date);
  anchored('measure.started', item.started);
  anchored('measure.officers', item.officers);
  anchored('measure.certificates', item.certificates);
  anchored('measure.shows-certificates', item['shows-certificates']);
  anchored('measure.record-party-signed', item['person-signed']);
  anchored('measure.record-officers-signed', item['officers-signed']);
  anchored('measure.witness', item.witness);
  writer.put('measure.party-called', true, spanOf(reader, /通知[^。;]{0,16}(?:当事人|负责人)?[^。;]{0,8}到场/u), 0.85);
  const away = spanOf(
    reader,
    /(?:当事人|负责人)[^。;]{0,10}(?:未到场|不在场|不到场|拒不到场|拒绝到场|无法到场|未能到场|没有到场|不愿到场)/u,
  );
  const there = spanOf(reader, /(?:当事人|负责人|被检查人)[^。;拒未不]{0,16}(?:到场|在场)/u);
  if (away !== null) writer.put('measure.party-present', false, away, 0.85);
  else if (there !== null) writer.put('measure.party-present', true, there, 0.85);
  // Who signed the record of the spot was there.
  else if (item['person-signed'] === true) writer.put('measure.party-present', true, place, 0.8);
  const told = toldIn({ text });
  if (told.length > 0) writer.put('measure.told', told, spanOf(reader, /告知|有权|享有|复议/u), 0.8);
  const heard = spanOf(
    reader,
    /(?:听取|记录)[^。;]{0,14}(?:陈述|申辩)|(?:陈述|申辩)[^。;]{0,10}(?:如下|:|称)|(?:没有|无|不|放弃)(?:需要)?[^。;]{0,6}陈述/u,
  );
  writer.put('measure.heard-party', true, heard, 0.8);
  const witnessed = pageSignatures(reader, ['见证人']);
  if (item.witness !== undefined)
    writer.put('measure.witness-signed', witnessed.last, witnessed.places[0] ?? place, 0.8);
  const sealed = spanOf(reader, /已被?[^。;]{0,16}(?:依法)?(?:查封|冻结)[^。;]{0,10}(?:不得重复)?/u);
  if (sealed !== null && /其他|法院|公安|海关/u.test(text.slice(sealed.start, sealed.end)))
    writer.put('measure.already-sealed', true, sealed, 0.76);
  const urgent = spanOf(reader, /情况紧急|紧急情况/u);
  writer.put('measure.urgent', urgent === null ? null : true, urgent, 0.8);
  return writer.facts;
}

/** Whether a record of an inspection also records that something was sealed or seized there. */
export function recordsMeasure(text: string): boolean {
  // (如实施行政强制措施的,…): what the form says of itself tells nothing of the case.
  const written = text.replace(/\([如若注][^()]{0,200}\)/gu, '');
  return (
    /(?<![未不没如若])(?:实施|采取|决定|予以)[^。;]{0,20}(?:查封|扣押|冻结|行政强制措施)/u.test(written) &&
    /强制措施|查封|扣押/u.test(written)
  );
}
