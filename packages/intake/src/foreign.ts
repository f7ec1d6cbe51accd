import { Buffer } from 'node:buffer';
import type { Content } from './detect.ts';
import { type Broken, Declared, Unreadable } from './limits.ts';
import { encodedAs, isMail, recording, strangerNamed, volume, volumeNamed, writtenAs } from './strangers.ts';

/** What a file is that cannot be read here, and what to do about it: Chinese, after the file's name. */
export function foreign(bytes: Buffer): string {
  const head = bytes.subarray(0, 16).toString('latin1');
  const brand = bytes.subarray(4, 12).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oldOffice(bytes);
  const packed = /^Rar!/u.test(head)
    ? 'RAR '
    : /^7z\xbc\xaf/u.test(head)
      ? '7z '
      : ['BZh', '\xfd7zXZ', 'MSCF'].some((mark) => head.startsWith(mark))
        ? 'BZ2、XZ、CAB 一类的'
        : null;
  if (packed !== null)
    return `是 ${packed}压缩包，这里只能打开 ZIP、TAR 和 GZ；请解压后把文件夹放入，或者重新压缩为 ZIP`;
  if (head.startsWith('II+\0') || head.startsWith('MM\0+'))
    return '是 BigTIFF（超大图像用的 TIFF），读不出；请用看图软件打开，另存为普通的 TIFF、JPG 或者打印成 PDF 后再放入';
  if (/^ftyp(?:hei|hev|mif|msf|avif)/u.test(brand))
    return '是 HEIC 或者 AVIF 格式的照片（苹果等手机常用），这里读不出；请用看图软件打开，另存为 JPG 后再放入（苹果手机在“设置—相机—格式”里选“兼容性最佳”，以后拍的就是 JPG）';
  if (
    /^ftyp/u.test(brand) ||
    (head.startsWith('RIFF') && /^(?:AVI |WAVE|RMID)/u.test(head.slice(8))) ||
    ['ID3', 'OggS', '#!AMR', '\xff\xfb', '\x1a\x45\xdf\xa3', '\x30\x26\xb2\x75'].some((mark) => head.startsWith(mark))
  )
    return recording;
  if (head.startsWith('L\0\0\0\x01\x14\x02\0')) return shortcut;
  if (head.startsWith('MZ') && unpacksItself(bytes))
    return '是自解压程序，里面可能有文书，没有打开；请解压后把解压出的文件放入';
  if (/^MZ|^\x7fELF/u.test(head)) return '是程序，不是文书，没有打开；请把它移出案卷';
  const start = bytes.toString('latin1', 0, 1024);
  if (isMail(start)) return mail;
  const encoded = encodedAs(start);
  if (encoded !== null) return `${encoded}，多半是导出时出了错；请从办案系统重新导出，再放入`;
  if (start.startsWith('%!PS')) return '是 PostScript 文件（.ps、.eps），读不出；请用打开它的软件打印成 PDF 后再放入';
  if (start.includes('-----BEGIN PGP MESSAGE')) return '是用 PGP 加密的文件，读不出；请解密后把原来的文件放入';
  if (isVolume(bytes)) return volume;
  if (bytes.length > 64 && bytes.every((byte) => byte === bytes[0]))
    return `里面没有内容（${bytes.length} 字节全都一样），多半是复制、下载或者存盘时没有写完；${notWhole}`;
  return `不是文书的格式，${unknown}；${readable}`;
}

const webPage = '是网页或者 XML，不作为文书读取；网页请用浏览器打印成 PDF 后再放入';

/** What a page of the web or an XML is, by its bytes. */
export function markup(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 4096).replaceAll('\0', '');
  if (/progid="Word\.Document"|<w:wordDocument|<pkg:package|urn:schemas-microsoft-com:office:word/u.test(head))
    return '是 Word 存成的 XML 或者网页，读不出；请用 Word 或者 WPS 打开，另存为 DOCX 后再放入';
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:(?:spreadsheet|excel)/u.test(head))
    return '是 Excel 存成的 XML 或者网页，读不出；请用 Excel 或者 WPS 打开，另存为 XLSX 后再放入';
  return webPage;
}

/** Whether the end of an archive says that it is the last of several parts. */
function isVolume(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return end >= 0 && end + 22 <= bytes.length && bytes.readUInt16LE(end + 4) > 0 && bytes.readUInt16LE(end + 4) < 1000;
}

/** Whether a program carries an archive, as those do that unpack themselves. */
function unpacksItself(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end >= 0 && end >= bytes.length - 2 ** 16 - 22) return true;
  return ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'].some((mark) => bytes.indexOf(mark, 0, 'latin1') > 0);
}

const unknown = '认不出是什么文件';

const mail = '是邮件或者整页存下的网页，不作为文书读取；请打开后打印成 PDF，附件单独存出后再放入';

/** What can be read, for the end of a sentence. */
export const readable =
  '能读的有 PDF、DOCX、DOC、WPS、RTF、OFD、图片（JPG、PNG、TIFF、BMP、GIF、WebP）、TXT、XLSX、XLS、ET、CSV、邮件（EML、MSG、MBOX）和压缩包（ZIP、TAR、GZ），请另存为其中一种后再放入';

const shortcut = '是快捷方式，里面没有文书；请放入它指向的文件';

/** The names of its streams tell what wrote a file of the old box; WPS writes the same ones as Office. */
function oldOffice(bytes: Buffer): string {
  const has = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('WordDocument'))
    return '是旧版 Word（.doc）或者 WPS 文字（.wps）的文件，读不出；请用 Word 或者 WPS 打开，另存为 DOCX 或 PDF 后再放入';
  if (has('Workbook'))
    return '是旧版 Excel（.xls）或者 WPS 表格（.et）的文件，读不出；请用 Excel 或者 WPS 打开，另存为 XLSX 后再放入';
  if (has('PowerPoint Document')) return '是旧版演示文稿（.ppt、.dps），读不出；请另存为 PDF 后再放入';
  if (has('__properties_version1.0'))
    return '是 Outlook 邮件，打不开（里面没有内容、已损坏，或者超过 64 MB）；请用 Outlook 打开，把邮件打印成 PDF，附件另存出来单独放入';
  return '是旧版办公软件的文件，读不出；请用原来的软件打开，另存为 DOCX、XLSX 或 PDF 后再放入';
}

/** The bytes of a file, or of `what` in it, are not whole: said with what to do. */
export class Damaged extends Unreadable {
  constructor(what: string) {
    super(`${what}，打不开；${notWhole}`);
  }
}

/** What became of a part that was passed over, after its name. */
export function lostFor(error: Broken): string {
  return error instanceof Declared
    ? '夹有引入外部内容的声明，正常的文件里没有，出于安全没有读取这一部分，请对照原件；可用原来的软件打开后另存，再放入'
    : '已损坏，其中的内容没有读到，请对照原件';
}

/** What to do about a file whose bytes are not whole. */
export const notWhole = '请重新复制或者从办案系统重新导出，再放入';

const office = /\.(docx|xlsx|ofd)$/iu;

/** Whether a name claims an office file, which is an archive inside: one that is damaged is no archive of papers. */
export function claimsOffice(name: string): boolean {
  return office.test(name);
}

/** What systems and programs leave in folders and archives beside the papers. */
export function isNoise(name: string): boolean {
  return name.startsWith('__MACOSX/') || noise.test(name);
}

const noise =
  /(^|\/)(\._[^/]*|\.DS_Store|\.localized|\.~lock\.[^/]*|\.(?:git|svn|Trash|Spotlight|fseventsd|TemporaryItems)[^/]*|~\$[^/]*|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/iu;

/** A name as people may see it: without controls, line breaks and marks that turn the direction of writing, with which it could pose as another. */
export function shownName(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '');
}

/** What is said of a file that is no paper by its name alone, whatever its bytes; null for any other. */
export function noPaper(name: string): string | null {
  if (/(^|\/)~\$[^/]*$/u.test(name))
    return '是 Word、Excel 或者 WPS 打开文件时留下的临时文件，里面没有文书；请关闭软件后放入没有“~$”的那个文件';
  if (isNoise(name)) return '是系统自动生成的文件，不是文书；请把它移出案卷';
  return /\.(?:url|lnk|webloc|desktop)$/iu.test(name) ? shortcut : null;
}

/** What a file that claims to be an office file or a PDF turns out to be. */
const strange: Partial<Record<Content, string>> = {
  txt: '可能没有下载完整，或者改过扩展名',
  html: '而是网页或者 XML，多半是下载时没有登录、链接已失效，或者存成了别的格式',
  zip: '而是别的压缩包，可能改过扩展名',
  json: '而是程序返回的数据，多半是导出或者下载时出了错',
  other: '可能已损坏，或者改过扩展名',
};

/** Systems and programs store pages of the web under the endings of the old office, which opens them. */
const stored: readonly (readonly [ending: RegExp, what: string])[] = [
  [
    /\.(?:doc|wps|rtf)$/iu,
    '里面是网页或者 XML（有的系统这样导出 Word 文书），读不出；请用 Word 或者 WPS 打开，另存为 DOCX 后再放入',
  ],
  [
    /\.(?:xls|et)$/iu,
    '里面是网页或者 XML（有的系统这样导出表格），读不出；请用 Excel 或者 WPS 打开，另存为 XLSX 后再放入',
  ],
];

/** What is said of a file whose name claims a format that its content is not, in place of `said`, why it was not read; null where that stands. */
export function misnamed(name: string, content: Content, said?: string): string | null {
  if (/\.csv$/iu.test(name) && content === 'txt' && said === undefined)
    return '扩展名是 .csv，内容却不成表格（各行的格数不一致，或者只有一行、一列），没有读取；请用 Excel 打开核对，另存为 XLSX 后再放入';
  const written = content === 'txt' || content === 'csv' ? writtenAs(name) : null;
  if (written !== null) return written;
  if (/\.(?:eml|mht|mhtml)$/iu.test(name) && (content === 'txt' || content === 'html')) return mail;
  if (/\.(?:json|ndjson|jsonl)$/iu.test(name) && (content === 'txt' || content === 'csv'))
    return `扩展名是 ${name.slice(name.lastIndexOf('.')).toLowerCase()}，内容却不是案卷记录；请从办案系统重新导出，再放入`;
  // Its head may be that of the whole archive; that one which opens by itself is whole, whatever it is called.
  const part = content === 'zip' || content === 'archive' || (content === 'other' && /不完整|已损坏/u.test(said ?? ''));
  if (said !== undefined && part) {
    const volume = volumeNamed(name);
    if (volume !== null) return volume;
  }
  // Systems store papers as pages of the web under the endings of the old office; under others a page is no paper.
  if (content === 'html-table' || (content === 'html' && said === undefined && /\.(?:doc|wps|rtf|xml)$/iu.test(name)))
    return null;
  // What its own bytes tell of the program that wrote it counts before the name.
  if (content === 'html' && /^是 (?:Word|Excel) /u.test(said ?? '')) return null;
  if (
    (content === 'html' && (said === undefined || said.startsWith(webPage.slice(0, 10)))) ||
    (content === 'other' && said === mail)
  ) {
    const page = stored.find(([ending]) => ending.test(name))?.[1];
    if (page !== undefined) return page;
  }
  // What the bytes tell counts before the name.
  const untold = content === 'other' && said?.includes(unknown) === true;
  if (untold || content === 'html' || (content === 'pdf' && said !== undefined)) {
    const stranger = strangerNamed(name);
    if (stranger !== null) return stranger;
  }
  if (untold && /\.(?:csv|txt)$/iu.test(name))
    return `扩展名是 ${name.slice(-4).toLowerCase()}，内容却不像文字，可能已损坏，或者编码不常见；请用记事本打开核对，另存为 UTF-8 编码后再放入`;
  const shown = /\.(?:jpe?g|png|tiff?|bmp|gif|webp)$/iu.exec(name)?.[0];
  const instead = content === 'csv' ? strange.txt : strange[content];
  if (shown !== undefined && instead !== undefined && (content !== 'other' || untold))
    return `扩展名是 ${shown.toLowerCase()}，内容却不是图片，${instead}；${notWhole}`;
  return claimedOffice(name, content, untold) ?? (content === 'html' && said === undefined ? webPage : null);
}

/** What is said of a file whose name claims an office file, a PDF or an archive that its content is not; null for any other. */
function claimedOffice(name: string, content: Content, untold: boolean): string | null {
  const claimed = /\.(pdf|docx|ofd|xlsx|zip)$/iu.exec(name)?.[1]?.toUpperCase();
  // A text under the name of an archive is read as the text it is.
  const plainly = claimed === 'ZIP' && content === 'txt';
  const instead = (content === 'other' && !untold) || plainly ? undefined : strange[content];
  if (claimed === undefined || instead === undefined || claimed === content.toUpperCase()) return null;
  return `扩展名是 .${claimed.toLowerCase()}，内容却不是 ${claimed}，${instead}；${notWhole}`;
}
