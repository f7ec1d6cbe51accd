import { mendPhrases } from './phrases.ts';

/** Stands for a character the recogniser added; whoever lays the text out leaves it away. */
export const DROPPED = '\ue001';

/** Letters a recogniser reads where a figure stands; of them only Q may be part of a credit code, so it stays in one (`scan/codes.ts`). */
const FIGURES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
};

/** One line of a recognised page with letters among figures, brackets and fixed words mended; one character for one. */
export function mendRow(row: string): string {
  let out = mendDay(mendDigits(row));
  if (/[〈〉《]/u.test(out)) out = mendBrackets(out);
  return mendWords(mendPhrases(out));
}

/** .2024年5月30晶, 人2024年5月30日: a day alone in its line, often under a seal, with dirt before it or its last sign misread. */
function mendDay(row: string): string {
  const found =
    /^([^\p{L}\p{N}(]{1,2}|(?![于至自从在由到])\p{Script=Han})?((?:19|20|[3-9]0(?=[012]))\d\d年\d{1,2}月\d{1,2})(?![号时年月前后起止至内间一二三四五六七八九十])(\p{Script=Han})$/u.exec(
      row,
    );
  if (found === null) return row;
  // 3024年: no other figure begins a year.
  return `${DROPPED.repeat(found[1]?.length ?? 0)}${(found[2] ?? '').replace(/^[3-9]/u, '2')}日`;
}

/** 〈 and 〉 are round brackets but within 《》; 《 that a round bracket closes is one. */
function mendBrackets(row: string): string {
  let out = '';
  let inside = 0;
  for (let at = 0; at < row.length; at++) {
    const character = row[at] ?? '';
    if (character === '《') {
      const rest = row.slice(at + 1, at + 12);
      const close = rest.search(/[)》]/u);
      if (close >= 0 && rest[close] === ')' && !rest.slice(0, close).includes('(')) {
        out += '(';
        continue;
      }
      inside++;
    } else if (character === '》') inside = Math.max(0, inside - 1);
    out += inside > 0 ? character : character === '〈' ? '(' : character === '〉' ? ')' : character;
  }
  return out;
}

/** Words of forms that no other word resembles, where one character was taken for its neighbour in looks. */
function mendWords(row: string): string {
  return (
    row
      .replace(/(?<=\p{Script=Han})[oO](?=$|[”’])/gu, '。')
      .replace(/(?<=[(人位者员])等名(?=[):或、])/gu, '签名')
      .replace(/(?<=不)\p{Script=Han}(?=予行政处罚)/gu, DROPPED)
      .replace(/(?<=行政处)[加罗如罪罢剖划昼因](?=[^\p{L}]|[决告的法种事款听]|$)/gu, '罚')
      .replace(/(?<=[一-龥)])[加罗如罪罢剖划昼因六四区避](?=[告决]?字?[〔[【(](?:19|20)\d\d)/gu, '罚')
      .replace(/(?<=[一-龥)])[罗罢](?=[告决])/gu, '罚')
      .replace(/(?<=^|[\d处并以的倍][、.]?)[加如罪剖](?=款(?:人民币|[\d¥]))/gu, '罚')
      .replace(/[昼罗罢](?=款[\P{Script=Han}人])/gu, '罚')
      .replace(/(?<=(?:^|处|[；;]|\d[、.]))划(?=款(?:人民币|[\d¥]))/gu, '罚')
      .replace(/入(?=民(?:政府|法院|检察院|银行|路|币))/gu, '人')
      .replace(/(?<![妨阻障有])碍(?=[明实获看询封阅处验,])/gu, '查')
      .replace(/(?<=[上前])壕/gu, '述')
      .replace(/(?<=[察法警防援])文(?=队)/gu, '支')
      .replace(/勤(?=[验测察界])/gu, '勘')
      .replace(/(?<=当事)[大入八]|(?<=^签收)入(?!库)/gu, '人')
      .replace(
        /(?<=代收|签收|接收|受?送达|见证|记录|承办|申请|负责|经办|联系|委托|告知|询问|检查|听证主持)入(?=[:(签]|$)/gu,
        '人',
      )
      .replace(/(?<=给予|予以|处以?|作出|类别)[敬擎](?=告)/gu, '警')
      .replace(/询间(?=[人时地内])/gu, '询问')
      .replace(/申辨/gu, '申辩')
      .replace(/[目白臼](?=治[州县区旗]|然资)/gu, '自')
      // 口当场缴纳: an empty box; one that is ticked is read as anything.
      .replace(
        /(?<=^|[^\p{Script=Han}])口(?=当场|自收到|现金|银行|指定|罚款|警告|没收|责令|暂扣|吊销|查封|扣押|[是否有无](?![\p{Script=Han}])|同意|不同意|直接送达|留置|邮寄|公告|委托|转交|公民|法人|其他|个人|单位|投诉|举报|要求|不要求|放弃|不放弃|陈述|申辩|听证|拒绝)|口(?=当场[缴收]|自收到)/gu,
        '□',
      )
      // 检查人员甲某某“乙某某执法证号: dirt in the blank between two names.
      .replace(
        /(?<=(?:人员?|签[名字]|姓名):?\p{Script=Han}{2,4})[“”"‘’](?=\p{Script=Han}{2,4}(?:[^\p{Script=Han}“”"‘’]|执法|证件|$))(?![^“”"‘’]*[“”"‘’])/gu,
        '、',
      )
      .replace(/[“”"‘](?=\p{Script=Han}{2,30}[法例定则]》)/gu, '《')
      // 当.涂县: dirt within the name of a place.
      .replace(/(?<=(?![一二三四五六七八九十])\p{Script=Han})[.·](?=\p{Script=Han}{1,3}[县市区旗州])/gu, DROPPED)
      // (盖章,张三: the bracket that closes a note of a label; 江某兰。2031年: dirt between a hand and its day.
      .replace(/(?<=\((?:盖章|签名|签字|签章|负责人))[,.;:、。](?=$|\p{Script=Han})/gu, ')')
      .replace(/(?<=^\p{Script=Han}{2,3})[,.;:、。](?=(?:19|20)\d\d年\d)/gu, DROPPED)
      .replace(/(?<=行政诉)[诊讨设议论松](?=[,。;、)]|$)/gu, '讼')
      .replace(/(?<=^|[本决定先次])[^通公报控被忠警劝预广布原诉宣祷文\P{Script=Han}](?=告书)/gu, '催')
      .replace(/^([\p{Script=Han}()]{2,12}[人称码址所名]);(?=[^;]{1,40}$)/u, '$1:')
      .replace(/^(住所|住址|地址|姓名|名称|单位名称|当事人|法定代表人|负责人|经营者),(?=[^,。;:]{2,40}$)/u, '$1:')
      .replace(/(?<=[人名者]:|^|(?:负责|代表)人)和(?=[\p{Script=Han}]{3}$)/gu, DROPPED)
      .replace(/(?<=[人称址])[“”‘’](?=(?:姓名|名称|单位|公民)[^“”‘’():]{0,8}\))/gu, '(')
      .replace(/(?<=[人称址])[“”‘’](?=\()/gu, DROPPED)
      .replace(/^([\p{Script=Han}]{1,5})[”’"'·.](?=[\p{Script=Han}]{1,6}:)/u, `$1${DROPPED}`)
  );
}

/** A line with such letters between figures, or beside one where no other letter is, taken for the figures they look like. */
function mendDigits(row: string): string {
  if (!/[OoQlIiZzSsb]/.test(row)) return row;
  let out = '';
  let before = '';
  for (let at = 0; at < row.length; at++) {
    const figure = FIGURES[row[at] ?? ''];
    const after = row[at + 1] ?? '';
    const beside = isFigure(before) || isFigure(after) || (FIGURES[after] !== undefined && isFigure(row[at + 2] ?? ''));
    const inWord =
      (isLetter(before) && FIGURES[before] === undefined) || (isLetter(after) && FIGURES[after] === undefined);
    // S7幢, Z2座: houses are named so too; which it is, only how surely it was read tells.
    const house = !isFigure(before) && /^[SZ]\d{1,3}(?:号?[幢栋楼座]|单元|号楼)/.test(row.slice(at, at + 7));
    const kept =
      house ||
      (row[at] === 'Q' && /[0-9A-Z]{14}$/.test(row.slice(0, at) + row.slice(at, at + 18).replace(/[^0-9A-Z].*$/, '')));
    before = figure !== undefined && beside && !inWord && !kept ? figure : (row[at] ?? '');
    out += before;
  }
  return out;
}

function isFigure(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

function isLetter(character: string): boolean {
  return /^[A-Za-z]$/.test(character);
}
