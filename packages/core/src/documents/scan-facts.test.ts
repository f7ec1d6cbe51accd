import { describe, expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact } from '../record/types.ts';
import { extract } from './extract.ts';
import { scan } from './scan/marked-page.ts';

const read = (marked: string, laws: readonly string[] = []): Readonly<Record<string, Fact>> => {
  const files = [{ name: 'a.pdf', sha256: '', format: 'pdf' as const, pages: [scan(marked)] }];
  return extract(files, kinds, { id: 'x', laws }).documents[0]?.facts ?? {};
};
const isKnown = (fact: Fact | undefined): boolean => fact !== undefined && (fact.confidence ?? 1) >= 0.5;

const decision = ({
  number = '临市监罚〔2024〕7号',
  party = '当事人:临海市禾丰糖业有限公司',
  cited = '《中华人民共和国食品安全法》第五十三条',
}): string => `临海市市场监督管理局
行政处罚决定书
${number}
${party}
地址:临海市东街1号
经查,当事人于2024年1月2日未查验供货者的许可证。
上述行为违反了${cited}的规定。
现决定罚款人民币5000元。
临海市市场监督管理局
2024年3月4日`;

describe('the number of a paper', () => {
  test('its words are believed where agencies use them or the paper names the place', () => {
    const fact = read(decision({ number: '{临 0.2}{市 0.3}监{罚 0.1}〔2024〕7号' }))['decision.number'];
    expect([fact?.value, isKnown(fact)]).toEqual(['临市监罚〔2024〕7号', true]);
  });

  test('a character that is neither, and stands nowhere else, is not known however surely one reader read it', () => {
    const number = '柄市监罚〔2024〕7号';
    expect(isKnown(read(decision({ number }))['decision.number'])).toBe(false);
    const page = scan(decision({ number }));
    const lines = page.lines.map((line) => ({
      ...line,
      runs: line.runs.map((run) => (run.text === '柄' ? { ...run, agreed: true as const } : run)),
    }));
    const files = [{ name: 'a.pdf', sha256: '', format: 'pdf' as const, pages: [{ ...page, lines }] }];
    expect(isKnown(extract(files, kinds, { id: 'x' }).documents[0]?.facts['decision.number'])).toBe(true);
  });

  test('its first sign is that of a place or an agency the paper names', () => {
    const cited = '《临海市裁量基准》第三条';
    expect(isKnown(read(decision({ number: '基监罚〔2024〕7号', cited }))['decision.number'])).toBe(false);
    const other = decision({ number: '禾监罚〔2024〕7号' }).replaceAll('临海市', '禾丰市');
    expect(isKnown(read(other)['decision.number'])).toBe(true);
  });

  test('without the words before the year it is not known', () => {
    expect(isKnown(read(decision({ number: '〔2024〕7号' }))['decision.number'])).toBe(false);
    expect(isKnown(read(decision({ number: '临()市监罚〔2024〕7号' }))['decision.number'])).toBe(false);
  });

  test('of several places the reading that most share counts, and a character seen twice is one', () => {
    const number = '临临市监罚〔2024〕7号\n文号:临市监罚〔2024〕7号';
    expect(read(decision({ number }))['decision.number']?.value).toBe('临市监罚〔2024〕7号');
  });
  test('a stroke that two readers differ on beside the bracket of the year says nothing of it', () => {
    const page = scan(decision({ number: '临市监罚{〔2024 0.9}{〕 0.9}{7 0.9}号' }));
    const text = page.text.replace('〕7', '〕j7');
    const lines = page.lines.map((line, row) => ({
      start: line.start + (row > 2 ? 1 : 0),
      end: line.end + (row > 1 ? 1 : 0),
      runs: line.runs.map((run) =>
        run.text === '〕' ? { ...run, text: '〕j', confidence: 0.3, disputed: true as const } : run,
      ),
    }));
    const files = [{ name: 'a.pdf', sha256: '', format: 'pdf' as const, pages: [{ ...page, text, lines }] }];
    const fact = extract(files, kinds, { id: 'x' }).documents[0]?.facts['decision.number'];
    expect([fact?.value, isKnown(fact)]).toEqual(['临市监罚〔2024〕7号', true]);
  });
});

test('the agency of a paper whose title could not be read stands above its number', () => {
  const head = '发布机构:临海县文化局\n临海市市场监督管理局\n行或处司克是者\n';
  expect(
    read(
      decision({})
        .replace(/^.*\n.*\n/u, head)
        .replace(/临海市市场监督管理局\n2024年3月4日$/u, '{丁 0.1}'),
    )['decision.agency']?.value,
  ).toBe('临海市市场监督管理局');
});

test('a card that ran into one row names its party, and what opens at the end of a name is dirt', () => {
  const named = (party: string): unknown => read(decision({ party }))['party.name']?.value;
  expect(named('当事人:姓名张小强性别男身份证件号11010119900101001X')).toBe('张小强');
  expect(named('当事人:张小强你未经批准于2030年占用土地')).toBe('张小强');
  expect(read(decision({ party: '当事人:临海市禾丰商店\n经营者:李明“”' }))['party.representative']?.value).toBe('李明');
  expect(named('当事人:临海市禾丰商店丨经营者:李明')).toBe('临海市禾丰商店');
  expect(named('当事人:临海市禾丰兽药经营部“经营者:李明')).toBe('临海市禾丰兽药经营部');
});

describe('titles of laws', () => {
  const laws = ['中华人民共和国食品安全法'];
  const cited = (words: string): unknown => {
    const list = read(decision({ cited: words }), laws)['decision.citations[]']?.value as
      | { law: string; confidence: number }[]
      | undefined;
    return list?.map(({ law, confidence }) => [law, confidence >= 0.5]);
  };

  test('known ones are believed', () => {
    expect(cited('《中华人民共和国食{品 0.2}安全法》第五十三条')).toEqual([['中华人民共和国食品安全法', true]]);
  });

  test('one doubtful character makes another title the known one, never where the subject begins', () => {
    expect(cited('《中华人民共和国食品{女 0.2}全法》第五十三条')).toEqual([['中华人民共和国食品安全法', true]]);
    expect(cited('《中华人民共和国{药 0.2}品安全法》第五十三条')).toEqual([['中华人民共和国药品安全法', false]]);
  });

  test('begin with the name of the state whole, and with no mark', () => {
    expect(cited('《中华人民共和食品安全法》第五十三条')).toEqual([['中华人民共和国食品安全法', true]]);
    const both = '《临海市河道保护条例》第三条、“中华人民共和国食品安全法》第五十三条';
    expect(cited(both)).toEqual([
      ['临海市河道保护条例', true],
      ['中华人民共和国食品安全法', true],
    ]);
  });

  test('a place in a law is not known where an item behind it could not be made out', () => {
    expect(cited('《中华人民共和国食品安全法》第五十三条犬第(一项')).toEqual([['中华人民共和国食品安全法', false]]);
    expect(cited('《中华人民共和国食品安全法》第五十三条及相关条款')).toEqual([['中华人民共和国食品安全法', true]]);
  });

  test('one that differs by a doubtful character from a better reading of the same paper is that one', () => {
    const both = '《临海市河道保护条例》第三条、《临海市河道保{拍 0.7}条例》第九条';
    expect(cited(both)).toEqual([
      ['临海市河道保护条例', true],
      ['临海市河道保护条例', true],
    ]);
  });
});

test('a heading whose number was ruined names its paper', () => {
  const text = decision({}).replace(/^.*\n.*\n.*\n/u, '临海市市场监督管理局行政处罚决定书临市监罚字【2024\n开旺\n');
  expect(read(text)['party.name']?.value).toBe('临海市禾丰糖业有限公司');
});

test('an address that reaches the margin is not of the body below', () => {
  const address = '地址:浙江省临海市东街街道人民路北侧商业中心三单元四楼';
  const body = '2024年1月2日,当事人经营的食品未查验许可证,违反了规定。经查,';
  const facts = read(decision({}).replace('地址:临海市东街1号', `${address}\n${body}`));
  expect(facts['party.address']?.value).toBe(address.slice(3));
});

test('a quotation whose mark was lost quotes nothing of what follows', () => {
  const lost = '当事人购进“禾丰牌糖浆三十瓶,未查验许可证,'.padEnd(230, '货值金额不大,');
  const cited = `《甲法》第三条的规定,又购进“禾丰牌糖浆”十瓶”,依据《乙法》第四条`;
  const list = read(decision({ party: `当事人:临海市禾丰糖业有限公司\n${lost}`, cited }))['decision.citations[]'];
  expect(((list?.value ?? []) as { law: string }[]).map(({ law }) => law)).toEqual(['甲法', '乙法']);
});

test('the name of the state broken over two lines belongs to the customs', () => {
  const text = decision({}).replaceAll('临海市市场监督管理局', '中华人民\n共和国临海海关');
  expect(read(text)['decision.agency']?.value).toBe('中华人民共和国临海海关');
});

test('what cannot be a person, cut from a longer name, is none', () => {
  const facts = read(decision({ party: '当事人:佳木斯' }));
  expect([facts['party.name'], facts['party.kind']].map(isKnown)).toEqual([false, false]);
});

test('a blank guessed on a picture parts no sign that stands alone from the rest of a number', () => {
  const number = '(韶  自资罚决〔2024〕4号)';
  expect(read(decision({ number }))['decision.number']?.value).toBe('韶自资罚决〔2024〕4号');
});

test('a sign of structure is believed for its place, but not within a name', () => {
  const text = decision({}).replace('地址:临海市东街1号', '地址:临海市{款 0.28}头镇{号 0.3}东街1号');
  expect(isKnown(read(text)['party.address'])).toBe(false);
  const cited = decision({ cited: '《中华人民共和国食品安全法》第五十三条第一{款 0.3}' });
  const list = read(cited)['decision.citations[]']?.value as { confidence?: number }[];
  expect(list.map(({ confidence }) => (confidence ?? 1) >= 0.5)).toEqual([true]);
});

describe('what a doubtful name does not touch', () => {
  test('the sort of party, which its last character tells, and that a party is stated', () => {
    const facts = read(decision({ party: '当事人:临海市{禾 0.1}丰糖业有限公司' }));
    expect([facts['party.name'], facts['party.kind'], facts['decision.states-party']].map(isKnown)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('where the last character is doubtful, the sort is', () => {
    expect(isKnown(read(decision({ party: '当事人:禾丰{三 0.3}' }))['party.kind'])).toBe(false);
  });
});

test('a fine in figures and words that agree is known, its penalty too', () => {
  const text = decision({}).replace('5000元', '{喜 0.1}{什 0.1}元整(5000.00元)').replace('{喜 0.1}', '{伍 0.1}');
  const facts = read(text);
  const penalties = facts['decision.penalties[]']?.value as { amount: number; confidence?: number }[];
  expect(facts['decision.fine']?.value).toBe(5000);
  expect(penalties.map(({ amount, confidence }) => [amount, (confidence ?? 1) >= 0.5])).toEqual([[5000, true]]);
});

describe('headings', () => {
  const heads = (head: string): unknown => read(decision({}).replace(/^.*\n.*\n/u, head))['decision.number']?.value;

  test('two characters of a long title may be misread where it is alone in its line, not two beside each other', () => {
    expect(heads('临海市市场监督管理局\n行牙处缠决定书\n')).toBe('临市监罚〔2024〕7号');
    expect(heads('临海市市场监督管理局\n行政复仪决定书\n')).toBeUndefined();
  });

  test('the last figures of the number may stand below', () => {
    const facts = read(
      decision({ number: '' }).replace(/^.*\n.*\n\n/u, '临海市市场监督管理局行政处罚决定书(临市监罚〔2024〕\n7号)\n'),
    );
    expect(facts['party.name']?.value).toBe('临海市禾丰糖业有限公司');
  });
});

test('labels run into the values before them where a recogniser left no room', () => {
  const party = '当事人:临海市禾丰糖业商店主体资格名称:营业执照\n经营者:李明当事人未履行查验义务';
  const facts = read(decision({ party }));
  expect(facts['party.name']?.value).toBe('临海市禾丰糖业商店');
  expect(facts['party.representative']?.value).toBe('李明');
});

test('a title within a title stands in 〈〉 whatever was read', () => {
  const cited = '《海关〈甲国自由贸易协定〉项下货物管理办法》第三条';
  const list = read(decision({ cited: cited.replace('〈', '《').replace('〉', '》') }))['decision.citations[]'];
  expect((list?.value as { law: string }[] | undefined)?.map(({ law }) => law)).toEqual([
    '海关〈甲国自由贸易协定〉项下货物管理办法',
  ]);
});

test('the day behind its label where a recogniser left no room', () => {
  const text = decision({}).replace(
    /\n临海市市场监督管理局\n2024年3月4日$/u,
    '\n处罚决定日期2024-03-04\n决定机关临海市市场监督管理局',
  );
  expect(read(text)['decision.date']?.value).toBe('2024-03-04');
});

test('a line above that fills the page is no part of the name of the customs', () => {
  const above = '禾丰科技发展有限公司出口侵权游戏机卡被处罚';
  const text = decision({}).replace(/^.*\n.*\n/u, `${above}\n中华人民共和国临海海关行政处罚决定书\n`);
  expect(read(text.replace(/\n临海市市场监督管理局\n2024年3月4日$/u, ''))['decision.agency']?.value).toBe(
    '中华人民共和国临海海关',
  );
});
