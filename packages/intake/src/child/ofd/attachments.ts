import { shownName } from '../../foreign.ts';
import { children } from '../xml.ts';
import { folderOf, type OfdPackage, type Tell } from './package.ts';

/** Names of the files that hang on a document, with the ending of their format; `location` is where the list of them lies. */
export async function attachedTo(pack: OfdPackage, folder: string, location: string, tell: Tell): Promise<string[]> {
  const name = pack.resolve(folder, location);
  const list = name === null ? null : await pack.xmlUnlessBroken(name, tell);
  if (list === null && (name === null || !pack.has(name))) tell(name ?? 'Attachments.xml');
  return children(list ?? undefined, 'Attachment').map(({ attributes, children: parts }) => {
    const file = parts.find((part) => part.name === 'FileLoc')?.text ?? '';
    const own = shownName(attributes.Name ?? '').trim() || file.slice(folderOf(file).length).replace(/^\//u, '');
    const format = (attributes.Format ?? '').replace(/^\./u, '');
    return own.includes('.') || format === '' ? own || '未命名' : `${own || '未命名'}.${format}`;
  });
}
