import type { ListItem } from '../../record/types.ts';
import { openPaper } from '../decision/paper.ts';
import { readSignature } from '../decision/signature.ts';
import { type Extractor, type Facts, factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import type { DateHit } from '../scan/dates.ts';
import { firstFields, readFields } from '../scan/labels.ts';
import { isScan } from '../scan-text.ts';
import { readApprovals } from './approvals.ts';
import { blocksOf, daysIn, FactWriter, inOwnCell, namesIn, spanOf, wordsOf } from './blocks.ts';
import { printedLabels } from './printed-labels.ts';
import { pageSignatures } from './signatures.ts';

/** The last day that stands in a short row: one of a sentence dates what the sentence tells, not the paper. */
function lastStanding(reader: Reader): DateHit | undefined {
  return daysIn(reader, { from: 0, end: reader.dense.length })
    .filter((day) => {
      const line = reader.lines[reader.lineAt(day.start)];
      if (line === undefined || line.end - line.start - (day.end - day.start) > 30) return false;
      // [发布日期] 2030-06-15 in the frame of a web page: the day it was put there.
      if (/(?:发布|公开|公示|更新|上传)(?:日期|时间)?[\]】)]?:?$/u.test(reader.dense.slice(line.start, day.start)))
        return false;
      // 2030年6月15日的《现场检查笔录》, a day a sentence opens with: not of this paper.
      return !/[《,。;]/u.test(reader.dense.slice(day.end, line.end));
    })
    .at(-1);
}

/** Notice that evidence is registered and kept. */
export const readPreservation: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const day = readSignature(openPaper(reader)).date ?? daysIn(reader, { from: 0, end: reader.dense.length }).at(-1);
  if (day === undefined || day.value === null) return {};
  writer.put('preservation.used', true, { start: 0, end: 10 });
  writer.day('preservation.date', day);
  writer.tell('preservation.states-reason', /(?:可能灭失|难以取得|灭失|依据|根据)[^。]{0,40}/u, true);
  writer.tell(
    'preservation.states-term',
    /(?:期限|自)[^。]{0,24}(?:[七7]日|[七7]个工作日|至)|保存[^。;]{0,4}(?:[一二三四五六七1-7](?:个工作)?[日天])|(?:登记保存|保存)期[^。;]{0,12}\d/u,
    true,
  );
  writer.tell(
    'preservation.has-list',
    /(?:附件?|附|所附|详见)[^。]{0,16}清单|清单(?:一|1)份|序号|(?:名称|品种|品名)[^。:]{0,12}数量/u,
    false,
  );
  writer.put('preservation.notice-delivered', true, spanOf(reader, RECEIVED, Math.floor(reader.dense.length / 2)), 0.8);
  return writer.facts;
};

export const readPreservationApproval: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  if (!/登记保存/u.test(reader.dense)) return {};
  const { head } = readApprovals(reader);
  if (head === null) return {};
  writer.put('preservation.approved', head.agrees, head);
  if (head.agrees !== false) writer.put('preservation.approved-on', head.day?.value, head.day);
  return writer.facts;
};

export const readPreservationList: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  if (!/登记保存|保存/u.test(reader.dense) || daysIn(reader, { from: 0, end: reader.dense.length }).length === 0)
    return {};
  writer.put('preservation.has-list', true, { start: 0, end: 8 });
  const place = spanOf(reader, /签名|签字|签章|签收/u);
  const party = pageSignatures(reader, ['当事人', '被登记保存人', '物品持有人', '持有人', '当事人或代理人']);
  const officers = pageSignatures(reader, ['执法人员', '办案人员', '承办人', '承办人员', '案件承办人', '检查人员']);
  const both = party.last === true && officers.last === true ? true : party.last === false ? false : null;
  writer.put('preservation.list-signed', both, party.places[0] ?? place, 0.8);
  const copies = /一式[二两三2-3][份联]|交(?:付|给)?当事人/u.test(reader.dense);
  if (party.last === true && copies) writer.put('preservation.list-delivered', true, place, 0.8);
  return writer.facts;
};

/** 当事人签收:张三 2030年1月2日 at the foot of a paper. */
const RECEIVED =
  /(?:当事人|受送达人|收件人|签收人|被通知人|被登记保存人)(?:或其?(?:委托)?代理人)?(?:\(?(?:签收|签名|签字|签章|签名或者?盖章)\)?)?:[一-龥·]{2,4},?(?:(?:时间|日期):?)?\d{4}年\d{1,2}月\d{1,2}日/u;

export const readPreservationHandling: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const signature = readSignature(openPaper(reader));
  writer.day('preservation.handled-on', signature.date ?? daysIn(reader, { from: 0, end: reader.dense.length }).at(-1));
  return writer.facts;
};

/** Those who take samples, and whose goods are sampled, as forms have them stand or sign. */
const taken = '(?:抽样|采样|取样|抽检)(?:取证)?';
const ofTakers = new RegExp(
  `^(?:${taken}(?:执法)?人员?|执法人员)(?:签名|签字|\\(|或|盖章|及|、|执法|证件?|号码?|姓名|\\))*$`,
  'u',
);
const ofOwners = new RegExp(
  `^(?:被${taken}(?:人|单位|\\(|\\)|或者?|/)+(?:陪同|现场)?(?:负责人|人员|代表)?|当事人|被检查人|现场负责人|物品持有人)(?<!\\()(?=\\(?(?:签名|签字|签章|盖章))`,
  'u',
);

export const readSampling: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const takers = printedLabels(reader, ofTakers);
  const labels = [
    '抽样时间',
    '抽样取证时间',
    '抽样日期',
    '抽样地点',
    '样品名称',
    '产品名称',
    '商品名称',
    '抽样基数',
    '商标',
    '封样状态',
    '证据物品名称',
    '物品名称',
    '抽样数量',
    '数量',
    '规格型号',
    '采样时间',
    '采样日期',
    '采样地点',
    '取样时间',
    ...takers,
    '当事人',
    '被抽样单位',
    '被抽样取证人',
    '被抽样人',
    // Whose goods are sampled signs below those who take them.
    ...['当事人', '被抽样人', '被抽样单位', '被抽样取证人', '被抽样取证单位', '见证人', '被检查人'].flatMap((who) =>
      ['签名', '签字', '签名或盖章', '签字或盖章', '签章', '盖章'].map((how) => who + how),
    ),
    '抽样机关',
    '见证人',
    '抽样方法',
    '备注',
    '序号',
  ];
  const blocks = blocksOf(reader, labels);
  const time = blocks.find((block) => /(?:抽样|采样|取样)(?:取证)?(?:时间|日期)/u.test(block.label));
  const day =
    (time === undefined ? undefined : daysIn(reader, time)[0]) ??
    (time !== undefined && reader.pages.some(isScan)
      ? undefined
      : daysIn(reader, { from: 0, end: reader.dense.length })[0]);
  if (day === undefined) return {};
  writer.put('sampling.used', true, { start: 0, end: 8 });
  writer.day('sampling.date', day);
  const officers = blocks
    .filter((block) => takers.includes(block.label))
    .map((block) => inOwnCell(reader, block))
    .find((block) => namesIn(reader, block).length > 0);
  if (officers !== undefined)
    writer.put(
      'sampling.officers',
      namesIn(reader, officers).map((one) => one.name),
      { start: officers.from, end: officers.end },
      0.85,
    );
  const goods = blocks.find((block) => /名称$/u.test(block.label) && wordsOf(reader, block).length > 1);
  const quantity = blocks.find((block) => /数量$/u.test(block.label) && wordsOf(reader, block).length > 0);
  // Heads of columns with a row of goods below them.
  const row = spanOf(reader, /(?:名称|品名)[^。:]{0,40}数量[^。:]{0,30}?1[^。:]{2,60}\d+(?:[一-龥]|[a-z]{1,3})/iu);
  if (row !== null) writer.put('sampling.has-list', true, row, 0.85);
  if (goods !== undefined && quantity !== undefined)
    writer.put('sampling.has-list', true, { start: goods.from, end: goods.end }, 0.85);
  const signed = pageSignatures(reader, [
    '当事人',
    ...printedLabels(reader, ofOwners).map((label) => ofOwners.exec(label)?.[0] ?? label),
  ]);
  if (signed.last === true) writer.put('sampling.party-signed', true, spanOf(reader, /签名|签字|盖章/u), 0.8);
  return writer.facts;
};

export const readAppraisal: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const paper = openPaper(reader);
  const signature = readSignature(paper);
  writer.day('appraisal.date', signature.date ?? daysIn(reader, { from: 0, end: reader.dense.length }).at(-1), 0.8);
  writer.tell(
    'appraisal.states-qualification',
    /资质|CMA|CNAS|计量认证|检验检测机构|认定证书|许可证/u,
    signature.whole,
  );
  return writer.facts;
};

export const readAppraisalNotice: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const receipt = spanOf(
    reader,
    /(?:当事人|签收|受送达人)[^。]{0,10}(?:签收|签名|签字)?/u,
    Math.floor(reader.dense.length / 2),
  );
  const days = daysIn(reader, { from: receipt?.start ?? 0, end: reader.dense.length });
  writer.day('appraisal.told-on', days.at(-1));
  return writer.facts;
};

const evidenceLabels: readonly string[] = [
  '证据名称',
  '证据材料名称',
  '名称',
  '页数',
  '数量',
  '份数',
  '提取时间',
  '提取地点',
  '取证时间',
  '取证地点',
  '证据内容',
  '证明对象',
  '证明内容',
  '内容',
  '提供人',
  '提取人',
  '取证人',
  '来源',
  '证据来源',
];

/** Only of what shows or sounds must be told how it was made (行政诉讼证据规定 12); a copy of a paper needs its source. */
const VISUAL = /照片|相片|图片|录像|录音|视频|影像|截图|截屏|光盘|电子数据/u;
const MAKING = /(?:拍摄|制作|复制|提取|取证|收集)(?:人|时间|方法|方式|地点)|(?:证明(?:对象|内容|事项)|证据内容)/u;

/** 留置送达现场照片, 销毁现场照片: pictures of what was done after the decision prove no act. */
const OF_WHAT_FOLLOWED =
  /(?:送达|留置|张贴|销毁|拆除|退还|返还|解除|复查|整改[前后]|整改完成|执行|公示)[一-龥()]{0,10}(?:照片|相片|图片|影像|截图|视频)/u;
const HEAD_OF_SHEET = 160;

/** 复印件与原件一致,由我公司提供。张三 2030年1月2日: the hand of who gave it. */
const PROVIDED =
  /(?:由(?:我|本人|本)[^。:]{0,8}提供|与原件[^。:]{0,8}(?:一致|相符|无误|相同))[^:]{0,20}[。,]?[一-龥·]{2,4}\d{4}年\d{1,2}月\d{1,2}日/u;

/** A sheet of evidence: copies, photographs, extracts. */
export const readEvidence: Extractor = (reader) => {
  const text = reader.dense;
  if (OF_WHAT_FOLLOWED.test(text.slice(0, HEAD_OF_SHEET))) return {};
  const day = daysIn(reader, { from: 0, end: text.length }).at(-1);
  const copy = /复制件|复印件|打印件/u.test(text);
  const signed = pageSignatures(reader, ['提供人', '当事人', '被取证人', '出具人', '证据提供人', '现场负责人']);
  const named = firstFields(readFields(reader, evidenceLabels));
  const field = ['证据名称', '证据材料名称', '名称'].map((label) => named.get(label)).find((one) => one?.text);
  const name =
    field?.text.slice(0, 40) ??
    /(?:(?:证据名称|证据材料名称|证明对象|证据内容):?|(?:名称|内容):)([^。,;:]{2,30})/u.exec(text)?.[1];
  const item: ListItem = {
    document: reader.document,
    ...(name === undefined ? headOf(reader) : { name }),
    ...(day === undefined ? {} : { 'obtained-on': day.value }),
    'is-copy': copy,
    ...(copy
      ? { 'confirmed-against-original': /与原件(?:核对)?(?:一致|相符|无误|核对无误|相同)|核对无误|经核对/u.test(text) }
      : {}),
    'states-source': /(?:提供|来源|取自|存于|拍摄于|出处|取证地点|拍摄地点|出具)/u.test(text),
    ...(VISUAL.test(text) ? { 'states-making': MAKING.test(text) } : {}),
    ...(signed.last === null ? (PROVIDED.test(text) ? { signed: true } : {}) : { signed: signed.last }),
    anchors: reader.anchorOf(0, Math.min(20, text.length)),
    origin: 'extracted',
    confidence: 0.8,
  };
  return day === undefined && name === undefined
    ? {}
    : { 'evidence[]': factOf(reader, [item], 0, Math.min(20, text.length), 0.8), ...identityOn(reader) };
};

/** A sheet with the party's licence or card on it: 统一社会信用代码, 公民身份号码 and their numbers. */
function identityOn(reader: Reader): Facts {
  const found = spanOf(reader, /(?:统一社会信用代码|公民身份号码):?[0-9A-Z]{15,18}/u);
  return found === null ? {} : { 'party.has-identity-proof': factOf(reader, true, found.start, found.end, 0.85) };
}

/** A sheet that names nothing is called by its heading. */
function headOf({ lines, dense }: Reader): { name?: string } {
  const head = lines.map(({ start, end }) => dense.slice(start, end)).find((row) => /^[一-龥()、]{2,24}$/u.test(row));
  return head === undefined ? {} : { name: head };
}

/** Licence or identity card of the party. */
export const readIdentity: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  if (reader.dense.length < 20) return {};
  writer.put('party.has-identity-proof', true, { start: 0, end: 6 });
  return writer.facts;
};

export const readCorrection: Extractor = (reader) => {
  const writer = new FactWriter(reader);
  const signature = readSignature(openPaper(reader));
  writer.put('correction.ordered', true, { start: 0, end: 8 });
  writer.day('correction.date', signature.date ?? lastStanding(reader));
  writer.tell('correction.states-content', /责令[^。]{4,}|(?:改正|整改)(?:内容|要求|事项)/u, signature.whole);
  writer.tell(
    'correction.states-deadline',
    /(?:立即|当场|于\d{4}年[^。]{2,12}前|\d{1,3}日内|[一二三四五六七八九十]{1,4}日内|(?:改正|整改)期限|期限)/u,
    signature.whole,
  );
  writer.tell('correction.states-basis', /(?:违反|依据|根据)[^。]{0,10}《/u, signature.whole);
  return writer.facts;
};
