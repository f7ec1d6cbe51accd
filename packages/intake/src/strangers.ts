/** What an archive is that other programs keep their files in, by the names of its entries, and what to do about it; null for any other. */
export function packageOf(names: readonly string[]): string | null {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/iu))
    return '是 XLSB 格式的工作簿，读不出；请用 Excel 或者 WPS 打开，另存为 XLSX 后再放入';
  if (has(/\.iwa$/iu) || has(/^Index\.zip$/u))
    return '是苹果电脑的 Pages、Numbers 或者 Keynote 文件，读不出；请用原来的软件导出为 DOCX、XLSX 或 PDF 后再放入';
  if (has(/^META-INF\/container\.xml$/u) && names.includes('mimetype'))
    return '是电子书（EPUB），不作为文书读取；是案卷材料的，请打印成 PDF 后再放入';
  if (has(/^Encryptions\.xml$/iu) && !names.includes('OFD.xml')) return sealedOfd;
  if (has(/\.fdseq$/iu)) return '是 XPS 文件，读不出；请打印成 PDF 后再放入';
  if (names.includes('[Content_Types].xml') && has(/^visio\//u))
    return '是 Visio 绘图，读不出；请用 Visio 打开，另存为 PDF 后再放入';
  if (has(/^AndroidManifest\.xml$/u) && has(/\.dex$/u)) return '是手机程序的安装包，不是文书；请把它移出案卷';
  if (has(/^META-INF\/MANIFEST\.MF$/u) && has(/\.class$/u)) return '是程序，不是文书，没有打开；请把它移出案卷';
  return null;
}

/** What is said of an OFD that is encrypted (GM/T 0099). */
export const sealedOfd = '是加密的 OFD，这里读不出；请用 OFD 阅读器打开（输入密码或者用证书），打印成 PDF 后再放入';

/** What is said of sounds and films. */
export const recording = '是录音或者录像，不作为文书读取；请把它移出案卷，音像记录的登记表照常放入';

const picture = '是这里读不出的图片格式；请用看图软件打开，另存为 JPG 或 PNG 后再放入';

const byEnding: readonly (readonly [ending: RegExp, what: string])[] = [
  [/\.(?:caj|kdh|nh|caa)$/iu, '是知网的 CAJ 一类文件，读不出；请用 CAJViewer 打开，打印成 PDF 后再放入'],
  [/\.cebx?$/iu, '是方正公文（CEB）文件，读不出；请用方正阅读器打开，打印成 PDF 后再放入'],
  [
    /\.(?:sep|gd|gw|gwz|s2|s72|s92|wdl|aip)$/iu,
    '是公文交换系统的专用格式，读不出；请用收文时的公文阅读器打开，打印成 PDF 后再放入',
  ],
  [/\.(?:jp2|j2k|jxl|psd|emf|wmf|svg|cdr|raw|cr2|cr3|nef|arw|dng|tga|ico|pcx|p[bgpn]m|exr|hdr|dds)$/iu, picture],
  [/\.djvu?$/iu, '是 DjVu 扫描件，读不出；请用阅读器打开，打印成 PDF 后再放入'],
  [/\.(?:dwg|dxf)$/iu, '是 CAD 图纸，读不出；请用制图软件打印成 PDF 后再放入'],
  [
    /\.(?:zst|lz4|lzma|cab|arj|lzh|lha|ace|iso|img|z|alz|egg|wim|vhdx?|vmdk|dmg)$/iu,
    '是这里打不开的压缩包或者光盘映像，这里只能打开 ZIP、TAR 和 GZ；请解压后把文件夹放入，或者重新压缩为 ZIP',
  ],
  [
    /\.(?:crdownload|part|partial|download|downloading|xltd|td|!qb|!ut|aria2)$/iu,
    '是没有下载完的文件，打不开；请等下载完成，或者重新下载后再放入',
  ],
  [/\.(?:mdb|accdb|db|sqlite3?|dbf)$/iu, '是数据库文件，读不出；请从办案系统导出为 XLSX 或 PDF 后再放入'],
  [/\.(?:p7s|p7m|p12|pfx|cer|crt|sig)$/iu, '是数字证书或者单独存放的电子签名，不作为文书读取；请把它移出案卷'],
  [/\.(?:uof|uot|uos)$/iu, '是标文通（UOF）格式的文件，读不出；请用 WPS 打开，另存为 DOCX、XLSX 或 PDF 后再放入'],
  [/\.(?:fodt|fods|fodp)$/iu, '是 ODF 格式的文件，读不出；请另存为 DOCX、XLSX 或 PDF 后再放入'],
  [
    /\.(?:flv|mpe?g|m?ts|dav|264|265|h26[45]|3gp|rm|rmvb|vob|mkv|f4v|asf|amr|aac|ape|flac|wma|opus|silk|slk)$/iu,
    recording,
  ],
  [
    /(?:^|\/)winmail\.dat$|\.tnef$/iu,
    '是 Outlook 打包的邮件（winmail.dat），读不出；请让发件人改用普通附件重新发送，或者从邮件里另存附件后放入',
  ],
  [/\.(?:one|onetoc2?)$/iu, '是 OneNote 笔记，读不出；请用 OneNote 打开，打印成 PDF 后再放入'],
  [/\.chm$/iu, '是帮助文档（CHM），不作为文书读取；是案卷材料的，请打印成 PDF 后再放入'],
  [/\.(?:tt[fc]|otf|woff2?|fon)$/iu, '是字体文件，不是文书；请把它移出案卷'],
  [/\.(?:mobi|azw3?)$/iu, '是电子书，不作为文书读取；是案卷材料的，请打印成 PDF 后再放入'],
  [/\.(?:msi|dll|bat|cmd|com|scr)$/iu, '是程序，不是文书，没有打开；请把它移出案卷'],
];

/** What is written as text and is no paper all the same, by the ending of its name. */
const byEndingWritten: readonly (readonly [ending: RegExp, what: string])[] = [
  [/\.(?:p[bgpn]m|xpm|xbm)$/iu, picture],
  [/\.dxf$/iu, '是 CAD 图纸，读不出；请用制图软件打印成 PDF 后再放入'],
  [/\.(?:bat|cmd|vbs|vbe|ps1|js|jse|wsf|hta|sh|py|php|jsp|reg)$/iu, '是程序，不是文书，没有打开；请把它移出案卷'],
  [/\.(?:cer|crt|pem|p7b|key|asc|sig)$/iu, '是数字证书、密钥或者单独存放的电子签名，不作为文书读取；请把它移出案卷'],
  [/\.(?:ics|vcf)$/iu, '是日程或者名片，不是文书；请把它移出案卷'],
  [
    /\.mbox$/iu,
    '扩展名是 .mbox，内容却不像邮件，开头可能已损坏；请从邮箱重新导出，或者把邮件打印成 PDF，附件另存出来后再放入',
  ],
  [/\.torrent$/iu, '是下载用的种子文件，里面没有文书；请放入下载好的文件'],
];

/** What a text is that is no paper, by its name and by how it begins, and what to do about it; null for any other. */
export function writtenAs(name: string): string | null {
  return byEndingWritten.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** What is said of one of the files an archive was parted into, by its name; null for any other name. */
export function volumeNamed(name: string): string | null {
  return /\.(?:z\d\d|r\d\d|part\d+\.rar|(?:zip|7z|rar|tar)\.\d{3})$/iu.test(name) ? volume : null;
}

/** What is said of one of the files an archive was parted into. */
export const volume =
  '是分卷压缩包的一卷，只有一卷打不开；请把各卷（名称相同，以 .001、.002 或者 .z01、.zip 等结尾）放在一个文件夹里用压缩软件解压，再把解压出的文件放入';

/** What a file is whose bytes tell nothing here, by the ending of its name, and what to do about it; null where that tells nothing either. */
export function strangerNamed(name: string): string | null {
  return volumeNamed(name) ?? byEnding.find(([ending]) => ending.test(name))?.[1] ?? null;
}

const mailFields = /^(?:from|to|cc|subject|date|received|return-path|message-id|delivered-to|reply-to):/iu;

/** Whether a text begins with the head of a mail, or of a page a browser stored whole. */
export function isMail(head: string): boolean {
  const lines = head.split(/\r?\n/u);
  const end = lines.findIndex((line) => !/^(?:[A-Za-z][A-Za-z0-9-]*:|[ \t])/u.test(line));
  const fields = lines.slice(0, end < 0 ? lines.length : end);
  return (
    fields.some((line) => /^mime-version:/iu.test(line)) || fields.filter((line) => mailFields.test(line)).length >= 3
  );
}

/** Characters of a text that must be written so, for it to be written in codes: letters stand between. */
const inCodes = 0.6;
/** Percent signs, escapes of programs and pages, quoted-printable and HZ (RFC 1843). */
const codes = /%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|&#(?:\d{4,6}|x[0-9A-Fa-f]{4,5});|=[0-9A-F]{2}|~\{[!-}]{2,80}~\}/gu;
/** Characters written in UTF-7 (RFC 2152). */
const runOfUtf7 = /\+[A-Za-z0-9+/]{5,2000}/gu;
const fewestChinese = 4;
const fewestOfRtf = 5;
/** Names of fonts and words stand between them. */
const inRtf = 0.4;
/** A text of fewer characters may be anything. */
const shortest = 200;

/** How a text holds another file, or its own characters, written out in letters and figures, as faulty interfaces hand them over: said in Chinese; null for any other. */
export function encodedAs(head: string): string | null {
  const text = head.replace(/^data:[\w/+.-]*;base64,/u, '');
  if (isUtf7(text)) return inCodesOf;
  if (isTornRtf(text.replaceAll('\0', ''))) return '里面是没有开头的 RTF 文书的代码，不是文书本身';
  if (text.length < shortest) return null;
  const kinds = [/[a-z]/u, /[A-Z]/u, /[0-9]/u];
  // Figures and letters alike, as the bytes of a file give them.
  if (/^[0-9A-Fa-f\s]+$/u.test(text) && /[a-f]/iu.test(text) && new Set(text.toLowerCase()).size >= 9)
    return '里面是用十六进制数字写出的另一个文件，不是文书本身';
  if (/^[A-Za-z0-9+/=\r\n]+$/u.test(text) && kinds.every((kind) => kind.test(text)))
    return '里面是用字母写出的另一个文件（Base64 编码），不是文书本身';
  if (/^begin [0-7]{3} \S/u.test(text)) return '里面是用字母写出的另一个文件（uuencode 编码），不是文书本身';
  const written = (text.match(codes) ?? []).reduce((sum, code) => sum + code.length, 0);
  return written > text.length * inCodes ? inCodesOf : null;
}

const inCodesOf = '里面的文字写成了代码（像 \\u884c、&#34892;、%E8%A1%8C、+iEw- 这样），不是文书本身';

/** Whether a text is a piece of an RTF without its beginning: most of it is words of that language. */
function isTornRtf(text: string): boolean {
  const words = text.match(/\\(?:[a-z]{1,32}-?\d{0,6}|'[0-9a-f]{2})/gu) ?? [];
  const ofRtf = words.filter((word) => /^\\(?:pard?|plain|cell|row|fs?\d+|fcharset\d+|lang\d+)$/u.test(word));
  return ofRtf.length >= fewestOfRtf && words.join('').length > text.length * inRtf;
}

/** Whether the Chinese of a text is written in UTF-7: what its runs stand for is little else. */
function isUtf7(text: string): boolean {
  const characters = (text.match(runOfUtf7) ?? []).map((run) => {
    const bytes = Buffer.from(run.slice(1), 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });
  const all = characters.join('');
  const chinese = all.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]/gu)?.length ?? 0;
  return chinese >= fewestChinese && chinese > all.length * inCodes;
}
