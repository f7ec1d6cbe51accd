import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import { extract } from './extract.ts';
import { textFile } from './plain-text.ts';
import { simplifyPages } from './traditional.ts';

const DECISION = `甲縣水利局行政處罰決定書
甲水罰決字〔2031〕第7號
當事人：甲縣順達砂石經營部
地址：甲縣東門鎮濱河路3號
經調查，當事人未經許可開采砂石。上述行為違反了《中華人民共和國水法》第三十九條第一款的規定。
根據《中華人民共和國水法》第七十二條，本機關決定對當事人罰款人民幣貳萬元整（20000元）。
如不服本決定，可以自收到本決定書之日起六十日內向甲縣人民政府申請行政復議，或者六個月內向甲縣人民法院提起行政訴訟。
甲縣水利局
2031年5月6日`;

test('a copy in traditional characters is read as the paper it copies', () => {
  const { documents } = extract([textFile('copy.txt', DECISION)], kinds, { id: 'c' });
  expect(documents.map(({ kind }) => kind)).toEqual(['penalty-decision']);
  const facts = documents[0]?.facts ?? {};
  const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]));
  expect(values).toMatchObject({
    'decision.number': '甲水罚决字〔2031〕第7号',
    'decision.agency': '甲县水利局',
    'decision.date': '2031-05-06',
    'decision.fine': 20000,
    'decision.review-authority': '甲县人民政府',
    'party.name': '甲县顺达砂石经营部',
    'party.address': '甲县东门镇滨河路3号',
  });
  const [start = 0, end = 0] = facts['party.name']?.anchors?.[0]?.range ?? [];
  expect(DECISION.slice(start, end)).toBe('甲縣順達砂石經營部');
});

test('a copy that prints sounds behind its characters has lost others, and stays unread', () => {
  const page = textFile('copy.txt', DECISION.replaceAll('決定', '決定(dìng)').replaceAll('縣', '縣(xiàn)'));
  expect(simplifyPages([page])).toEqual([page]);
});

test('a few traditional characters leave a page as it is', () => {
  const page = textFile(
    'a.txt',
    `甲县市场监督管理局行政处罚决定书\n当事人：陳國強、龍鳳樓、萬達、東興、劉華、張偉、乾县著作。${'经查，当事人未按规定明码标价。'.repeat(12)}`,
  );
  expect(simplifyPages([page])).toEqual([page]);
});
