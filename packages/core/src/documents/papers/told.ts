import { type Facts, factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { type AmountHit, scanAmounts } from '../scan/amounts.ts';
import { isEmptyChoice } from '../scan/boxes.ts';
import { readFields } from '../scan/labels.ts';
import { daysIn } from './blocks.ts';

type Told = readonly [path: string, words: RegExp];

/** 经复核,理由不成立,不予采纳: the answer to what the party said (行政处罚法 art. 45). */
const reviewed: Told = [
  'statement.reviewed',
  /经(?:过)?复核|复核(?:认为|查明|意见)|(?:陈述|申辩|申辩意见)[^。;]{0,16}(?:不予采纳|予以采纳|不采纳|部分采纳|不成立)|(?:不予?采纳|予以采纳|部分采纳)[^。;]{0,10}(?:陈述|申辩)/gu,
];

/**
 * Things a paper of the kind may tell in so many words: the fact is true where the words stand and nothing denies them. Where they do not
 * stand nothing is said, for the paper may tell it in other words.
 */
const told: Readonly<Record<string, readonly Told[]>> = {
  'decision-approval': [reviewed],
  'investigation-report': [
    ['case.monitored', /电子技术监控设备|监控设备(?:抓拍|记录)|非现场执法/gu],
    ['case.monitor-reviewed', /(?:监控设备|设备)[^。;]{0,20}经(?:过)?法制[^。;]{0,6}技术审核/gu],
    ['case.monitor-record-reviewed', /监控记录[^。;]{0,14}(?:经|已)(?:过)?审核/gu],
    ['case.no-fault-proved', /没有主观过错|无主观过错/gu],
    ['case.fined-before', /(?:同一|该)(?:违法)?行为[^。;]{0,10}已(?:被|经)[^。;]{0,16}罚款/gu],
    ['case.meets-prosecution-standard', /达到[^。;]{0,10}(?:追诉|立案)标准/gu],
    ['transfer.duty-crime-clue', /(?:公职|公务)人员[^。;]{0,12}(?:职务)?(?:违法|犯罪)/gu],
    ['decision.gains-net-of-cost', /扣除[^。;]{0,12}成本/gu],
  ],
  'filing-approval': [
    // 立案/不予立案理由 is the label of a form that may end either way.
    [
      'filing.refused',
      /(?<!立案[/(、或]|是否|或者)(?:建议|决定|同意)?不予立案(?!审批|的?理由|的?(?:情形|条件|规定)|[)/、或])/gu,
    ],
    ['case.special-jurisdiction', /管辖[^。;]{0,10}另有规定/gu],
  ],
  'no-filing-approval': [['filing.refused', /不予立案/gu]],
  'penalty-decision': [
    reviewed,
    // 7月7日你单位提出书面申辩: an act of a day, not the right to it.
    [
      'statement.made',
      /(?:当事人|你(?:单位|公司|厂|店|\(单位\))?|该单位|该公司)于(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:向[^。;,]{2,14})?(?:提出|提交|递交)了?(?:书面|口头)?的?(?:陈述|申辩)(?![^。;,]{0,6}权)|(?<![如若可])当事人(?:[一-龥·]{2,4})?提出了?(?:书面|口头)?的?陈述、?(?:和)?申辩(?:意见|材料)(?=[,。])|月\d{1,2}日,?(?:当事人|被处罚人|你(?:单位|公司|厂|店|\(单位\))?|该单位|该公司)(?:向[^。;,]{2,14})?(?:提出|提交|递交)了?(?:书面|口头)?(?:的|[^。;,权可]{0,4})(?:陈述|申辩)(?![^。;,]{0,6}权)/gu,
    ],
    ['case.delegated', /受[^。;,]{2,20}委托/gu],
    ['case.monitored', /电子技术监控设备|电子警察|非现场执法/gu],
    [
      'decision.lenient',
      /(?:予以|给予|依法|应当)从轻(?:行政)?处罚|(?:决定|现)对(?:你|当事人|其|该)[^。;,]{0,6}从轻(?:行政)?处罚/gu,
    ],
    [
      'discretion.superior-benchmark',
      /(?:参照|依据|按照|适用)[^。;]{0,10}《[^《》]{0,30}(?:省|自治区|国家|部|总局)[^《》]{0,30}(?:裁量|基准)[^《》]{0,12}》/gu,
    ],
    [
      'decision.tells-publication',
      /(?:依法|将)[^。;]{0,12}(?:公示|公开)[^。;]{0,12}(?:处罚)?(?:信息|决定)|(?:处罚)?(?:信息|决定)[^。;]{0,10}(?:依法|将)[^。;]{0,10}公(?:示|开)/gu,
    ],
    ['decision.tells-direct-litigation', /(?:直接|也可以?)[^。;]{0,40}(?:提起(?:行政)?诉讼|起诉)/gu],
    ['decision.tells-review-first', /(?:应当|须|必须)先(?:自[^。;,]{2,24}内)?(?:向[^。;]{2,30})?申请(?:行政)?复议/gu],
  ],
  'discussion-record': [
    reviewed,
    ['decision.extension-discussed', /(?:同意|决定)[^。;]{0,12}(?:再次)?延(?:长|期)[^。;]{0,10}(?:办案|办理)?期限/gu],
  ],
  'legal-review': [
    ['decision.on-major-list', /(?:列入|属于)[^。;]{0,16}(?:重大[^。;]{0,10}(?:目录|清单|决定))/gu],
    ['legal-review.written', /审核意见[:为]?[^。;_]{6,}/gu],
  ],
  'legal-review-submission': [
    ['legal-review.risk-assessed', /风险评估/gu],
    ['legal-review.experts-consulted', /专家论证/gu],
  ],
  'appraisal-report': [
    ['party.incapable', /(?:无|不具有)[^。;]{0,6}(?:责任能力|辨认能力|控制能力)/gu],
    ['transfer.has-appraisal', /(?:检验|鉴定|检测)(?:结论|意见|结果)/gu],
  ],
  'appraisal-notice': [['appraisal.tells-recheck', /(?:申请|提出)[^。;]{0,10}(?:复检|复验|重新(?:检验|鉴定))/gu]],
  'sampling-record': [['sampling.sealed', /(?:加贴|张贴|粘贴)[^。;]{0,6}封条|封样|签封/gu]],
  'publication-record': [
    ['publication.exempt', /依法不予(?:公示|公开)/gu],
    ['publication.withdrawn', /已?撤回公(?:示|开)|撤下/gu],
    ['publication.withdrawal-reason', /撤回[^。;]{0,10}(?:理由|原因)/gu],
    ['publication.social-impact', /具有一定社会影响/gu],
    ['publication.corrected', /(?:更正|修改)[^。;]{0,8}公示/gu],
  ],
  'payment-receipt': [
    ['payment.to-treasury', /(?:上缴|缴入)[^。;]{0,6}国库|国库/gu],
    ['collection.special-receipt', /财政(?:部|厅|局|部门)?[^。;]{0,8}(?:监制|统一制发|印制)/gu],
    ['payment.collected-by-officers', /执法人员(?:当场)?收缴/gu],
  ],
  'closing-approval': [['payment.collected-by-officers', /执法人员(?:当场)?收缴/gu]],
  'summary-decision': [
    ['summary.numbered', /〔\d{4}〕|\[\d{4}\]|字第?\d|\(\d{4}\)\d|编号[:为]?\d/gu],
    ['summary.no-objection', /(?:没有|无|不)(?:提出)?异议/gu],
    ['summary.states-payment', /(?:当场缴纳|缴至|缴纳)[^。;]{0,40}/gu],
    ['collection.on-water', /水上/gu],
    ['collection.fixed-abode', /有固定住所/gu],
    ['summary.statement-recorded', /(?:陈述|申辩)[^。;]{0,10}(?:记录|如下|:)/gu],
    ['summary.recorded', /全程(?:同步)?(?:录音|录像|音像)/gu],
  ],
  'measure-record': [
    ['measure.sealed', /(?:加贴|张贴|粘贴)[^。;]{0,6}封条/gu],
    ['measure.recorded', /全程(?:同步)?(?:录音|录像|音像)|执法记录仪/gu],
    ['measure.family-told', /(?:通知|告知)[^。;]{0,6}家属/gu],
    ['recording.party-told', /告知[^。;]{0,14}(?:音像记录|录音录像|全程记录)/gu],
  ],
  'inspection-record': [
    ['recording.party-told', /告知[^。;]{0,14}(?:音像记录|录音录像|全程记录|执法记录仪)/gu],
    ['inspection.of-licensee', /(?:被许可人|许可证)[^。;]{0,16}监督检查|监督检查[^。;]{0,16}(?:被许可人|许可)/gu],
    ['inspection.on-road', /(?:道路|公路|路段)[^。;]{0,16}(?:检查|拦停)[^。;]{0,8}车辆/gu],
  ],
  'seizure-list': [['measure.on-necessities', /生活必需品|生活所必需/gu]],
  'compulsion-approval': [
    ['measure.grave', /案情重大|社会影响较大/gu],
    ['measure.disposed-early', /先行处置/gu],
  ],
  'measure-handling': [
    ['measure.disposed-early', /先行处置/gu],
    ['measure.disposal-consented', /(?:经|征得)[^。;]{0,8}(?:权利人|当事人|所有人)[^。;]{0,6}同意/gu],
  ],
  'measure-return': [
    ['measure.goods-damaged', /(?:损毁|丢失|毁损|灭失)/gu],
    ['measure.goods-compensated', /(?:给予|予以|支付)[^。;]{0,6}赔偿/gu],
    ['enforcement.restored', /(?:退还|返还)[^。;]{0,10}(?:财物|物品)|恢复原状/gu],
  ],
  'enforcement-decision': [
    ['enforcement.residential', /(?:居民|家庭)[^。;]{0,8}(?:生活|居住)|住宅|住房/gu],
    ['enforcement.cuts-utilities', /停止供(?:水|电|热|气)|停(?:水|电|气)/gu],
    ['enforcement.hiding-evidence', /(?:转移|隐匿)[^。;]{0,6}(?:财物|财产)/gu],
  ],
  'enforcement-agreement': [
    // 乙方不履行协议的,恢复强制执行: what would be.
    ['enforcement.agreement-breached', /(?<![如若]|如果|逾期)(?:不|未)履行[^。;]{0,6}协议(?![^。;,]{0,6}[的时])/gu],
  ],
  'enforcement-application': [['enforcement.late-with-reason', /逾期[^。;]{0,10}正当理由/gu]],
  'substitute-record': [['substitute.party-present', /当事人[^。;]{0,8}(?:到场|在场)/gu]],
  'auction-record': [['enforcement.offsets-seized', /抵缴[^。;]{0,6}(?:罚款|款项)/gu]],
  'crime-transfer': [['transfer.evidence-kept', /证据[^。;]{0,10}(?:妥善保存|保全)/gu]],
  'case-transfer': [],
  'transfer-list': [['transfer.handover-signed', /(?:接收人|移交人|交接人)[^。;]{0,8}:?[一-龥]{2,4}/gu]],
  'licence-refusal': [],
  'licence-ending': [
    [
      'licence.obtained-by-fraud',
      /以欺骗、?贿赂等?不正当手段|以(?:欺骗|贿赂|虚假)[^。;,、]{0,8}取得|隐瞒有关情况|提供虚假(?:材料|信息)/gu,
    ],
    ['licence.public-harm', /对公共利益造成重大损害/gu],
    ['licence.withdrawal-loss', /造成[^。;]{0,8}财产损失/gu],
    ['licence.compensated', /(?:给予|予以|依法)[^。;]{0,4}补偿/gu],
  ],
  'licence-tender': [['licence.competitive', /招标|拍卖|中标|成交/gu]],
  'licence-approval': [
    ['licence.hearing-statutory', /(?:应当|需要|依法)[^。;]{0,6}(?:举行)?听证/gu],
    ['licence.opinions-heard', /听取[^。;]{0,14}(?:申请人|利害关系人)[^。;]{0,6}意见/gu],
  ],
  'interested-notice': [['licence.opinions-heard', /听取[^。;]{0,14}意见/gu]],
  'statement-waiver': [['licence.hearing-waived', /放弃[^。;]{0,12}听证/gu]],
  'supplement-notice': [
    [
      'application.supplement-states-term',
      /[\d一二三四五六七八九十]+个?(?:工作)?日内[^。;]{0,20}(?:补正|补齐|提交)|(?:补正|补齐)期限/gu,
    ],
  ],
  'no-penalty-decision': [
    ['no-penalty.history-checked', /(?:经查|查询|核查)[^。;]{0,30}(?:初次|首次|未发现[^。;]{0,10}违法)/gu],
  ],
  'service-receipt': [
    ['decision.handed-over-at-announcement', /宣告后?(?:当场)?(?:交付|送达)/gu],
    ['service-announcement.party-missing', /下落不明/gu],
    ['service-announcement.others-failed', /(?:其他方式|直接|邮寄|留置)[^。;]{0,10}无法送达/gu],
  ],
  'service-announcement': [
    ['service-announcement.party-missing', /下落不明/gu],
    ['service-announcement.others-failed', /(?:其他方式|直接|邮寄|留置)[^。;]{0,10}无法送达|无法(?:直接)?送达/gu],
    ['service-announcement.states-reason', /(?:因|由于)[^。;]{4,40}公告送达|(?:下落不明|无法送达)/gu],
  ],
  'audiovisual-index': [
    [
      'recording.not-needed-explained',
      /(?:未|不)(?:作|进行|宜)[^。;]{0,8}(?:音像|录音|录像)[^。;]{0,10}(?:说明|原因|因)/gu,
    ],
  ],
  'period-extension': [['decision.extension-approved', /经[^。;]{0,14}(?:批准|同意|研究决定)/gu]],
  'random-draw': [],
};

const denial = /[不未无非否没][一-龥]{0,2}$/u;

/** What speaks against the agency: where a clause forbids it or says what would follow, nothing was done. */
const accusing: ReadonlySet<string> = new Set([
  'measure.goods-damaged',
  'measure.on-necessities',
  'enforcement.cuts-utilities',
  'enforcement.agreement-breached',
  'payment.collected-by-officers',
  'case.fined-before',
  'decision.gains-net-of-cost',
  'licence.withdrawal-loss',
]);
const supposed = /(?:不得|不会|不准|禁止|严禁|不采取|不以|防止|避免|是否|有无|如果?|若|倘)[^。;,:]{0,10}$/u;

/** What the paper tells in so many words. */
export function toldFacts(kind: string, reader: Reader): Facts {
  const facts: Facts = {};
  const text = reader.dense;
  for (const [path, words] of told[kind] ?? []) {
    for (const match of text.matchAll(words)) {
      if (!/^[不未无没]/u.test(match[0]) && denial.test(text.slice(Math.max(0, match.index - 3), match.index)))
        continue;
      if (accusing.has(path) && supposed.test(text.slice(Math.max(0, match.index - 14), match.index))) continue;
      if (isEmptyChoice(reader, match.index)) continue;
      facts[path] ??= factOf(reader, true, match.index, match.index + Math.min(60, match[0].length), 0.76);
      break;
    }
  }
  return { ...facts, ...daysTold(kind, reader), ...sumsTold(kind, reader) };
}

/** Days that a label or the words right behind them name. */
function daysTold(kind: string, reader: Reader): Facts {
  const facts: Facts = {};
  const text = reader.dense;
  const behind = (path: string, words: RegExp): void => {
    const day = daysIn(reader, { from: 0, end: text.length }).find((one) =>
      words.test(text.slice(one.end, one.end + 30)),
    );
    if (day !== undefined) facts[path] = factOf(reader, day.value, day.start, day.end, 0.8);
  };
  const labelled = (path: string, ...labels: readonly string[]): void => {
    const field = readFields(reader, labels).find((one) => daysIn(reader, { from: one.from, end: one.to }).length > 0);
    const day = field === undefined ? undefined : daysIn(reader, { from: field.from, end: field.to })[0];
    if (day !== undefined) facts[path] = factOf(reader, day.value, day.start, day.end, 0.85);
  };
  if (kind === 'penalty-decision' || kind === 'summary-decision')
    // 于某日前主动补缴税款, 某日前缴纳社会保险费: what was paid or due before is not the fine.
    behind(
      'decision.payment-due-on',
      /^之?前(?![^。;]{0,20}(?:主动|已|补缴|欠缴))[^。;]{0,20}缴(?![^。;]{0,8}(?:税|费|公积金|保证金))/u,
    );
  if (kind === 'penalty-notice' || kind === 'hearing-notice-of-right')
    behind('notice.hearing-due-on', /^之?前[^。;]{0,20}听证/u);
  if (kind === 'auction-record') labelled('enforcement.auctioned-on', '拍卖日期', '拍卖时间', '成交日期', '成交时间');
  if (kind === 'instalment-approval') {
    // Of several instalments the last day ends the period.
    const days = daysIn(reader, { from: 0, end: text.length })
      .filter((one) => /^之?前[^。;]{0,10}(?:缴清|缴纳|付清)/u.test(text.slice(one.end, one.end + 30)))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
    const last = days.at(-1);
    if (last !== undefined) facts['payment.instalment-ends-on'] = factOf(reader, last.value, last.start, last.end, 0.8);
  }
  if (kind === 'summary-filing') labelled('summary.archived-on', '归档日期', '交回日期', '归档时间');
  if (kind === 'closing-approval') labelled('closing.filled-on', '填表日期', '填写日期', '制表日期');
  return facts;
}

/** The fine the investigators propose. */
function sumsTold(kind: string, reader: Reader): Facts {
  if (kind !== 'investigation-report') return {};
  const text = reader.dense;
  // The opinions below the proposal consent to it: of the places that propose, the last that names a sum counts.
  const places = [...text.matchAll(/建议|处理意见|拟/gu)].map((match) => match.index).reverse();
  const fines = places.map((from) => finesFrom(reader, from)).find((found) => found.length > 0) ?? [];
  const [fine] = fines;
  return fine === undefined || fines.some((one) => one.yuan !== fine.yuan)
    ? {}
    : { 'investigation.proposed-fine': factOf(reader, fine.yuan, fine.start, fine.end, 0.8) };
}

function finesFrom(reader: Reader, from: number): readonly AmountHit[] {
  const text = reader.dense;
  return scanAmounts(reader, from, Math.min(text.length, from + 400)).filter(
    (hit) =>
      !hit.bound &&
      (/罚款(?:人民币)?$/u.test(text.slice(Math.max(0, hit.start - 6), hit.start)) ||
        (/处以?(?:人民币)?$/u.test(text.slice(Math.max(0, hit.start - 6), hit.start)) &&
          /^的?罚款/u.test(text.slice(hit.end, hit.end + 3)))),
  );
}
