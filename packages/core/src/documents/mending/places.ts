import { PLACES } from './place-names.ts';
import { READINGS } from './place-readings.ts';
import { DROPPED } from './row.ts';

const LONGEST = 5;
let known: {
  readonly places: ReadonlySet<string>;
  readonly characters: ReadonlySet<string>;
  readonly readings: ReadonlyMap<string, readonly string[]>;
} | null = null;
/** Counties of one character, which the list of places has not. */
const LONE = new Set([
  ...'杞沛丰萧泗歙黟泾寿和易唐赵蠡雄魏威任景献青沧蔚磁涉邱滦祁代绛夏隰吉蒲兴岚应盂义莘冠单曹莒费郏叶滑浚淇温嵩睢范息房道攸澧藤容横珙高荣渠泸茂理忠开陇眉乾佳凤勉洋户华彬康徽成礼岷漳文宁环陕蓟密',
]);

function tables(): NonNullable<typeof known> {
  if (known !== null) return known;
  const readings = new Map<string, string[]>();
  for (const entry of READINGS.split(' ')) {
    const read = entry.slice(0, -1);
    readings.set(read, [...(readings.get(read) ?? []), entry.slice(-1)]);
  }
  const places = new Set(PLACES.split(' '));
  known = { places, characters: new Set([...places].flatMap((place) => [...place])), readings };
  return known;
}

/**
 * Names of places before 县, 市, 区 that no place has, put right where one character of them is a known misreading and only one place
 * can be meant; as long as before, a second character read for one marked {@link DROPPED}.
 */
export function mendPlaces(text: string): string {
  let out: string[] | null = null;
  for (let at = 2; at < text.length; at++) {
    if (!'县市区旗'.includes(text[at] ?? ' ')) continue;
    const meant = meantBefore(text, at);
    if (meant === null) continue;
    out ??= text.split('');
    const name = meant.name.split('');
    if (meant.dropped !== null) name.splice(meant.dropped - meant.start, 0, DROPPED);
    for (const [index, character] of name.entries()) out[meant.start + index] = character;
  }
  return out === null ? text : out.join('');
}

interface Meant {
  readonly start: number;
  readonly name: string;
  /** Place of the character that is too much. */
  readonly dropped: number | null;
}

function meantBefore(text: string, end: number): Meant | null {
  const { places, readings } = tables();
  const found = new Map<string, Meant>();
  for (let length = 2; length <= LONGEST && length <= end; length++) {
    const read = text.slice(end - length, end);
    if (places.has(read)) return null;
    if (!/^\p{Script=Han}+$/u.test(read)) break;
    for (let at = 0; at < length; at++) {
      for (const size of [1, 2]) {
        const seen = read.slice(at, at + size);
        if (seen.length < size) continue;
        // The left of a wide character is often read as 和 of its own.
        const meant = size === 2 && seen.startsWith('和') ? (readings.get(seen.slice(1)) ?? []) : [];
        for (const character of [...(readings.get(seen) ?? []), ...meant]) {
          const name = read.slice(0, at) + character + read.slice(at + size);
          if (!places.has(name)) continue;
          found.set(name, { start: end - length, name, dropped: size === 2 ? end - length + at + 1 : null });
        }
      }
    }
  }
  const [only, ...others] = found.values();
  return only === undefined || others.length > 0 ? null : only;
}

/** Cities of which no county has the name: 沈阳县 is 沭阳县. */
const NO_COUNTIES = new Set(
  '沈阳 大连 鞍山 丹东 锦州 营口 盘锦 长春 吉林 四平 辽源 白山 松原 白城 鸡西 鹤岗 大庆 伊春 黑河 绥化 唐山 邯郸 邢台 保定 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 包头 乌海 赤峰 通辽 南京 无锡 徐州 常州 苏州 南通 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 萍乡 九江 新余 鹰潭 赣州 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 鹤壁 焦作 许昌 漯河 南阳 商丘 信阳 周口 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 株洲 常德 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 成都 自贡 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 拉萨 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 吴忠 固原 中卫'.split(
    ' ',
  ),
);

/** Whether any place is called by the character. */
export function isInPlaces(character: string): boolean {
  return LONE.has(character) || tables().characters.has(character);
}

/** Whether the character is known to be read for one of a place's name. */
export function isMisreading(character: string): boolean {
  return tables().readings.has(character);
}

/** 瞧县人民法院 for 睢县人民法院, 沈阳县 for 沭阳县: a county that there is none. 某县 and 甲县 stand for any. */
export function isNoCounty(name: string): boolean {
  if (name[2] === '县' && NO_COUNTIES.has(name.slice(0, 2))) return true;
  return /^[^某甲乙丙丁本该]县/u.test(name) && !LONE.has(name[0] ?? '');
}

/** Whether the words are the name of a place, with nothing behind it. */
export function isPlace(name: string): boolean {
  return tables().places.has(name);
}

/** How many characters at the head of the text name a place that there is, with 县, 市 or 区; 0 where none does. */
export function placeAtHead(text: string): number {
  const { places } = tables();
  for (let length = 2; length <= LONGEST; length++)
    if ('县市区旗州'.includes(text[length] ?? ' ') && places.has(text.slice(0, length))) return length + 1;
  return 0;
}

/** A name of a place in a text with the 县, 市, 区, 旗 or 州 behind it. */
export interface PlaceFound {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The names of places in a text without white space that stand before 县, 市, 区, 旗 or 州, the longest at each place. */
export function placesIn(text: string): PlaceFound[] {
  const { places } = tables();
  const found: PlaceFound[] = [];
  for (let at = 2; at < text.length; at++) {
    if (!'县市区旗州'.includes(text[at] ?? ' ')) continue;
    for (let length = Math.min(LONGEST, at); length >= 2; length--) {
      const name = text.slice(at - length, at);
      if (!places.has(name)) continue;
      found.push({ start: at - length, end: at + 1, name });
      break;
    }
  }
  return found;
}

/**
 * Whether a text without white space also reads the place otherwise, with one character of its name another before the same 县, 市 or 区, be that a
 * place that there is or not: 大城县 and 角城县. Then the rare character of a third may have been read for both.
 */
export function isContested(text: string, name: string, end: string): boolean {
  return othersLike(text, name, end).size > 0;
}

/** What a text without white space has in other places for the name of a place, one character of it another. */
export function othersLike(text: string, name: string, end: string): ReadonlySet<string> {
  const others = new Set<string>();
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) {
    const other = text.slice(Math.max(0, at - name.length), at);
    if (/^\p{Script=Han}+$/u.test(other) && isLikePlace(name, other)) others.add(other);
  }
  return others;
}

/** Whether one of the places is read for the other: 湛江, 洪江. */
export function isLikePlace(a: string, b: string): boolean {
  return a.length === b.length && a !== b && [...a].filter((one, at) => one !== b[at]).length === 1;
}
