import { dayNumber, dayText } from '../../packages/core/src/kernel/day.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';

/** 2024-05-06 → 2024年5月6日. */
export function longDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 2024-05-06 → 二〇二四年五月六日, as some agencies date what they issue. */
export function hanDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const small = '〇一二三四五六七八九';
  const tens = (value: number): string => {
    const ten = Math.floor(value / 10);
    const one = value % 10;
    return `${ten > 1 ? small[ten] : ''}${ten > 0 ? '十' : ''}${one > 0 || ten === 0 ? small[one] : ''}`;
  };
  const years = String(year).replace(/\d/g, (digit) => small[Number(digit)] ?? digit);
  return `${years}年${tens(month ?? 0)}月${tens(date ?? 0)}日`;
}

export function addDays(day: string, days: number): string {
  const start = dayNumber(day);
  if (start === null) throw new Error(`no such day: ${day}`);
  return dayText(start + days);
}

/** Whole yuan below 100 million in capital figures: 36000 → 叁万陆仟元整. */
export function capitals(yuan: number): string {
  const group = (value: number): string => {
    let text = '';
    let gap = false;
    for (const [unit, name] of [
      [1000, '仟'],
      [100, '佰'],
      [10, '拾'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(value / unit) % 10;
      if (digit === 0) gap = text !== '';
      else {
        text += (gap ? '零' : '') + digits[digit] + name;
        gap = false;
      }
    }
    return text;
  };
  const high = Math.floor(yuan / 10000);
  const low = yuan % 10000;
  const joint = high > 0 && low > 0 && low < 1000 ? '零' : '';
  return `${high > 0 ? `${group(high)}万` : ''}${joint}${group(low)}元整`;
}

export const grouped = (yuan: number): string => `${yuan.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Check character of the first 17 of a unified social credit code (GB 32100-2015). */
export function creditCodeCheck(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const char of first17) {
    const value = codeAlphabet.indexOf(char);
    if (value < 0) throw new Error(`no character of a credit code: ${char}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return codeAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** Check character of the first 8 of an organisation code (GB 11714), positions 9–17 of a credit code. */
function organisationCheck(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sum = [...first8].reduce((total, char, index) => total + alphabet.indexOf(char) * (weights[index] ?? 0), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** A credit code from its kind (91, 92, 93), an invented division and an invented body of 8 characters. */
export function creditCode(kind: string, division: string, body: string): string {
  const first17 = `${kind}${division}${body}${organisationCheck(body)}`;
  return first17 + creditCodeCheck(first17);
}

/** A resident identity number (GB 11643) of an invented division. */
export function identityNumber(division: string, birth: string, serial: string): string {
  const first17 = `${division}${birth.replaceAll('-', '')}${serial}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...first17].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}
