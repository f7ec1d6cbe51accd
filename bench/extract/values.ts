import { capitals, creditCodeCheck } from '../../samples/build/numbers.ts';
import type { Random } from './random.ts';

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
const given = '伟芳娜敏静强磊军洋勇艳杰涛明超霞平刚桂英华文玉建国志海'.split('');
const places = ['青山', '临河', '禾丰', '海州', '东湖', '绿水', '安宁', '寻甸', '云溪', '桃江', '石泉', '白沙'];
const trades = ['食品', '机械', '化工', '建材', '商贸', '物流', '餐饮', '环保', '纺织', '电子'];
const names = ['和顺', '鑫达', '宏远', '永兴', '康美', '长兴', '顺发', '万和', '恒信', '瑞丰', '金福', '天成'];

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(random: Random, year = random.whole(2021, 2026)): Day {
  return { year, month: random.whole(1, 12), day: random.whole(1, 28) };
}

export function iso({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const han = '〇一二三四五六七八九';

function hanNumber(value: number): string {
  if (value < 10) return han[value] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : han[tens]}十${value % 10 === 0 ? '' : han[value % 10]}`;
}

/** A day in one of the ways agencies print it. */
export function printDay(random: Random, date: Day, plainOnly = false): string {
  const { year, month, day } = date;
  const zero = random.pick(['〇', '○', '0', 'Ｏ', '〇']);
  const style = plainOnly ? random.whole(0, 2) : random.whole(0, 5);
  const two = (value: number): string => String(value).padStart(2, '0');
  switch (style) {
    case 0:
    case 1:
      return `${year}年${month}月${day}日`;
    case 2:
      return `${year}年${two(month)}月${two(day)}日`;
    case 3:
      return `${year} 年 ${month} 月 ${day} 日`;
    case 4:
      return `${year}年${month}月${day} 日`;
    default:
      return `${[...String(year)].map((digit) => (digit === '0' ? zero : han[Number(digit)])).join('')}年${hanNumber(month)}月${hanNumber(day)}日`;
  }
}

export function printSum(random: Random, yuan: number): string {
  const commas = String(yuan).replace(/\B(?=(\d{3})+(?!\d))/g, random.pick([',', '，', '']));
  const ways = [
    `${yuan}元`,
    `${capitals(yuan)}（¥${yuan}.00）`,
    `人民币${capitals(yuan)}（￥${commas}.00元）`,
    `${yuan}元（${capitals(yuan)}）`,
    `人民币（大写）${capitals(yuan)}（¥${yuan}）`,
    `人民币${capitals(yuan)}`,
    ...(yuan % 1000 === 0 && yuan >= 10000 ? [`${yuan / 10000}万元`, `${yuan / 10000}万元（${capitals(yuan)}）`] : []),
  ];
  return random.pick(ways);
}

export interface Party {
  readonly name: string;
  readonly code: string;
  readonly person: string;
  readonly address: string;
}

export function personOf(random: Random): string {
  return random.pick(surnames) + random.pick(given) + (random.chance(0.6) ? random.pick(given) : '');
}

export function partyOf(random: Random): Party {
  const place = random.pick(places);
  const kind = random.pick(['有限公司', '有限责任公司', '厂', '股份有限公司', '合作社']);
  const body = `91${random.whole(110000, 659000)}MA${[...'xxxxxxx'].map(() => random.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXY'])).join('')}`;
  return {
    name: `${place}${random.pick(['县', '市'])}${random.pick(names)}${random.pick(trades)}${kind}`,
    code: body + creditCodeCheck(body),
    person: personOf(random),
    address: `${place}${random.pick(['县', '市'])}${random.pick(['解放路', '工业园区', '人民路', '城关镇东街'])}${random.whole(1, 200)}号`,
  };
}

export interface Agency {
  readonly name: string;
  readonly word: string;
  readonly government: string;
  readonly court: string;
}

export function agencyOf(random: Random): Agency {
  const place = random.pick(places) + random.pick(['县', '市']);
  const [title, word] = random.pick([
    ['市场监督管理局', '市监'],
    ['应急管理局', '应急'],
    ['生态环境局', '环'],
    ['自然资源局', '自然资'],
    ['交通运输局', '交'],
    ['农业农村局', '农'],
    ['卫生健康局', '卫'],
    ['城市管理局', '城管'],
  ] as const);
  return { name: place + title, word: place[0] + word, government: `${place}人民政府`, court: `${place}人民法院` };
}

/** A number in one of the bracket styles, and the form it is compared in. */
export function numberOf(
  random: Random,
  agency: Agency,
  act: string,
  year: number,
): { printed: string; value: string } {
  const serial = random.pick([
    `${random.whole(1, 400)}`,
    `${random.whole(1, 99)}`.padStart(3, '0'),
    `${random.whole(1, 9)}-${random.whole(10, 99)}`,
  ]);
  const [open, close] = random.pick(
    ['〔〕', '[]', '【】', '﹝﹞', '()', '（）', '〔〕', '〔〕'].map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const),
  );
  const first = random.chance(0.3) ? '第' : '';
  const space = random.chance(0.15) ? ' ' : '';
  const prefix = `${agency.word}${act}${random.chance(0.4) ? '字' : ''}`;
  return {
    printed: `${prefix}${open}${space}${year}${close}${first}${serial}${space}号`,
    value: `${prefix}〔${year}〕${first}${serial}号`,
  };
}

/** A label with or without spaces inside, and what parts it from its value. */
export function label(random: Random, words: readonly string[]): string {
  const word = random.pick(words);
  const spaced = word.length <= 4 && random.chance(0.2) ? [...word].join(random.pick([' ', '　'])) : word;
  return spaced + random.pick(['：', '：', ':', ' ：']);
}
