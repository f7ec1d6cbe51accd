import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import { extract } from '../extract.ts';
import { textFile } from '../plain-text.ts';

const facts = (text: string) => extract([textFile('1.txt', text)], kinds, { id: 'c' }).documents[0]?.facts ?? {};

test('things sealed where they stand are goods named, with their number or as a place', () => {
  const sealed = (what: string) =>
    facts(
      `甲市应急管理局\n查封扣押决定书\n（甲）应急查扣〔2031〕3号\n甲市鑫泉化工有限公司：\n地址：甲市东街\n你单位涉嫌违反《甲条例》第二十条，依据《甲法》第六十五条的规定，决定${what}，期限自2031年8月28日至2031年9月26日。\n如不服，可以在60日内向甲市人民政府申请行政复议，或者在6个月内向甲市人民法院提起行政诉讼。\n甲市应急管理局\n2031年8月28日`,
    )['measure.states']?.value;
  expect(sealed('对上述储罐2座予以查封')).toContain('goods');
  expect(sealed('对你单位位于东街的二号仓库予以查封')).toContain('goods');
});

test('what an inspection found wanting is the reason of a refusal; a bare refusal gives none', () => {
  const refused = (why: string) =>
    facts(
      `甲市市场监督管理局\n不予行政许可决定书\n甲市监许不准〔2031〕19号\n甲市某餐饮店：\n你（单位）于2031年7月1日提出食品经营许可申请，本局于2031年7月3日受理。${why}根据《中华人民共和国行政许可法》第三十八条第二款的规定，决定不予行政许可。\n如不服本决定，可在收到本决定书之日起60日内向甲市人民政府申请行政复议，或6个月内向甲市人民法院提起行政诉讼。\n甲市市场监督管理局\n2031年7月15日`,
    )['decision.states-reasons']?.value;
  expect(refused('经现场核查，经营场所布局流程不合理。')).toBe(true);
  expect(refused('经审查，')).toBe(false);
  expect(refused('经审查，你申请的场所与学校出入口距离21米。依据《某规定》第九条，学校周围不得设置。')).toBe(true);
  expect(refused('经审查，依据《某规定》第九条第一款的规定，')).toBe(false);
});
