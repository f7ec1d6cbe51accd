import type { FactType } from '../../record/dictionary.ts';
import type { FactValue } from '../../record/types.ts';
import { readerOf } from '../plain-text.ts';
import { scanAmounts } from '../scan/amounts.ts';
import { scanDates } from '../scan/dates.ts';

/** A cell as a value of its fact; null for an empty cell; `problem` in Chinese when it is no such value. */
export type CellValue = { readonly value: FactValue | null } | { readonly problem: string };

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'case.type': {
    行政处罚: 'penalty',
    处罚: 'penalty',
    行政许可: 'licence',
    许可: 'licence',
    行政强制措施: 'compulsory-measure',
    行政强制执行: 'compulsory-enforcement',
    行政检查: 'inspection',
    检查: 'inspection',
  },
  'case.procedure': {
    普通程序: 'ordinary',
    一般程序: 'ordinary',
    普通: 'ordinary',
    一般: 'ordinary',
    简易程序: 'summary',
    简易: 'summary',
  },
  'party.kind': {
    企业: 'organisation',
    单位: 'organisation',
    法人: 'organisation',
    法人及非法人组织: 'organisation',
    个体工商户: 'individual-business',
    个体: 'individual-business',
    自然人: 'natural-person',
    个人: 'natural-person',
    公民: 'natural-person',
  },
};

const empty = /^(?:[-—–/\\无]|暂无|不涉及|N\/?A)?$/i;

/** Whether a cell says that there is nothing. */
export function isEmptyCell(text: string): boolean {
  return empty.test(text);
}

/** What programs show where a formula of theirs came to nothing. */
const failed = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** Whether a cell shows the failure of a formula. */
export function isFailedCell(text: string): boolean {
  return failed.test(text);
}

/** Reads a cell for a fact. `heading` may say that amounts are in 万元, `label` which codes a text takes. */
export function readCell(path: string, type: FactType, raw: string, heading: string, label = ''): CellValue {
  const text = raw.trim();
  if (isEmptyCell(text)) return { value: null };
  if (isFailedCell(text)) return { problem: `“${text}”是公式出错的标记，不是内容` };
  const known = codes[path] ?? (type === 'text' ? codesOf(label) : undefined);
  if (known !== undefined) {
    const code = known[text] ?? (Object.values(known).includes(text) ? text : undefined);
    return code === undefined
      ? { problem: `“${text}”不是可识别的${Object.keys(known)[0] ?? ''}一类的值` }
      : { value: code };
  }
  switch (type) {
    case 'day':
      return dayOf(text);
    case 'money':
      return moneyOf(text, heading);
    case 'number': {
      const number = Number(text.replace(/[,，]/g, '').replace(/[日天个月元]+$/, ''));
      if (!Number.isFinite(number)) return { problem: `“${text}”不是数` };
      return number < 0 ? { problem: `“${text}”是负数，应不小于零` } : { value: number };
    }
    case 'boolean':
      if (/^(?:是|有|已|√|☑|Y|yes|true|1)$/i.test(text)) return { value: true };
      return /^(?:否|没有|未|×|☐|N|no|false|0)$/i.test(text)
        ? { value: false }
        : { problem: `“${text}”不是“是”或“否”` };
    case 'texts': {
      const parts = text.split(/[、,，;；/\s]+/).filter((part) => part !== '');
      return { value: parts };
    }
    case 'text':
    case 'time':
      return { value: text };
    case 'list':
      return { value: null };
    default:
      return type satisfies never;
  }
}

/** The codes a label lists, as `种类（sealing 查封、seizure 扣押）`, by their words; undefined where it lists none. */
function codesOf(label: string): Readonly<Record<string, string>> | undefined {
  const listed = [...label.matchAll(/(?<=[（、])([a-z][a-z-]*) ([^、）]+)/g)].map(([, code = '', words = '']) => [
    words,
    code,
  ]);
  return listed.length < 2 ? undefined : Object.fromEntries(listed);
}

/** No act of administrative law lies outside these years. */
const firstYear = 1949;
const lastYear = 2099;

function dayOf(text: string): CellValue {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [hit] = scanDates(readerOf(digits === null ? text : `${digits[1]}-${digits[2]}-${digits[3]}`));
  // Days of this century as Excel counts them, which cells hold that are not set to be days.
  if (hit === undefined && /^[34]\d{4}(?:\.\d+)?$/u.test(text))
    return { problem: `“${text}”像是日期，但单元格没有设成日期格式（请在 Excel 里设成日期后再放入）` };
  if (hit === undefined) return { problem: `“${text}”不是完整的日期` };
  if (hit.value !== null) return { value: hit.value };
  const year = Number(/\d{4}/.exec(text)?.[0] ?? firstYear);
  return { problem: year < firstYear || year > lastYear ? `“${text}”的年份不合常理` : `“${text}”这一天不存在` };
}

function moneyOf(text: string, heading: string): CellValue {
  // Minus signs of Chinese and of print, and the brackets of bookkeeping.
  const signed = text.replace(/^[(（](.+)[)）]$/, '-$1').replace(/^([￥¥\s]*)[－−–—﹣]/, '$1-');
  const bare = Number(signed.replace(/[,，￥¥\s]/g, '').replace(/元$/, ''));
  if (bare < 0 || /^[￥¥\s]*-\s*[\d￥¥]/.test(signed)) return { problem: `“${text}”是负数，金额应不小于零` };
  const tenThousands = /万元/.test(heading);
  if (Number.isFinite(bare)) return { value: tenThousands ? Math.round(bare * 1_000_000) / 100 : bare };
  const [hit] = scanAmounts(readerOf(text));
  return hit === undefined || hit.yuan === null ? { problem: `“${text}”不是金额` } : { value: hit.yuan };
}
