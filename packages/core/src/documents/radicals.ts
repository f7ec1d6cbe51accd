/**
 * The characters the CJK Radicals Supplement (U+2E80…U+2EF3) and the Kangxi radicals (U+2F00…U+2FD5) stand for, in code
 * order: the property EquivalentUnifiedIdeograph of the Unicode character database 14. An ideographic space marks a
 * code point without one, or whose equivalent lies outside the basic plane (those never replace ordinary text).
 */
const RADICALS_SUPPLEMENT =
  '　厂乛乚乙亻冂　刀刂卜㔾小小兀尣尢　巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王　目示礻　糹纟罓罒㓁冗　羊　　耂肀聿' +
  '肉　艹艹艹虎衤覀西见角　讠贝　车辶辶辶邑钅長镸长门　阝雨青韦页风飞食　飠饣　马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const KANGXI_RADICALS =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳' +
  '心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸' +
  '缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音' +
  '頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';

/** Simplified-Chinese fonts share the glyph of ⼾ with 户, not with 戶: pages printed by a browser use it for 户. */
const DOOR_RADICAL = 0x2f3e;

/**
 * Boxes and ticks in other shapes, and the places in the private area where text keeps those of the fonts Wingdings, Wingdings 2 and Symbol: which
 * font it was is lost, so only codes that mean a box, a tick or nothing a form has in the others.
 */
const BOXES: ReadonlyMap<number, string> = new Map([
  ...[0x25fb, 0x25fd, 0x2b1c, 0x274f, 0x2750, 0x2751, 0x2752].map((code) => [code, '□'] as const),
  ...[0x25fc, 0x25fe, 0x2b1b].map((code) => [code, '■'] as const),
  [0x2705, '☑'],
  ...[0xf06f, 0xf071, 0xf072, 0xf0a3, 0xf0a8].map((code) => [code, '□'] as const),
  [0xf06e, '■'],
  [0xf0fe, '☑'],
  [0xf052, '☑'],
  [0xf0fd, '☒'],
  [0xf054, '☒'],
  [0xf0fc, '✓'],
  [0xf050, '✓'],
  [0xf0d6, '√'],
  [0xf0fb, '✗'],
]);

export function unifiedRadical(code: number): string | null {
  const box = BOXES.get(code);
  if (box !== undefined) return box;
  if (code === DOOR_RADICAL) return '户';
  if (code === 0x2329) return '〈';
  if (code === 0x232a) return '〉';
  if (code >= 0xf900) {
    const unified = String.fromCharCode(code).normalize('NFC');
    return unified.length === 1 ? unified : null;
  }
  const table = code < 0x2f00 ? RADICALS_SUPPLEMENT : KANGXI_RADICALS;
  const found = table[code < 0x2f00 ? code - 0x2e80 : code - 0x2f00];
  return found === undefined || found === '　' ? null : found;
}

/** True for a code point of which there is another that is written: a radical, a compatibility ideograph, an angle bracket of mathematics, a box or tick. */
export function isDouble(code: number): boolean {
  if (code < 0x2300) return false;
  return (
    BOXES.has(code) ||
    (code >= 0x2e80 && code <= 0x2fd5) ||
    (code >= 0xf900 && code <= 0xfad9) ||
    code === 0x2329 ||
    code === 0x232a
  );
}

/**
 * Text with every CJK radical, compatibility ideograph and angle bracket replaced by the character it stands for, as browser-printed PDFs deliver
 * these in place of characters, and boxes and ticks by those forms have; one code unit for one code unit, so offsets stay valid.
 */
export function unifyRadicals(text: string): string {
  let out = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isDouble(code)) continue;
    const unified = unifiedRadical(code);
    if (unified === null) continue;
    out += text.slice(kept, i) + unified;
    kept = i + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}
