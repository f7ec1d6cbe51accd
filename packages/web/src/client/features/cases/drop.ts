/** A file of a dropped or chosen case, with its path inside the folder. */
export interface Picked {
  readonly name: string;
  readonly file: File;
}

/** Files that make one case. */
export interface PickedCase {
  readonly name: string;
  readonly files: readonly Picked[];
}

/** Cases of a drop: each folder one; loose files are given apart, since they may be one case or many. */
export async function pickDropped(transfer: DataTransfer): Promise<{ folders: PickedCase[]; loose: Picked[] }> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const folders: PickedCase[] = [];
  const loose: Picked[] = [];
  for (const entry of entries) {
    if (entry.isDirectory) {
      const files = papersOf(await filesOf(entry as FileSystemDirectoryEntry, ''));
      folders.push({ name: entry.name, files });
    } else loose.push({ name: entry.name, file: await fileOf(entry as FileSystemFileEntry) });
  }
  return { folders, loose };
}

/** Cases of a folder chosen with the dialog: one a folder directly below when it holds nothing else, else one. */
export function pickFolder(files: readonly File[]): PickedCase[] {
  const paths = files
    .filter((file) => !hidden(file.name))
    .map((file) => ({ file, parts: file.webkitRelativePath.split('/') }));
  const root = paths[0]?.parts[0] ?? '案卷';
  const nested = paths.length > 0 && paths.every(({ parts }) => parts.length > 2);
  const cases = new Map<string, Picked[]>();
  for (const { file, parts } of paths) {
    const name = nested ? (parts[1] ?? root) : root;
    const inner = parts.slice(nested ? 2 : 1).join('/');
    cases.set(name, [...(cases.get(name) ?? []), { name: inner, file }]);
  }
  return [...cases].map(([name, picked]) => ({ name, files: papersOf(picked) }));
}

async function filesOf(folder: FileSystemDirectoryEntry, prefix: string): Promise<Picked[]> {
  const reader = folder.createReader();
  const files: Picked[] = [];
  for (;;) {
    // A reader gives at most a hundred entries at a time.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return files;
    for (const entry of entries) {
      if (hidden(entry.name)) continue;
      if (entry.isDirectory)
        files.push(...(await filesOf(entry as FileSystemDirectoryEntry, `${prefix}${entry.name}/`)));
      else files.push({ name: `${prefix}${entry.name}`, file: await fileOf(entry as FileSystemFileEntry) });
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function hidden(name: string): boolean {
  return /^(?:\.|~\$)|^(?:Thumbs\.db|ehthumbs\.db|desktop\.ini|__MACOSX)$/iu.test(name);
}

/** The two files beside an invented case say what to find in it; they are no papers of the case. */
function papersOf(files: readonly Picked[]): readonly Picked[] {
  const describing = ['case.json', 'expected.txt'];
  const described = describing.every((name) => files.some((file) => file.name === name));
  return described ? files.filter((file) => !describing.includes(file.name)) : files;
}
