/** Characters of which some stand in every Chinese text, most of all in papers of agencies and in their tables. */
const common = new Set(
  '的一是在不了有和人中大为上个国我以要时来用生到作地于出分对成会可主年动同工也能下子说产种面而方后多定行法所民得三之进部度家款案号当事违处局县市区公司证日月元第条规管理监督检查书许名称址字政决',
);
const looked = 20_000;
/** Characters that must stand in a text before it can be told what it is. */
const enough = 20;
const fewestCommon = 0.03;
const fewestDifferent = 8;
/** What other encodings leave when they are taken for another: letters with accents, private characters, kana, bytes that are none. */
const odd = /[\u0080-\u009f\u00c0-\u00ff\u3041-\u30ff\u3105-\u312f\uff61-\uff9f\ue000-\uf8ff\ufffd]/u;
const chinese = /\p{Script=Han}/u;

/** Whether a text was decoded from another encoding than its own: hardly any of its characters are those that make up texts. */
export function isGarbled(text: string): boolean {
  let [all, known, strange] = [0, 0, 0];
  const different = new Set<string>();
  for (const character of text.slice(0, looked)) {
    if (character < '\u0080') continue;
    if (common.has(character)) known++;
    const isOdd = odd.test(character);
    if (!isOdd && !chinese.test(character)) continue;
    if (isOdd) strange++;
    all++;
    different.add(character);
  }
  // One word again and again says nothing of the encoding, but for those that damage leaves.
  if (strange === 0 && different.size < fewestDifferent && !/锟斤拷|烫烫|屯屯/u.test(text)) return false;
  return all >= enough && known < all * fewestCommon;
}

/** Chinese characters and odd ones that a part of a text must have before it is told by itself. */
const part = 100;

/** The line, from 1, from which a text that begins well is no longer in its encoding; null where it is to its end. */
export function garbledFrom(text: string): number | null {
  let [chunk, weight, from] = ['', 0, 1];
  for (const [index, line] of text.split('\n').entries()) {
    chunk += line;
    weight += line.match(/[\p{Script=Han}\u0080-\u00ff\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
    if (weight < part) continue;
    if (isGarbled(chunk)) return from;
    [chunk, weight, from] = ['', 0, index + 2];
  }
  return isGarbled(chunk) ? from : null;
}

/** Question marks, or boxes, of all characters, in a text whose own characters some program could not write. */
const mostAsked = 0.4;

/** Whether a text is mostly what programs put in place of characters they cannot write. */
export function isLost(text: string): boolean {
  const dense = text.slice(0, looked).replace(/\s/gu, '');
  const asked = dense.match(/[?□]/gu)?.length ?? 0;
  return asked >= enough && asked > dense.length * mostAsked && /\?{4}|□{4}/u.test(dense);
}
