import { isPlace } from './places.ts';

/** Family names: those of the Hundred Family Surnames (百家姓) still in use and others of today, among them of national minorities; without rare ones that common ones are misread as (能 for 熊). */
const SURNAMES: ReadonlySet<string> = new Set([
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿边扈燕冀郏浦尚农温别庄晏柴瞿阎慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步耿满弘匡文寇禄阙东欧殳巩厍聂晁敖融冷訾辛阚那简饶曾毋沙鞠丰巢关蒯查荆红游竺权逯盖桓公',
  ...'肖付闫代覃岳母佟仝苟芦冼麦区邝卿晋楚汝鄢涂钦商牟佘佴伯赏墨哈谯笪爱阳仉缑亢况郈琴修矫菅幺逢官粟布银忻亓谌阿买热木吐孜卡帕迪库尼加拉扎次旦洛格仁才多德央尕达娃丹上皇尉长宇令端独南轩呼澹淳太拓完亚丛邸仵隋鹿苑惠揭綦植庹雒郇慈朴',
]);

/** A person's name in Chinese characters without the dot of longer ones. */
const NAME = /^\p{Script=Han}{2,3}$/u;

/**
 * Whether a name of two or three characters can be a person's: it begins with a family name and is no place. On a scan another one is a
 * misread name (起 for 赵), or the head of a longer one (佳木斯 of a firm's).
 */
export function canBePerson(name: string): boolean {
  return hasFamilyName(name) && !isPlace(name);
}

/** Whether a family name stands at the head, be it that of a place too. */
export function hasFamilyName(name: string): boolean {
  return SURNAMES.has([...name][0] ?? '');
}

/** Words of sentences that nobody is called by: 余或 was read for 佘彧. */
const NO_NAME =
  /[或的了是吗呢吧你我他她它们这那哪什么很都把给被从此该但却表件款罚违查据笔录签页种类每另还只没者所即让使跟比]/u;

/** Family names that others no rarer are read for, by every model: 亓, 仝, 逄. */
const READ_FOR_OTHERS = /^[元全逢]/u;

/**
 * Whether words as long as a person's name are to be believed of nobody on a scan: no family name stands at their head, or one that is read for another,
 * or a word nobody is called by in them.
 */
export function isNobody(name: string): boolean {
  return NAME.test(name) && (!canBePerson(name) || READ_FOR_OTHERS.test(name) || NO_NAME.test(name.slice(1)));
}

/**
 * Where a page also has the name of three characters with another in one place, as that of a person: 全朝晖 for 人朝晖, of 仝朝晖. Gives the place in the
 * name and that in the text; null where none stands there.
 */
export function readOtherwise(text: string, name: string): { readonly at: number; readonly place: number } | null {
  if (!/^[\u3400-\u9fff]{3}$/u.test(name)) return null;
  for (let at = 0; at < 3; at++) {
    // 城关广创百货 is no other reading of 邹广创: what stands behind no mark may be part of another word.
    const pattern = `(?<![\\u3400-\\u9fff])${name.slice(0, at)}[\\u3400-\\u9fff]${name.slice(at + 1)}`;
    for (const found of text.matchAll(new RegExp(pattern, 'gu')))
      if (found[0] !== name && !isNobody(found[0])) return { at, place: found.index + at };
  }
  return null;
}

/** Whether one character alone tells two names of three apart. */
export function isLike(one: string, other: string): boolean {
  return (
    one !== other &&
    one.length === 3 &&
    other.length === 3 &&
    [...one].filter((sign, at) => sign !== other[at]).length === 1
  );
}

/** Whether the words are as long as a person's name. */
export function isShortName(name: string): boolean {
  return NAME.test(name);
}
