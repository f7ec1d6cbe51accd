import { canBePerson } from '../mending/surnames.ts';
import type { Fine } from './fine-lists.ts';
import { BUSINESS_END } from './names.ts';
import type { Paper } from './paper.ts';

/** 对张三、李四给予警告,并分别处以3万元罚款: whom a sum falls on that is imposed on each of them. */
const EACH =
  /对([^,。;:]{2,120}?)(?:给予警告,?(?:并|同时)?|予以警告,?(?:并|同时)?)?(?:分别|各自?|均)(?:给予警告,?(?:并|同时)?)?(?:给予|处以?|科处|作出)?(?:人民币)?[^,。;:]{0,16}$/;
/** The same words where nobody, or no names, stand before them. */
const SHARED = /(?:分别|各自?)(?:给予警告,?(?:并|同时)?)?(?:给予|处以?|科处)(?:人民币)?[^,。;:]{0,16}$/;
const PERSON = /^[一-龥*×·]{2,4}$/;
const OFFICE =
  /^(?:时任)?(?:董事长|副董事长|董事|监事|总经理|经理|财务总监|法定代表人|负责人|直接负责的主管人员|其他直接责任人员)/;

/**
 * A sum imposed on each of several is one fine for each of them; where the text does not name them it is not known how many it is, and the sum
 * contradicts any total. `from`: where the clause that imposes it begins.
 */
export function fineOnEach({ text }: Paper, fine: Fine, from: number): readonly Fine[] {
  const lead = text.slice(from, fine.start);
  if (!SHARED.test(lead)) return [fine];
  const names = (EACH.exec(lead)?.[1] ?? '')
    .split(/[、和及]/)
    .map((name) => name.replace(OFFICE, '').replace(/(?:先生|女士|等?[两二三四五六七八九十\d]+人)$/, ''));
  const known =
    names.length > 1 && names.every((name) => (PERSON.test(name) && canBePerson(name)) || BUSINESS_END.test(name));
  return known ? names.map((party) => ({ ...fine, party })) : [{ ...fine, contradicts: true }];
}
