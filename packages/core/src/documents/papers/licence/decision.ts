import type { Extractor } from '../../facts.ts';
import type { Reader } from '../../pages.ts';
import { daysIn, FactWriter, spanOf } from '../blocks.ts';
import { decisionFacts, openPlain } from '../plain.ts';
import { appliedOn, expiry, fieldsOf, firstOf, putItem, putKind, spanOfField, validLabels } from './fields.ts';

/** Decision to grant, change or renew a licence. */
export const readLicenceDecision: Extractor = (reader) => licenceDecision(reader, true);

/** Decision to refuse one. */
export const readLicenceRefusal: Extractor = (reader) => licenceDecision(reader, false);

function licenceDecision(reader: Reader, granted: boolean) {
  const plain = openPlain(reader);
  if (plain.blank) return {};
  const { writer } = plain;
  const words = granted ? /准予|同意|批准/u : /不予|不准予|不同意|驳回/u;
  writer.put('licence.granted', granted, spanOf(reader, words) ?? { start: 0, end: 6 });
  putItem(plain, 'licence.item');
  putKind(plain, true);
  if (granted) expiry(plain, fieldsOf(reader));
  if (/委托/u.test(plain.text) && /受[^。;]{2,20}委托|委托[^。;]{2,16}(?:实施|办理)/u.test(plain.text))
    writer.put('licence.delegated', true, spanOf(reader, /委托/u), 0.76);
  const accepted = /(\d{4}年\d{1,2}月\d{1,2}日)(?:收到[并后]?)?(?:依法|正式|予以)*受理|受理(?:日期|时间):?\d/u.exec(
    plain.text,
  );
  if (accepted !== null)
    writer.day('acceptance.date', daysIn(reader, { from: accepted.index, end: accepted.index + 34 })[0], 0.8);
  appliedOn(plain);
  return { ...decisionFacts(plain), ...writer.facts };
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/撤销/u, 'revocation'],
  [/注销/u, 'deregistration'],
  [/撤回/u, 'withdrawal'],
];

/** Decision that withdraws, revokes or deregisters a licence. */
export const readLicenceEnding: Extractor = (reader) => {
  const opened = openPlain(reader);
  if (opened.blank) return {};
  // An announcement tells the public of the decision; what the decision itself states it need not repeat.
  const plain = /(?:特此|现予以?)公告/u.test(opened.text) ? { ...opened, whole: false } : opened;
  const { writer, text } = plain;
  const operative = /(?:决定,?(?:依法|予以)?[^。;,]{0,4}|予以)(?:撤销|注销|撤回)/u.exec(text)?.[0] ?? '';
  const kind = [text.slice(0, 60), operative]
    .map((words) => endings.find(([pattern]) => pattern.test(words))?.[1])
    .find((one) => one !== undefined);
  writer.put('licence.kind', kind, { start: 0, end: Math.min(20, text.length) });
  const ground = (path: string, list: readonly (readonly [RegExp, string])[]): void => {
    const found = list.map(([pattern, code]) => [spanOf(reader, pattern), code] as const).find(([at]) => at !== null);
    if (found !== undefined) writer.put(path, found[1], found[0], 0.8);
  };
  if (kind === 'revocation') {
    writer.put('licence.revoked', true, { start: 0, end: Math.min(20, text.length) });
    // What is revoked has ended, and is to be taken off the register (行政许可法 art. 70).
    writer.put('licence.ended-by', 'withdrawn', { start: 0, end: Math.min(20, text.length) }, 0.85);
    writer.day('licence.ended-on', plain.day, 0.85);
    // A form lists every ground the law knows: only a ticked or sole one is this licence's.
    const all = [/滥用职权/u, /超越[^。;]{0,4}职权/u, /违反[^。;]{0,4}程序/u, /欺骗|贿赂/u].filter((one) =>
      one.test(text),
    );
    if (all.length === 1)
      ground('licence.revocation-ground', [
        [/滥用职权|玩忽职守/u, 'abuse'],
        [/超越[^。;]{0,4}职权/u, 'beyond-power'],
        [/违反[^。;]{0,4}程序/u, 'procedure'],
        [/欺骗|贿赂/u, 'fraud'],
      ]);
    else if (all.length === 0) ground('licence.revocation-ground', [[/不具备申请资格|不符合法定条件/u, 'unqualified']]);
  }
  if (kind === 'withdrawal')
    ground('licence.withdrawal-ground', [
      [/(?:法律|法规|规章|依据)[^。;]{0,12}(?:修改|废止)/u, 'law-changed'],
      [/客观情况[^。;]{0,8}(?:重大)?变化/u, 'circumstances'],
    ]);
  if (kind === 'deregistration') {
    writer.put('licence.deregistered', true, { start: 0, end: Math.min(20, text.length) });
    ground('licence.ended-by', [
      [/(?:期满|届满|到期)[^。;]{0,10}未(?:申请)?延续/u, 'expired'],
      [/死亡|丧失行为能力/u, 'incapable'],
      [/(?:法人|组织|企业)[^。;]{0,10}(?:终止|解散|注销(?![^。;,]{0,20}(?:许可|证|资质)))/u, 'dissolved'],
      [/被?(?:撤销|撤回|吊销)/u, 'withdrawn'],
      [/不可抗力/u, 'force-majeure'],
      // Whoever holds a licence may give it up (行政许可法 art. 70 item 6).
      [/第七十条第\(?六\)?项|申请[^。;,]{0,4}注销|(?:提出|主动|自愿|要求)[^。;]{0,24}注销/u, 'other-lawful'],
    ]);
  }
  if (/公共利益/u.test(text)) writer.put('licence.states-public-interest', true, spanOf(reader, /公共利益/u), 0.8);
  return { ...decisionFacts(plain), ...writer.facts };
};

/** The licence itself. */
export const readCertificate: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const fields = fieldsOf(reader);
  const issued = firstOf(fields, ['发证日期', '颁发日期', '颁证日期']);
  if (issued !== undefined)
    writer.day('licence.certificate-issued-on', daysIn(reader, { from: issued.from, end: issued.to })[0]);
  const until = firstOf(fields, validLabels);
  if (until !== undefined) writer.day('licence.expires-on', daysIn(reader, { from: until.from, end: until.to }).at(-1));
  const by = firstOf(fields, ['发证机关']);
  if (by !== undefined) writer.put('licence.granted-by', by.text, spanOfField(by), 0.85);
  return writer.facts;
};
