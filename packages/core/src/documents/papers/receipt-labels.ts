import type { Reader } from '../pages.ts';
import { printedLabels } from './printed-labels.ts';
import {
  dayLabels,
  methodLabels,
  numberLabels,
  officerLabels,
  otherLabels,
  partyLabels,
  recipientLabels,
  titleLabels,
  witnessLabels,
} from './service-labels.ts';

/** The words such labels are made of; what is written beside them is not. */
const words =
  '(?:文[书件]|签名|签字|签收|签章|盖章|捺印|确认|姓名|名称|单位|个人|日期|时间|或者?|及其?|和|与|的|其|同住|成年家属|负责人|法定代表人|委托代理人|代理人|代收人|收件人|收件|收到|签收|收发|部门|职务|身份|关系|证号|执法|证件|号码?|编号|文号|案号|字号|份数|件数|页数|[()、/])';
const who = '(?:受送达(?:人|单位)|被送达(?:人|单位)|收(?:件|受|文)人)';
/** What a receipt may call the same places, where it is none of the labels everybody prints. */
const grammar: readonly (readonly [keyof ReceiptPlaces, RegExp])[] = [
  // The day and the place in one.
  [
    'days',
    /^(?:送达|收件|签收)的?(?:(?:时间|日期)[、及和与]?(?:送达)?(?:地点|地址|方式)|(?:地点|地址|方式)[、及和与]?(?:送达)?(?:时间|日期))(?:\([一-龥、]{1,8}\))?$/u,
  ],
  [
    'others',
    /^(?:受送达人|被送达人|代收人?|拒收|留置|不能送达|未能送达|与受|与被|送达地|备注|附注|备考|案由|案号|案件)[一-龥()、/]{0,8}(?:拒收|代收|关系|备注|附注|备考|案由|名称|案号|事由|理由|地点|地址|说明|情况)(?:[和及、与]?(?:日期|理由|签名|签字|或者?|盖章|时间|及其?|与受送达人的?关系|[()、])){0,6}$/u,
  ],
  ['witnesses', new RegExp(`^(?:见证|证明)人${words}{0,8}$`, 'u')],
  ['officers', new RegExp(`^(?:送达(?:人员?|单位经办人)|承办送达人|执法人员|经办人)${words}{0,8}$`, 'u')],
  ['recipients', new RegExp(`^${who}${words}{0,8}?(?:签名|签字|签收|签章|盖章|捺印)${words}{0,8}$`, 'u')],
  ['days', /^(?:视为)?(?:送达|收件|签收|收到|收文|收受)的?(?:时间|日期)(?:\([一-龥、]{1,8}\))?$/u],
  ['methods', /^送达的?方[式法]$/u],
  ['titles', new RegExp(`^(?:被?送达的?|所送达的?)?(?:执法|法律|行政)?文[书件]${words}{0,8}$`, 'u')],
  ['parties', new RegExp(`^${who}${words}{0,8}$`, 'u')],
];

/** The labels of a receipt of service by what they head. */
export interface ReceiptPlaces {
  readonly titles: readonly string[];
  readonly numbers: readonly string[];
  readonly recipients: readonly string[];
  readonly parties: readonly string[];
  readonly methods: readonly string[];
  readonly days: readonly string[];
  readonly officers: readonly string[];
  readonly witnesses: readonly string[];
  readonly others: readonly string[];
}

const known: ReceiptPlaces = {
  titles: titleLabels,
  numbers: numberLabels,
  recipients: recipientLabels,
  parties: partyLabels,
  methods: methodLabels,
  days: dayLabels,
  officers: officerLabels,
  witnesses: witnessLabels,
  others: otherLabels,
};
const named: ReadonlySet<string> = new Set(Object.values(known).flat());

/** The labels a receipt may have: those everybody prints, then what else this one makes of the same words. */
export function receiptLabels(reader: Reader): ReceiptPlaces {
  const places = { ...known };
  const any = new RegExp(grammar.map(([, pattern]) => `(?:${pattern.source})`).join('|'), 'u');
  for (const label of printedLabels(reader, any)) {
    if (named.has(label)) continue;
    const place = grammar.find(([, pattern]) => pattern.test(label))?.[0];
    if (place !== undefined) places[place] = [...places[place], label];
  }
  return places;
}
