import { articleInWords } from '@anjuan/core/citation';

/** Words of the field that several pages show. */
export const words = {
  product: '案卷',
  severity: { invalidating: '严重', serious: '较重', minor: '一般' },
  curable: { yes: '可补正', explain: '只能说明', no: '不可补正' },
  outcome: { pass: '符合', fail: '不符合', 'not-applicable': '不涉及', 'cannot-tell': '无法判断', error: '检查出错' },
  state: {
    waiting: '等文件',
    queued: '等待',
    reading: '读取中',
    checking: '检查中',
    done: '已检查',
    unreadable: '无法读取',
    cancelled: '已取消',
    failed: '检查出错',
  },
  mode: { automatic: '自动', assisted: '辅助', 'by-hand': '人工' },
  unit: {
    'per-rule': '几项',
    'per-item': '几处',
    'per-page': '几页',
    'per-document': '几份',
    'per-person': '几人',
    'per-place': '几处',
    'per-day': '几日',
    'per-time': '几次',
    once: '有无',
  } as Readonly<Record<string, string>>,
  retry: '重新加载',
  between: (low: number, high: number): string => `${low}–${high}`,
  cancel: '取消',
  save: '保存',
  close: '关闭',
  loading: '正在载入……',
  broken: '页面出错了',
  gone: '与本机案卷程序的连接断了，状态可能不是最新的；正在重新连接。请确认程序仍在运行。',
  offline: '连不上本机的案卷程序，刚才的操作没有完成。请确认程序仍在运行（没有关闭启动它的窗口），再试一次。',
  cutOff: '传到一半连接断了，没有保存。请确认程序仍在运行，再传一次',
  noAnswer: '案卷程序没有给出说明，刚才的操作没有完成，请再试一次。',
} as const;

export const pageOf = (page: number): string => `第 ${page} 页`;
export const pagesOf = (from: number, to: number): string => (from === to ? `${from}` : `${from}–${to}`);
/** Of a paper whose pages are a picture each. */
export const sheetsOf = (count: number): string => `${count} 张`;
export const filesOf = (first: string, last: string | undefined): string =>
  last === undefined ? first : `${first} 至 ${last}`;

interface Cited {
  readonly lawTitle: string;
  readonly article: number | string;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** 行政处罚法第五十九条第一款第（三）项: law, article, paragraph and item as they are cited. */
export function cited(basis: Cited): string {
  return `${basis.lawTitle.replace(/^中华人民共和国/u, '')}${articleInWords(basis)}`;
}

export function inForce(version: { readonly from: string; readonly to: string | null } | null): string {
  if (version === null) return '';
  return version.to === null ? `${version.from} 起施行` : `${version.from} 至 ${version.to} 前有效`;
}

/** What codes mean, by code. */
export type Codes = Readonly<Record<string, string>>;

/** A value as people write it; `codesOf` gives what codes mean, of the value itself (null) or of a field of a list's elements. */
export function valueInWords(value: unknown, codesOf: (field: string | null) => Codes = () => ({})): string {
  const plain = (one: unknown): string => codesOf(null)[String(one)] ?? String(one);
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value))
    return value.length === 0
      ? '（无）'
      : value.map((one) => (typeof one === 'object' ? itemInWords(one as object, codesOf) : plain(one))).join('、');
  if (typeof value === 'number')
    return value >= 10_000 ? String(value).replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',') : String(value);
  return plain(value);
}

function itemInWords(item: object, codesOf: (field: string | null) => Codes): string {
  const hidden = ['anchors', 'origin', 'confidence', 'document'];
  return Object.entries(item)
    .filter(
      ([key, value]) =>
        !hidden.includes(key) &&
        value !== null &&
        typeof value !== 'boolean' &&
        !(Array.isArray(value) && value.length === 0),
    )
    .map(([key, value]) => {
      const codes = codesOf(key);
      return (Array.isArray(value) ? value : [value]).map((one) => codes[String(one)] ?? String(one)).join('、');
    })
    .join(' ');
}
