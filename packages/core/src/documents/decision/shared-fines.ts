import { canBePerson } from '../mending/surnames.ts';
import type { Fine } from './fine-lists.ts';
import { BUSINESS_END } from './names.ts';
import { firstFrom, type Paper, type Span } from './paper.ts';

/** 对张三、李四给予警告,并分别处以3万元罚款: whom a sum falls on that is imposed on each of them. */
const EACH =
  /对([^,。;:]{2,120}?)(?:给予警告,?(?:并|同时)?|予以警告,?(?:并|同时)?)?(?:分别|各自?|均|依次)(?:给予警告,?(?:并|同时)?)?(?:给予|处以?|科处|作出)?(?:人民币)?[^,。;:]{0,16}$/;
/** The same words where nobody, or no names, stand before them. */
const SHARED = /(?:分别|各自?|依次)(?:给予警告,?(?:并|同时)?)?(?:给予|处以?|科处)(?:人民币)?[^,。;:]{0,16}$/;
const IN_TURN = /(?:分别|各自?|依次)(?:给予警告,?(?:并|同时)?)?(?:给予|处以?|科处)?(?:人民币)?$/;
const PERSON = /^[一-龥*×·]{2,4}$/;
const OFFICE =
  /^(?:时任)?(?:董事长|副董事长|董事|监事|总经理|经理|财务总监|法定代表人|负责人|直接负责的主管人员|其他直接责任人员)/;
/** 对张三、李四给予警告: several named before one penalty. */
const NAMED_TOGETHER =
  /对([^,。;:对]{2,120}?[、和及][^,。;:对]{2,60}?)(?:分别|各自?|均)?(?:责令[^,。;:]{2,8},)?(?:给予|予以|处以|作出|处|罚款|警告)/g;

/** The names in 张三、李四和某某公司; null where one of them reads as none. */
function namesIn(words: string): readonly string[] | null {
  const names = words
    .split(/[、和及]/)
    .map((name) => name.replace(OFFICE, '').replace(/(?:先生|女士|等?[两二三四五六七八九十\d]+人)$/, ''));
  const known =
    names.length > 1 && names.every((name) => (PERSON.test(name) && canBePerson(name)) || BUSINESS_END.test(name));
  return known ? names : null;
}

/** Everybody the clause up to a penalty names together as those it falls on; null where it does not name several. */
export function namedTogether(clause: string): readonly string[] | null {
  const last = [...clause.matchAll(NAMED_TOGETHER)].at(-1);
  return last?.[1] === undefined ? null : namesIn(last[1]);
}

/**
 * A sum imposed on each of several is one fine for each of them, and sums told one behind the other fall on them in turn; where the text does not name
 * them it is not known how many it is, and the sum contradicts any total. `from`: where the clause that imposes it begins.
 */
export function fineOnEach(paper: Paper, fine: Fine, from: number): readonly Fine[] {
  const { text } = paper;
  const sums = sumsInTurn(paper, fine);
  const [first] = sums;
  const before = text.slice(from, first?.start ?? fine.start).replace(/罚款$/, '');
  if (sums.length > 1 && IN_TURN.test(before)) {
    const names = namesIn(EACH.exec(before)?.[1] ?? '');
    return sums.map((sum, at) => {
      const party = names?.length === sums.length ? names[at] : undefined;
      return { ...fine, ...sum, ...(party === undefined ? { contradicts: true } : { party }) };
    });
  }
  const lead = text.slice(from, fine.start);
  if (!SHARED.test(lead)) return [fine];
  const names = namesIn(EACH.exec(lead)?.[1] ?? '');
  return names === null ? [{ ...fine, contradicts: true }] : names.map((party) => ({ ...fine, party }));
}

/** 60万元、40万元、30万元: the sums that stand with the fine's in one list. */
function sumsInTurn({ text, amounts }: Paper, fine: Fine): readonly (Span & { readonly yuan: number })[] {
  const at = firstFrom(amounts, fine.start - 2);
  const joined = (left: number, right: number): boolean =>
    /^[整正]?(?:[、和及]|以及)(?:人民币)?$/.test(text.slice(amounts[left]?.end, amounts[right]?.start));
  let [low, high] = [at, at];
  if ((amounts[at]?.end ?? Number.POSITIVE_INFINITY) > fine.end) return [];
  while (low > 0 && joined(low - 1, low)) low--;
  while (high + 1 < amounts.length && joined(high, high + 1)) high++;
  return amounts
    .slice(low, high + 1)
    .flatMap(({ start, end, yuan, bound }) => (yuan === null || bound ? [] : [{ start, end, yuan }]));
}
