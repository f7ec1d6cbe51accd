import { packedObjects, plainObjects, streamsOf, textOf } from './streams.ts';

const isPage = /\/Type\s*\/Page\b(?!s)/u;
const largestLooked = 128 * 2 ** 20;
const mostPages = 20_000;

/**
 * A PDF whose list of pages is gone or cannot be followed, with a new one behind it that names all pages lying in the file: those the old lists still
 * name in their order, the others as they stand. Null where there is no page, or where it is encrypted: what encrypted it is gone with the end.
 */
export function rebuilt(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length > largestLooked || file.includes('/Encrypt', 0, 'latin1')) return null;
  const objects = new Map<number, string>();
  /** Objects within others, which nothing finds any more where the tables are gone. */
  const packed = new Map<number, string>();
  for (const { id, head, content } of streamsOf(file)) {
    if (id > 0) objects.set(id, '');
    else for (const [own, text] of plainObjects(head)) objects.set(own, text);
    if (id === 0 || !head.includes('/ObjStm')) continue;
    for (const [own, text] of packedObjects(head, textOf(content, head))) packed.set(own, text);
  }
  for (const [id, text] of packed) if (!objects.has(id)) objects.set(id, text);
  const pages = inOrder(objects);
  if (pages.length === 0 || pages.length > mostPages) return null;
  const next = Math.max(...objects.keys()) + 1;
  const added = [...packed].filter(([id]) => objects.get(id) === packed.get(id));
  const more = [
    ...added.map(([id, text]) => `${id} 0 obj\n${text.trim()}\nendobj`),
    `${next} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((id) => `${id} 0 R`).join(' ')}] >>\nendobj`,
    `${next + 1} 0 obj\n<< /Type /Catalog /Pages ${next} 0 R >>\nendobj`,
    `trailer\n<< /Size ${next + 2} /Root ${next + 1} 0 R >>\nstartxref\n0\n%%EOF\n`,
  ];
  // What the file breaks off in is closed first: a stream, or a table that would be taken to go on to the next trailer.
  const tail = `\nendstream\nendobj\ntrailer\n<< >>\nstartxref\n0\n${more.join('\n')}`;
  // pdf.js takes no buffers of Node.
  return new Uint8Array(Buffer.concat([file, Buffer.from(tail, 'latin1')]));
}

/** Numbers of the pages among the objects. */
function inOrder(objects: ReadonlyMap<number, string>): number[] {
  const kids = new Map<number, readonly number[]>();
  for (const [id, text] of objects) {
    const list = /\/Kids\s*\[([^\]]*)/u.exec(text)?.[1];
    if (list !== undefined)
      kids.set(
        id,
        Array.from(list.matchAll(/(\d+)\s+\d+\s+R\b/gu), ([, kid]) => Number(kid)),
      );
  }
  const below = new Set([...kids.values()].flat());
  const found = new Set<number>();
  const seen = new Set<number>();
  // Lists that no other names come first, and of a chain that goes round none is lost.
  for (const root of [...[...kids.keys()].filter((id) => !below.has(id)), ...kids.keys()]) {
    const open = [root];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const own = kids.get(at);
      if (own !== undefined) open.push(...own.toReversed());
      else if (isPage.test(objects.get(at) ?? '')) found.add(at);
    }
  }
  for (const [id, text] of objects) if (isPage.test(text)) found.add(id);
  return [...found];
}
