import { foldName } from '../../../kernel/names.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import type { Clash } from '../clashes.ts';
import { MOST, ofOthers, ofWords } from './papers.ts';

const asked: readonly (readonly [called: string, where: RegExp])[] = [
  ['复议机关', /向([\u4e00-\u9fa5]{2,16}人民政府)(?:依法)?(?:书面)?(?:申请|提出|提起)(?:行政)?复议/gu],
  ['法院', /向([\u4e00-\u9fa5]{2,16}人民法院)(?:依法)?(?:提起|起诉)/gu],
];

/** Papers of the agency of one file that send the party to different governments for review or to different courts, one alone in each. */
export function remedyClashes(documents: readonly RecognisedDocument[]): Clash[] | null {
  const papers = documents.filter(({ kind }) => !ofOthers.has(kind) && !ofWords.has(kind));
  let compared = false;
  const clashes = asked.flatMap(([called, where]) => {
    const told = papers.flatMap(({ reader, title }) => {
      const found = [...reader.dense.matchAll(where)].map((match) => ({
        name: foldName(match[1] ?? ''),
        title,
        anchors: reader.anchorOf(match.index + 1, match.index + 1 + (match[1] ?? '').length),
      }));
      // Where a choice is given, or none is named (有管辖权的人民法院), nothing is compared.
      return new Set(found.map(({ name }) => name)).size === 1 &&
        !/有管辖|所在地|上[一]?级|本级|当地|同级/u.test(found[0]?.name ?? '')
        ? found.slice(0, 1)
        : [];
    });
    const [first] = told;
    if (told.length > 1) compared = true;
    const other = told.find(
      ({ name }) => first !== undefined && !name.endsWith(first.name) && !first.name.endsWith(name),
    );
    return first === undefined || other === undefined
      ? []
      : [
          {
            says: `${called}：${first.title}为${first.name}，${other.title}为${other.name}`,
            anchors: [...first.anchors.slice(0, 1), ...other.anchors.slice(0, 1)],
          },
        ];
  });
  return compared ? clashes.slice(0, MOST) : null;
}
