import type { FileNotice, FileSignature } from '@anjuan/core';
import type { PageDrawing } from '../../drawing.ts';
import { lostFor, notWhole } from '../../foreign.ts';
import { type Limits, Unreadable } from '../../limits.ts';
import { sealedOfd } from '../../strangers.ts';
import { unreadPage } from '../layout.ts';
import { child, children, type Element, rootedIn } from '../xml.ts';
import { attachedTo } from './attachments.ts';
import { partCalled } from './called.ts';
import { tellChanged } from './digests.ts';
import { allLost, lostPictures, picturesOn, tellUnlisted } from './lost.ts';
import { boxOf } from './numbers.ts';
import { addObjects } from './objects.ts';
import { folderOf, OfdPackage, type Tell } from './package.ts';
import { addResources, emptyResources, type Resources } from './resources.ts';
import { pictureType, readSignatures, type Stamp } from './signatures.ts';
import { type OfdWords, type PageSheet, wordsOf } from './words.ts';

interface OfdPage {
  readonly id: string;
  readonly part: string;
}

interface OfdDocument {
  readonly pages: readonly OfdPage[];
  readonly templates: ReadonlyMap<string, string>;
  readonly area: string | undefined;
  readonly resources: Resources;
  /** Annotation parts by the id of their page. */
  readonly annotations: ReadonlyMap<string, readonly string[]>;
  readonly stamps: readonly Stamp[];
}

/** An OFD (GB/T 33190) open for reading; close it. */
export interface OfdFile {
  readonly pages: number;
  readonly notices: readonly FileNotice[];
  readonly signatures: readonly FileSignature[];
  /** Names of files that hang on it. */
  readonly attached: readonly string[];
  /** Words of a page (1-based) with their places; `pictured` when nothing but a picture stands on it. */
  text(number: number): Promise<OfdWords>;
  drawing(number: number): Promise<PageDrawing>;
  close(): void;
}

const mostImageBytes = 24 * 2 ** 20;

/** Opens an OFD: all its documents, in their current versions, one after another. Throws {@link Unreadable}. */
export async function openOfd(bytes: Buffer, limits: Limits): Promise<OfdFile> {
  const pack = await OfdPackage.open(bytes, limits);
  try {
    const root = await pack.needed('OFD.xml', '主文件');
    if (child(root, 'Encryptions') !== undefined || pack.has('Encryptions.xml')) throw new Unreadable(sealedOfd);
    const notices: FileNotice[] = [];
    const signatures: FileSignature[] = [];
    const pages: { document: OfdDocument; page: OfdPage }[] = [];
    const attached: string[] = [];
    for (const body of children(root, 'DocBody')) {
      const opened = await openDocument(pack, body, limits, pages.length, notices);
      if (pages.length + opened.document.pages.length > limits.pages)
        throw new Unreadable(`页数超过 ${limits.pages} 页，没有读取；请分成几个文件`);
      attached.push(...opened.attached);
      const first = pages.length;
      for (const { pageId, ...signature } of opened.signatures) {
        const at = opened.document.pages.findIndex((page) => page.id === pageId);
        signatures.push(at < 0 ? signature : { ...signature, page: first + at + 1 });
      }
      pages.push(...opened.document.pages.map((page) => ({ document: opened.document, page })));
    }
    if (pages.length === 0) throw new Unreadable(`OFD 里没有页面；${notWhole}`);
    const sheetOf = async (number: number) => {
      const found = pages[number - 1];
      if (found === undefined) throw new Unreadable(`没有第 ${number} 页`);
      return { document: found.document, page: found.page, sheet: await readSheet(pack, found.document, found.page) };
    };
    return {
      pages: pages.length,
      notices,
      signatures,
      attached,
      text: async (number) => {
        try {
          const { document, page, sheet } = await sheetOf(number);
          const stamps = document.stamps.filter((stamp) => stamp.page === page.id);
          const read = wordsOf(number, sheet, stamps);
          const lost = await lostPictures(pack, sheet);
          if (lost === 0) return read;
          const bare = read.page.text.trim() === '' && !read.outlined && lost >= picturesOn(sheet);
          if (bare) return { ...read, page: { ...read.page, unread: allLost(number) }, pictured: false };
          const message = `此页有 ${lost} 幅图像（可能是印章、手写签名或者照片）缺失、损坏或者格式少见，显示不出，请对照原件`;
          return { ...read, notices: [...read.notices, { kind: 'other', page: number, message }] };
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
          return {
            page: unreadPage(number, 0, 0, `第 ${number} 页没有读出：${error.message}`),
            notices: [],
            pictured: false,
            outlined: false,
          };
        }
      },
      drawing: async (number) => {
        const { document, page, sheet } = await sheetOf(number);
        return draw(pack, document, page, sheet);
      },
      close: () => pack.close(),
    };
  } catch (error) {
    pack.close();
    throw error;
  }
}

async function openDocument(pack: OfdPackage, body: Element, limits: Limits, before: number, notices: FileNotice[]) {
  let rootName = pack.resolve('', child(body, 'DocRoot')?.text ?? '');
  const versions = children(child(body, 'Versions'), 'Version');
  if (versions.length > 0) {
    notices.push({
      kind: 'changed',
      message: `文件保存了 ${versions.length} 个版本，读取的是当前版本，请核对各版本有无改动`,
    });
    const current = versions.find((one) => one.attributes.Current === 'true') ?? versions.at(-1);
    const name = pack.resolve('', current?.attributes.BaseLoc ?? '');
    const version = name === null ? null : await pack.xml(name);
    const location = child(version ?? undefined, 'DocRoot')?.text;
    const found = location === undefined ? null : pack.resolve(folderOf(name ?? ''), location);
    if (found !== null && pack.has(found)) rootName = found;
  }
  if (rootName === null) throw new Unreadable('OFD 的正文指向文件以外的位置，没有读取；请从制作它的系统重新导出');
  const root = await pack.needed(rootName, '文档入口');
  const tell: Tell = (name, error) => {
    const why = error === undefined ? '缺失，其中的内容没有读到，请对照原件' : lostFor(error);
    notices.push({ kind: 'other', message: `文件里的${partCalled(name)}${why}` });
  };
  const folder = folderOf(rootName);
  const common = child(root, 'CommonData');
  const resources = emptyResources();
  for (const kind of ['PublicRes', 'DocumentRes']) {
    for (const one of children(common, kind)) {
      const name = pack.resolve(folder, one.text);
      if (name !== null) await addResources(pack, name, resources, tell);
    }
  }
  const place = (element: Element): string => pack.resolve(folder, element.attributes.BaseLoc ?? '') ?? '';
  const hanging = child(root, 'Attachments')?.text;
  const attached = hanging === undefined ? [] : await attachedTo(pack, folder, hanging, tell);
  const actions = JSON.stringify(child(root, 'Actions') ?? null);
  if (/"name":"(?:URI|Movie|Sound|GotoA)"/u.test(actions))
    notices.push({ kind: 'external', message: '文件打开时会跳转到外部地址或播放媒体，未执行' });
  const list = child(body, 'Signatures')?.text;
  const listed = list === undefined ? null : pack.resolve('', list);
  const signed =
    listed === null ? { signatures: [], stamps: [], sealed: [] } : await readSignatures(pack, listed, limits, tell);
  const document: OfdDocument = {
    pages: children(child(root, 'Pages'), 'Page').map((page) => ({ id: page.attributes.ID ?? '', part: place(page) })),
    templates: new Map(children(common, 'TemplatePage').map((one) => [one.attributes.ID ?? '', place(one)])),
    area: child(child(common, 'PageArea'), 'PhysicalBox')?.text,
    resources,
    annotations: await readAnnotationList(pack, folder, child(root, 'Annotations')?.text, tell),
    stamps: signed.stamps,
  };
  if (versions.length === 0) {
    const listed = [...document.pages.map((page) => page.part), ...document.templates.values()];
    tellUnlisted(pack, folder.toLowerCase(), listed, notices);
  }
  const places = document.pages.map((page) => page.part);
  if (versions.length === 0) await tellChanged(pack, signed.sealed, places, before, notices);
  const ids = new Set(document.pages.map((page) => page.id));
  const strays = [...document.annotations.keys()].filter((id) => !ids.has(id)).length;
  if (strays > 0)
    notices.push({ kind: 'other', message: `文件里有 ${strays} 处批注指向不存在的页，没有读取，请对照原件` });
  return { document, signatures: signed.signatures, attached };
}

async function readAnnotationList(pack: OfdPackage, folder: string, location: string | undefined, tell: Tell) {
  const found = new Map<string, string[]>();
  const name = location === undefined ? null : pack.resolve(folder, location);
  const list = name === null ? null : await pack.xmlUnlessBroken(name, tell);
  if (list === null && name !== null && !pack.has(name)) tell(name);
  for (const page of children(list ?? undefined, 'Page')) {
    const part = pack.resolve(folderOf(name ?? ''), child(page, 'FileLoc')?.text ?? '');
    if (part === null) continue;
    const id = page.attributes.PageID ?? '';
    found.set(id, [...(found.get(id) ?? []), part]);
  }
  return found;
}

/** Background templates, the page, foreground templates, then annotations, as they lie over each other. */
async function readSheet(pack: OfdPackage, document: OfdDocument, page: OfdPage): Promise<PageSheet> {
  const root = rootedIn(await pack.needed(page.part, '页面'), 'Page', 'OFD 的页面');
  const area = boxOf(child(child(root, 'Area'), 'PhysicalBox')?.text) ?? boxOf(document.area);
  const resources: Resources = {
    fonts: new Map(document.resources.fonts),
    media: new Map(document.resources.media),
    params: new Map(document.resources.params),
    composites: new Map(document.resources.composites),
  };
  for (const one of children(root, 'PageRes')) {
    const name = pack.resolve(folderOf(page.part), one.text);
    if (name !== null) await addResources(pack, name, resources);
  }
  const sheet: PageSheet = {
    items: [],
    pieces: [],
    hidden: [],
    lostPictures: 0,
    pictured: 0,
    lost: [],
    textLimit: 100_000,
    width: area?.width || 210,
    height: area?.height || 297,
  };
  const templates = children(root, 'Template');
  const addTemplates = async (foreground: boolean): Promise<void> => {
    for (const one of templates.filter((each) => (each.attributes.ZOrder === 'Foreground') === foreground)) {
      const part = document.templates.get(one.attributes.TemplateID ?? '');
      const template = part === undefined ? null : await pack.xmlUnlessBroken(part, () => undefined);
      const sound = template?.name === 'Page' ? template : undefined;
      if (sound === undefined) sheet.lost.push('模板');
      const content = child(sound, 'Content');
      if (content !== undefined) addObjects(content, sheet, resources);
    }
  };
  await addTemplates(false);
  const content = child(root, 'Content');
  if (content !== undefined) addObjects(content, sheet, resources);
  await addTemplates(true);
  for (const part of document.annotations.get(page.id) ?? []) {
    const annotations = await pack.xmlUnlessBroken(part, () => undefined);
    if (annotations === null) sheet.lost.push('注释');
    for (const annotation of children(annotations ?? undefined, 'Annot')) {
      const appearance = child(annotation, 'Appearance');
      if (appearance === undefined || annotation.attributes.Visible === 'false') continue;
      const box = boxOf(appearance.attributes.Boundary);
      addObjects(appearance, sheet, resources, [1, 0, 0, 1, box?.x ?? 0, box?.y ?? 0]);
    }
  }
  return sheet;
}

async function draw(pack: OfdPackage, document: OfdDocument, page: OfdPage, sheet: PageSheet): Promise<PageDrawing> {
  const images: Record<string, string> = {};
  let bytes = 0;
  const keep = (name: string, picture: Buffer | null): boolean => {
    const type = picture === null ? null : pictureType(picture);
    if (picture === null || type === null || bytes + picture.length > mostImageBytes) return false;
    bytes += picture.length;
    images[name] = `data:${type};base64,${picture.toString('base64')}`;
    return true;
  };
  for (const item of sheet.items) {
    if (item.kind === 'image' && images[item.image] === undefined) keep(item.image, await pack.bytes(item.image));
  }
  const items = sheet.items.filter((item) => item.kind !== 'image' || images[item.image] !== undefined);
  document.stamps.forEach((stamp, index) => {
    if (stamp.page !== page.id) return;
    const name = `seal-${index}`;
    const { x, y, width, height } = stamp.box;
    if (keep(name, stamp.picture)) {
      items.push({ kind: 'image', matrix: [width, 0, 0, height, x, y], image: name, opacity: 1 });
      return;
    }
    // A seal whose picture is of another kind: its outline, so that one sees it is there.
    const path = `M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} Z`;
    items.push({
      kind: 'path',
      matrix: [1, 0, 0, 1, x, y],
      path,
      fill: null,
      stroke: '#c8161d',
      lineWidth: 0.5,
      opacity: 1,
    });
  });
  return { width: sheet.width, height: sheet.height, items, images };
}
