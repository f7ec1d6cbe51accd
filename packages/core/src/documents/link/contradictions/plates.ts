import type { Anchor } from '../../../record/types.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import type { Clash } from '../clashes.ts';
import { isSlip } from './cards.ts';
import { MOST, ofOthers } from './papers.ts';

/** A number plate (GA 36): province, office, five or six letters and figures without I and O. */
const PLATE =
  /(?<![\u4e00-\u9fa5A-Z0-9][A-Z])([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])[.·•-]?([A-HJ-NP-Z])[.·•-]?([A-HJ-NP-Z0-9]{5,6})(?![A-Z0-9])/gu;

interface Plate {
  readonly title: string;
  readonly anchors: readonly Anchor[];
}

/**
 * Number plates that differ by no more than a slip of the pen. The lorries of one firm bear neighbouring plates: those that one paper names
 * together are two, and contradict nobody.
 */
export function plateClashes(documents: readonly RecognisedDocument[]): Clash[] {
  const named = documents.filter(({ kind }) => !ofOthers.has(kind)).map(platesIn);
  const all = new Map<string, Plate>();
  for (const own of named) for (const [plate, place] of own) if (!all.has(plate)) all.set(plate, place);
  const plates = [...all];
  return plates
    .flatMap(([one, first], index) =>
      plates
        .slice(index + 1)
        .filter(([other]) => isSlip(one, other) && !named.some((own) => own.has(one) && own.has(other)))
        .map(([other, second]) => ({
          says: `车辆号牌：${first.title}为${one}，${second.title}为${other}`,
          anchors: [...first.anchors.slice(0, 1), ...second.anchors.slice(0, 1)],
        })),
    )
    .slice(0, MOST);
}

function platesIn({ reader, title }: RecognisedDocument): Map<string, Plate> {
  const found = new Map<string, Plate>();
  for (const match of reader.dense.matchAll(PLATE)) {
    const plate = `${match[1]}${match[2]}${match[3]}`;
    // A word without a figure is no plate: 新ABCDEFG.
    if (!/\d/u.test(plate) || found.has(plate)) continue;
    found.set(plate, { title, anchors: reader.anchorOf(match.index, match.index + match[0].length) });
  }
  return found;
}
