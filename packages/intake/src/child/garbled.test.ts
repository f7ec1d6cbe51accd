import { expect, test } from 'vitest';
import { isGarbled, isLost } from './garbled.ts';

const text = '案号,当事人,违法行为,罚款金额\n某罚〔2030〕1号,甲市乙餐饮店,未取得许可从事食品经营,伍仟元\n';

test.each(['latin1', 'gb18030', 'euc-kr', 'shift_jis', 'big5'])(
  'what is decoded as %s and is not that is told',
  (wrong) => {
    const utf8 = Buffer.from(text.repeat(3));
    expect(isGarbled(new TextDecoder(wrong).decode(utf8))).toBe(true);
  },
);

test('texts, lists of names, other languages and short words are what they are', () => {
  for (const sound of [
    text,
    '某罚〔2030〕1号 龘龘龘店',
    '姓名\n欧阳骏\n司徒麟\n诸葛骥\n上官燚\n皇甫嵩\n宇文犇\n长孙淼\n慕容垚',
    '當事人：某某商行。違法行為：未經許可從事經營活動，處罰款五千元整。本機關認為事實清楚。',
    'Économie générale déjà été',
    'ئۇيغۇر تىلى',
  ])
    expect(isGarbled(sound)).toBe(false);
});

test('a text of which only question marks or boxes are left is told; one with blanks to fill in is read', () => {
  expect(isLost('????????????\n???:??????,2024?5?6?,??????????')).toBe(true);
  expect(isLost('□□□□□□□□□□□□□□□□□□□□□□')).toBe(true);
  expect(isLost('是否要求听证？□是 □否　是否申辩？□是 □否　是否回避？□是 □否 ????')).toBe(false);
  expect(isLost('????')).toBe(false);
});

test('one word again and again is no sign of another encoding', () => {
  expect(isGarbled('列1,列2,列3,列4,列5,列6,列7,列8,列9,列10,'.repeat(20))).toBe(false);
  expect(isGarbled('锟斤拷'.repeat(20))).toBe(true);
  expect(isGarbled('龘\ufffd'.repeat(40))).toBe(true);
});
