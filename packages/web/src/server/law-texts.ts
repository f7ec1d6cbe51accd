import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Law, type StatuteArticle, versionOn } from '@anjuan/core';

/** The text of one version of a law as it was imported. */
export interface LawText {
  readonly law: string;
  readonly title: string;
  readonly from: string;
  /** File it came from. */
  readonly source: string;
  readonly articles: readonly StatuteArticle[];
}

/** The imported texts of a data folder, `laws/ID@FROM.json` in it; read when asked for, so that an import is seen at once. */
export class LawTexts {
  private readonly folder: string;

  constructor(data: string) {
    this.folder = path.join(data, 'laws');
  }

  async save(text: LawText): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const target = this.place(text.law, text.from);
    await writeFile(`${target}.part`, JSON.stringify(text), { mode: 0o600 });
    await rename(`${target}.part`, target);
  }

  /** `ID@FROM` of every text there is. */
  async names(): Promise<ReadonlySet<string>> {
    const names = await readdir(this.folder).catch(absent);
    return new Set(
      (names ?? []).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)),
    );
  }

  /** The article of the version in force on a day, of the newest version without one; null where its text was not imported. */
  async article(
    law: Law,
    number: string,
    on: string | undefined,
  ): Promise<{ text: LawText; to: string | null; article: StatuteArticle } | null> {
    const version = on === undefined ? law.versions.at(-1) : versionOn(law, on);
    if (version == null) return null;
    const raw = await readFile(this.place(law.id, version.from), 'utf8').catch(absent);
    if (raw === null) return null;
    const text = JSON.parse(raw) as LawText;
    const article = text.articles.find((one) => String(one.number) === number);
    return article === undefined ? null : { text, to: version.to, article };
  }

  private place(law: string, from: string): string {
    return path.join(this.folder, `${law}@${from}.json`);
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
