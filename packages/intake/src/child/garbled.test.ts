import { expect, test } from 'vitest';
import { isGarbled } from './garbled.ts';

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
