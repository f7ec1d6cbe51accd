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

/** What a drop holds: each folder as {@link casesIn} parts it; loose files are given apart, since they may be one case or many; `lost` cannot be read. */
export async function pickDropped(
  transfer: DataTransfer,
): Promise<{ folders: readonly PickedCase[]; loose: readonly Picked[]; lost: readonly string[] }> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const folders: PickedCase[] = [];
  const loose: Picked[] = [];
  const lost: string[] = [];
  for (const entry of entries) {
    const found = await filesOf(entry, '', lost);
    if (entry.isDirectory) folders.push(...casesIn(entry.name, found));
    else loose.push(...found);
  }
  return { folders, loose, lost };
}

/** Cases of a folder chosen with the dialog. */
export function pickFolder(files: readonly File[]): readonly PickedCase[] {
  const [first] = files;
  if (first === undefined) return [];
  const root = first.webkitRelativePath.split('/')[0] ?? '案卷';
  const inner = (file: File): string => file.webkitRelativePath.split('/').slice(1).join('/');
  const papers = files.filter((file) => !file.webkitRelativePath.split('/').some(hidden));
  return casesIn(
    root,
    papers.map((file) => ({ name: inner(file), file })),
  );
}

/** The cases of a folder: one for each folder directly below where it holds nothing else, as on the command line; else one. */
function casesIn(root: string, files: readonly Picked[]): readonly PickedCase[] {
  const nested = files.length > 0 && files.every((file) => file.name.includes('/'));
  if (!nested) return [{ name: root, files: papersOf(files) }];
  const cases = Map.groupBy(files, (file) => file.name.split('/')[0] ?? root);
  return [...cases].map(([name, own]) => ({
    name,
    files: papersOf(own.map((file) => ({ ...file, name: file.name.slice(name.length + 1) }))),
  }));
}

async function filesOf(entry: FileSystemEntry, prefix: string, lost: string[]): Promise<Picked[]> {
  const name = `${prefix}${entry.name}`;
  try {
    if (!entry.isDirectory) return [{ name, file: await fileOf(entry as FileSystemFileEntry) }];
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // The folder dropped gives its name to the case, the folders in it stand before the names of their files.
    const within = prefix === '' && entry.fullPath.lastIndexOf('/') <= 0 ? '' : `${name}/`;
    const files: Picked[] = [];
    for (;;) {
      // A reader gives at most a hundred entries at a time.
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (entries.length === 0) return files;
      for (const one of entries) if (!hidden(one.name)) files.push(...(await filesOf(one, within, lost)));
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    lost.push(name);
    return [];
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function hidden(name: string): boolean {
  return /^(?:\._|~\$|\.~lock\.)|^(?:\.DS_Store|\.localized|\.git|\.svn|Thumbs\.db|ehthumbs\.db|desktop\.ini|__MACOSX)$/iu.test(
    name,
  );
}

/** The two files beside an invented case say what to find in it; they are no papers of the case. */
function papersOf(files: readonly Picked[]): readonly Picked[] {
  const describing = ['case.json', 'expected.txt'];
  const described = describing.every((name) => files.some((file) => file.name === name));
  return described ? files.filter((file) => !describing.includes(file.name)) : files;
}
