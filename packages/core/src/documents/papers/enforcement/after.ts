import { isName, nameSpan } from '../../decision/names.ts';
import { type Extractor, type Facts, factOf } from '../../facts.ts';
import type { Reader } from '../../pages.ts';
import { readFields } from '../../scan/labels.ts';
import { readApprovals } from '../approvals.ts';
import { namesIn, spanOf } from '../blocks.ts';
import { openPlain, states } from '../plain.ts';
import { basisNumber, principal } from './particulars.ts';

const suspending: readonly (readonly [RegExp, string])[] = [
  [/履行[^。;]{0,10}(?:确有)?困难|无履行能力|暂无[^。;]{0,6}能力/u, 'unable'],
  [/第三人[^。;]{0,12}主张/u, 'third-party'],
  [/难以弥补的?损失/u, 'grave-loss'],
  [/认为需要中止/u, 'agency'],
];
const terminating: readonly (readonly [RegExp, string])[] = [
  [/公民死亡|当事人死亡|死亡/u, 'death'],
  [/(?:法人|组织|单位|公司)[^。;]{0,10}终止/u, 'dissolved'],
  [/标的[^。;]{0,4}灭失/u, 'object-lost'],
  [/决定[^。;]{0,12}被?撤销/u, 'decision-revoked'],
  [/认为需要终结/u, 'agency'],
];

/** Notice that enforcement rests, goes on or ends. */
export const readSuspension: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer, text } = plain;
  const head = text.slice(0, 80);
  const ground = (path: string, list: readonly (readonly [RegExp, string])[]): void => {
    const found = list.filter(([pattern]) => pattern.test(text));
    if (found.length === 1 && found[0] !== undefined) writer.put(path, found[0][1], spanOf(reader, found[0][0]), 0.78);
  };
  if (/终结/u.test(head) && !/中止/u.test(head)) {
    writer.day('enforcement.terminated-on', plain.day);
    ground('enforcement.termination-ground', terminating);
  } else if (/恢复/u.test(head) && !/中止/u.test(head)) writer.day('enforcement.resumed-on', plain.day);
  else {
    writer.day('enforcement.suspended-on', plain.day);
    ground('enforcement.suspension-ground', suspending);
  }
  return writer.facts;
};

export const readAgreement: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  plain.writer.day('enforcement.agreement-on', plain.day, 0.85);
  const waives = spanOf(reader, /(?:减免|免除|免缴|减少)[^。;]{0,10}(?:罚款本金|本金|罚款(?!的?加处))/u);
  if (waives !== null && !/加处|滞纳/u.test(plain.text.slice(waives.start, waives.end + 4)))
    plain.writer.put('enforcement.agreement-waives-principal', true, waives, 0.76);
  return plain.writer.facts;
};

/** 被执行人:某公司,法定代表人:… below the story, where an application names him only there. */
function askedAgainst(reader: Reader): Facts {
  const fields = readFields(reader, [
    '被执行人',
    '被申请人',
    '被申请执行人',
    '被申请人名称',
    '法定代表人',
    '地址',
    '住所',
  ]);
  for (const field of fields.filter(({ label }) => label.startsWith('被'))) {
    const span = nameSpan(reader, field);
    const name = reader.print(span.start, span.end);
    if (isName(name)) return { 'party.name': factOf(reader, name, span.start, span.end, 0.85) };
  }
  return {};
}

/** Application to the court. */
export const readCourtApplication: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer, text, signature } = plain;
  writer.day('enforcement.applied-on', plain.day, 0.9);
  writer.put('enforcement.by', 'court', { start: 0, end: 8 }, 0.85);
  const opinions = /(?:当事人|被执行人|被申请人)[^。;]{0,6}意见|陈述申辩|陈述、申辩/u;
  // An application that names no opinions of the party does not tell that there were none, unless it lists its papers one by one.
  const listed = text.slice(Math.max(0, text.search(/附(?:件|:)/u))).match(/(?:^|[^\d])\d{1,2}[.、]/gu)?.length ?? 0;
  if (opinions.test(text) || listed >= 4)
    states(plain, 'enforcement.materials', [
      ['application', true],
      ['decision', /决定书/u],
      // The decision itself bears the facts, the reasons and the law.
      ['grounds', /决定书|事实[^。;]{0,8}理由|理由[^。;]{0,8}依据|法律依据/u],
      ['opinions', opinions],
      ['urging', /催告/u],
      [
        'object',
        /执行标的|(?:申请|请求)(?:强制)?执行(?:的)?[^。;]{0,6}(?:标的|内容|事项)|执行请求|(?:申请|请求)事项|强制执行[^。;]{0,40}(?:罚款|款项|拆除|义务)/u,
      ],
    ]);
  if (signature.seal !== null) writer.put('enforcement.application-has-seal', true, signature.seal);
  writer.put('enforcement.application-states-date', true, plain.day);
  const head = readFields(reader, [
    ...['负责人', '行政机关负责人', '法定代表人', '机关负责人'].flatMap((who) => [who, `${who}签名`, `${who}签字`]),
  ]).findLast((field) => /签/u.test(text.slice(field.start, field.from)) || field.start > text.length * 0.6);
  if (head !== undefined)
    writer.put(
      'enforcement.application-signed',
      namesIn(reader, { from: head.from, end: head.to }).length > 0 ? true : head.text === '' ? false : null,
      { start: head.start, end: Math.max(head.to, head.start + 2) },
      0.78,
    );
  const sum = principal(plain);
  writer.put('enforcement.principal', sum?.yuan, sum, 0.8);
  basisNumber(plain, 0.8);
  // The agency itself is the 申请人; the party is whom it applies against.
  const against = plain.parties.all.find(({ span }) =>
    AGAINST.test(text.slice(Math.max(0, span.start - 12), span.start)),
  );
  if (against !== undefined) writer.put('party.name', against.name, against.span, 0.85);
  return { ...askedAgainst(reader), ...writer.facts };
};

const AGAINST = /(?:被申请人|被申请执行人|被执行人)(?:\([^()]*\))?:?$/u;

export const readRuling: Extractor = (reader) => {
  const plain = openPlain(reader);
  if (plain.blank || plain.day === undefined) return {};
  const { writer, text } = plain;
  // A review decision or a judgment kept in the file only speaks of enforcing; the court rules on it in neither.
  if (!/强制执行/u.test(text) || /复议[^。]{0,8}决定书|判决书/u.test(text.slice(0, 120))) return {};
  const refused = spanOf(reader, /不予受理|不予执行|不准予强制执行/u);
  const granted = spanOf(reader, /准予(?:强制)?执行/u);
  if (refused !== null && /不予受理/u.test(text)) writer.day('enforcement.court-refused-on', plain.day, 0.85);
  else if (refused !== null) writer.put('enforcement.court-permits', false, refused, 0.85);
  else writer.put('enforcement.court-permits', granted === null ? null : true, granted, 0.85);
  writer.day('enforcement.court-ruled-on', plain.day, 0.85);
  return writer.facts;
};

/** Form on which the enforcement is approved; it tells who approved and when, as a decision's approval. */
export const readEnforcementApproval: Extractor = (reader) => {
  const plain = openPlain(reader);
  const { head } = readApprovals(reader);
  if (head === null || head.blank) return {};
  plain.writer.put('approval.approved', head.agrees, head);
  if (head.agrees !== false) plain.writer.put('approval.date', head.day?.value, head.day);
  plain.writer.put('approval.approver', head.names[0], head, 0.85);
  return plain.writer.facts;
};
