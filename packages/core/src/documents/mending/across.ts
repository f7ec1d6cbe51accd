import { mendPhrases } from './phrases.ts';
import { mendPlaces } from './places.ts';
import { DROPPED } from './row.ts';
import { mendSums } from './sums.ts';

/**
 * The lines of a recognised page, one behind the other, with dates, numbers of papers and sums mended where what stands
 * around leaves no doubt what kind of character it must be; as long as before, what is too much marked {@link DROPPED}.
 */
export function mendAcross(text: string): string {
  let out = mendYears(text);
  if (/[\]lI!|]|月\d{1,2}\p{Script=Han}日/u.test(out)) out = mendDates(out);
  if (/[)\]】〕〉》﹞}[【〔]/u.test(out)) out = mendNumbers(out);
  return mendPlaces(mendSums(mendPhrases(mendTitles(mendArticles(mendTens(out))))));
}

/** 六二日, 第四二四条: numbers in words are built with 十; where it is missing between two figures, it was read as one. 第四和六条: papers write 第四条和第六条. */
function mendTens(text: string): string {
  return (
    text
      .replace(
        /(?<![〇零一二三四五六七八九十百千年月第])([三四五六七八九])[一二三](?=日内|日以内|个工作日|个月)/gu,
        '$1十',
      )
      .replace(/(?<=第)([二三四五六七八九])[一二三]([一二三四五六七八九])(?=条)/gu, '$1十$2')
      .replace(/(?<=第(?:[二三四五六七八九]?十)?)[入人从](?=(?:十[一二三四五六七八九]?)?[条项])/gu, '八')
      .replace(/(?<=第[二三四五六七八九]?)[干于千土](?=[一二三四五六七八九]?[条项])/gu, '十')
      .replace(/(?<=第[二三四五六七八九])和(?=[一二三四五六七八九]条)/gu, '十')
      // 第五)项: the bracket before it was lost.
      .replace(/(?<=第[一二三四五六七八九十]{1,3})\)(?=项)/gu, DROPPED)
      // 第六条人第(/八)项: dirt between a place in the law and its item.
      .replace(/(?<=第\()[/\\|'.](?=[一二三四五六七八九十]{1,3}\)项)/gu, DROPPED)
      .replace(/(?<=第[一二三四五六七八九十百]{1,6}条)[人入八](?=第\()/gu, DROPPED)
      // 当.涂县: dirt within the name of a place, which the margin may break.
      .replace(/(?<=(?![一二三四五六七八九十])\p{Script=Han})[.·](?=\p{Script=Han}{1,3}[县市区旗州])/gu, DROPPED)
      .replace(/[`´](?=\p{Script=Han})/gu, DROPPED)
  );
}

/** “中华人民共和国某法》: what closes a title was opened by the same mark. */
function mendTitles(text: string): string {
  return text.replace(/[“”"'‘](?=中华人民共和[\p{Script=Han}()]{2,30}》)/gu, '《');
}

/** 第十四条另一款第一项, 第四条第一歌的规定: between an article and an item, or before 规定, only a paragraph can stand. */
function mendArticles(text: string): string {
  return text
    .replace(
      /(?<=第[一二三四五六七八九十百\d]{1,6}条)\p{Script=Han}([一二三四五六])\p{Script=Han}(?=第[一二三四五六七八九十(]{1,4}\)?项)/gu,
      '第$1款',
    )
    .replace(
      /(?<=第[一二三四五六七八九十百\d]{1,6}条第[一二三四五六])(?![款项目])\p{Script=Han}(?=(?:第[一二三四五六七八九十(]{1,4}\)?项)|的?规定)/gu,
      '款',
    );
}

/** 二@〇二三年, 二O〇二四年, 二站二五年: after 二 only 〇 can stand in the year of a paper; what else was read there is too much. */
function mendYears(text: string): string {
  const year = text.replace(
    /(?<=二)(?![〇零一二三四五六七八九十百千第])\p{Script=Han}(?=[一二][〇一二三四五六七八九]年)/gu,
    '〇',
  );
  return year.replace(
    /(?<=二)([@OＯ0〇○°]{1,2})(?=[〇一二三0][〇一二三四五六七八九0]年)/gu,
    (read) => `${DROPPED.repeat(read.length - 1)}〇`,
  );
}

/** What the engine sees in the figure 1 beside a character of full width; between 年, 月 and 日 nothing else can stand. */
const ONE = /[\]lI!|]/gu;

function mendDates(text: string): string {
  return text
    .replace(/(?<=年)[\dlI!|\]]{1,3}(?=月)/gu, (figures) => mendPart(figures, 12))
    .replace(/(?<=月)[\dlI!|\]]{1,3}(?=[日曰目])/gu, (figures) => mendPart(figures, 31))
    .replace(/(?<=月[\dlI!|\]]{1,2})[\p{Script=Han}](?=日)/gu, (read) => (/[日号至年月]/u.test(read) ? read : DROPPED))
    .replace(/(?<=罚款|人民币|¥)\](?=[万千]元|\d{3,})/gu, '1');
}

/** `]` for 1, `1]` for 11; `11]` is 11 with a stroke too many, as no month and no day has three figures. */
function mendPart(figures: string, most: number): string {
  if (/^\d+$/u.test(figures)) return figures;
  const ones = figures.replace(ONE, '1');
  if (ones.length < 3 && Number(ones) >= 1 && Number(ones) <= most) return ones;
  const bare = figures.replace(/[^\d]/gu, '');
  if (bare === '' || Number(bare) < 1 || Number(bare) > most) return figures;
  return figures.replace(ONE, DROPPED);
}

/**
 * 罚52024)3号, 罚〔【2024]3号, 罚L[2024]3号, 罚【2024]】3号, 罚(2024)]第3号, 第]号: a year between a word and a bracket that closes is opened
 * by one and closed by one; serials are figures.
 */
function mendNumbers(text: string): string {
  return (
    text
      .replace(/(?<![A-Za-z\d])[jl|](?=[\p{Script=Han}()]{3,14}[〔[【(]\d{4}[)\]】〕])/gu, DROPPED)
      .replace(
        /(?<=[\p{Script=Han})])([05CL〔([【〈《]{0,3})([05C〔([【〈《人入])((?:19[89]|20\d)\d)([)\]】〕〉》﹞}」]|[jl](?=[)\]】〕〉》﹞}」]))([)\]】〕〉》﹞}]{0,2}[jl|!」]?)(?=第?\(?[\dA-Z\]-]|\p{Script=Han}{1,4}第\d)/gu,
        (_, extra: string, open: string, year: string, close: string, more: string) =>
          DROPPED.repeat(extra.length) +
          (/[05C人入]/u.test(open) ? '〔' : open) +
          year +
          (/[jl」]/u.test(close) ? '〕' : close) +
          DROPPED.repeat(more.length),
      )
      // (甲自. / 然罚(2031)7号: dirt where the margin broke the number.
      .replace(/(?<=[(《]\p{Script=Han}{1,6})[.·'](?=\p{Script=Han}{1,8}[〔[【(]\d{4}[)\]】〕])/gu, DROPPED)
      .replace(/(?<=[\p{Script=Han})][[【〔](?:19[89]|20\d)\d)[jJlI}](?=第?\d[\d-]{0,6}号)/gu, '〕')
      .replace(/(?<=[)\]】〕〉》﹞}]\ue001{0,2}第?\d[\d-]{0,5})(?!号)\p{Script=Han}(?=[)〉])/gu, '号')
      .replace(/(?<=[)\]】〕〉》﹞}]\ue001{0,2}第?[\d-]{0,6})\](?=[\d-]{0,4}号)/gu, '1')
  );
}
