import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Basis } from '../packages/core/src/index.ts';
import { dayNumber, dayText } from '../packages/core/src/index.ts';
import { type Article, articleOf, lawOfText, numberOf, readStatute } from '../packages/core/src/laws/statute.ts';
import { readRules, readYamlFiles, rulesFolder } from '../packages/core/src/node.ts';
import { sharedPath } from './shared.ts';

const matrixFile = sharedPath('law', 'matrix.json');
/** Laws whose articles were renumbered, in 2024 and 2026: a citation stands in one of their versions, those of others in all. */
const renumbered = ['cn.arl', 'cn.psl'];

/** Texts of each law's versions, in the order of laws.yaml. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'cn.apl': ['xingzheng-chufa-fa-2021'],
  'cn.arl': ['xingzheng-fuyi-fa-2017', 'xingzheng-fuyi-fa-2023'],
  'cn.all': ['xingzheng-susong-fa-2017'],
  'cn.cpl': ['minshi-susong-fa-2021', 'minshi-susong-fa-2023'],
  'cn.cel': ['xingzheng-qiangzhi-fa-2011'],
  'cn.pipl': ['geren-xinxi-baohu-fa-2021'],
  'cn.fsr': ['fakuan-shoujiao-fenli-banfa-1997'],
  'cn.evr': ['xingsu-zhengju-guiding-2002'],
  'cn.alli': ['xingsu-jieshi-2018'],
  'cn.g118': ['guobanfa-2018-118'],
  'cn.g27': ['guobanfa-2022-27'],
  'cn.alic': ['xingzheng-xuke-fa-2019'],
  'cn.civ': ['minfadian-qijian-excerpt'],
  'cn.ogi': ['zhengfu-xinxi-gongkai-tiaoli-2019'],
  'cn.arr': ['xingzheng-fuyi-fa-shishi-tiaoli-2007'],
  'cn.tcr': ['yisong-shexian-fanzui-guiding-2020'],
  'cn.eir': ['qiye-jingji-jiancha-guiding-1999'],
  'cn.samr-penalty': ['samr-chufa-chengxu-guiding-2022'],
  'cn.samr-publication': ['samr-chufa-xinxi-gongshi-2021'],
  'cn.samr-hearing': ['samr-tingzheng-banfa-2021'],
  'cn.samr-licence': ['samr-xuke-chengxu-2022'],
  'cn.samr-discretion': ['samr-cailiang-zhidao-2022'],
  'cn.transport': ['jiaotong-zhifa-chengxu-2021'],
  'cn.agriculture': ['nongye-chufa-chengxu-2021'],
  'cn.housing': ['zhujian-chufa-chengxu-2022'],
  'cn.healthcare-security': ['yibao-chufa-chengxu-2021'],
  'cn.customs': ['haiguan-chufa-chengxu-2021'],
  'cn.environment-2010': ['huanjing-chufa-banfa-2010'],
  'cn.natural-resources': ['ziranziyuan-chufa-banfa-2020'],
  'cn.tobacco': ['yancao-chufa-chengxu-2010'],
  'cn.health': ['weisheng-chufa-chengxu-2006'],
  'cn.commerce': ['shangwu-chufa-banfa-2022'],
  'cn.telecom': ['tongxin-chufa-chengxu'],
  'cn.broadcasting': ['guangdian-chufa-chengxu-2021'],
  'cn.tourism': ['lvyou-chufa-banfa-2013'],
  'cn.press': ['chuban-chufa-banfa-1997'],
  'cn.copyright': ['zhuzuoquan-chufa-banfa-2009'],
  'cn.environment-seizure': ['huanbao-chafeng-kouya-2014'],
  'cn.g58': ['guobanfa-2015-58'],
  'cn.gf18': ['guofa-2019-18'],
  'cn.g37': ['guobanfa-2005-37'],
  'gd.review': ['guangdong-anjuan-pingcha-2016'],
  'gd.hearing': ['guangdong-tingzheng-2022'],
  'gd.publication': ['guangdong-zhifa-gongshi-2021'],
  'gd.record': ['guangdong-quanguocheng-jilu-2021'],
  'gd.legal-review': ['guangdong-fazhi-shenhe-2021'],
  'gd.supervision': ['guangdong-zhifa-jiandu-2016'],
  'sh.hearing': ['shanghai-tingzheng-2023'],
  'sh.supervision': ['shanghai-zhifa-jiandu-2023'],
  'bj.hearing': ['beijing-tingzheng-2021'],
  'zj.enforcement': ['zhejiang-zonghe-zhifa-2021'],
  'zj.procedure': ['zhejiang-xingzheng-chengxu-2016'],
  'sc.supervision': ['sichuan-zhifa-jiandu-2021'],
  'sd.supervision': ['shandong-zhifa-jiandu-2014'],
  'jx.supervision': ['jiangxi-zhifa-jiandu-shishi-2021'],
  'hn.procedure': ['hunan-xingzheng-chengxu-2018'],
  'cn.holidays': ['quanguo-jieri-fangjia-banfa-2024'],
  'cn.minutes2004': ['xingzheng-shenpan-zuotanhui-jiyao-2004'],
  'cn.supervision': ['_partial-xingzheng-zhifa-jiandu-tiaoli-2025'],
  'cn.psl': ['zhian-guanli-chufa-fa-2012', 'zhian-guanli-chufa-fa-2025'],
};

interface Row {
  readonly id: string;
  readonly law: string;
  readonly article: string;
  readonly scope: string;
  readonly verified: boolean;
}
interface IndexEntry {
  readonly slug: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly articles: number;
}

if (matrixFile === null) console.warn('没有 shared/law，未核对规则引用的条文。');

describe.skipIf(matrixFile === null)('rules against the statute texts', async () => {
  const book = await readRules();
  const { pack } = book;
  const packs = book.shelf.all();
  const files = await readYamlFiles(rulesFolder);
  // Every rule once, with what any pack adds to its basis and its requirements.
  const rules = [...new Set(packs.flatMap((one) => one.pack.rules.map((rule) => rule.id)))].map((id) => {
    const found = packs.flatMap((one) => one.pack.rules.filter((rule) => rule.id === id));
    const [first] = found;
    if (first === undefined) throw new Error(id);
    return {
      ...first,
      basis: [...first.basis, ...found.flatMap((rule) => rule.added.map((one) => one.basis))],
      requirement: [...new Set(found.flatMap((rule) => rule.requirement))],
    };
  });
  const definitions = [
    ...new Map(packs.flatMap((one) => one.pack.definitions).map((one) => [one.source.file, one])).values(),
  ];
  const text = (slug: string): string => readFileSync(sharedPath('law', 'texts', `${slug}.md`) ?? '', 'utf8');
  const statutes = new Map(
    Object.values(texts)
      .flat()
      .map((slug) => [slug, readStatute(matrixFile === null ? '' : text(slug))]),
  );
  const rows = new Map(
    (JSON.parse(matrixFile === null ? '[]' : readFileSync(matrixFile, 'utf8')) as Row[]).map((row) => [row.id, row]),
  );
  const questions = [...new Set(packs.flatMap((one) => one.pack.questions.map((question) => question)))];
  const cited = [
    ...rules.flatMap((rule) => rule.basis.map((basis) => ({ where: rule.id, basis }))),
    ...definitions.flatMap((definition) =>
      (definition.source.value as { basis: Basis[] }).basis.map((basis) => ({
        where: definition.id,
        basis: { ...basis, paragraph: basis.paragraph ?? null, item: basis.item ?? null },
      })),
    ),
  ];

  test('laws stand with the dates and the highest article of their texts', () => {
    const index = JSON.parse(readFileSync(sharedPath('law', 'texts-index.json') ?? '', 'utf8')) as IndexEntry[];
    // Of the civil code only the general part was had.
    const parts = new Set(['cn.civ', 'cn.supervision']);
    for (const [id, slugs] of Object.entries(texts)) {
      if (parts.has(id)) continue;
      const law = pack.laws.get(id);
      const ours = law?.versions.map(({ from, to, articles }) => ({
        from,
        to: to ?? null,
        articles: articles ?? null,
      }));
      for (const slug of slugs) {
        const entry = index.find((one) => one.slug === slug);
        const last = dayNumber(entry?.effectiveTo ?? null);
        expect(ours, id).toContainEqual({
          from: entry?.effectiveFrom,
          to: last === null ? null : dayText(last + 1),
          articles: entry?.articles === 0 ? null : entry?.articles,
        });
      }
    }
  });

  test('every citation is found in the text, to paragraph and item', () => {
    const wrong = cited.flatMap(({ where, basis }) => {
      const places = (texts[basis.law] ?? []).map((slug) => articleOf(statutes.get(slug) ?? [], basis.article));
      const faults = places.map((place) => faultOf(place, basis));
      const found = renumbered.includes(basis.law) ? faults.includes(null) : faults.every((fault) => fault === null);
      return found && faults.length > 0 ? [] : [`${where}: ${basis.law} ${basis.article} ${faults.join(' / ')}`];
    });
    expect(cited.length).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });

  test('parameters and overrides cite what is in the text', () => {
    const stated = [...files].flatMap(([file, source]) => {
      if (!/\/(params(\/.*)?|overrides)\.yaml$/u.test(file)) return [];
      const entries = Object.entries(parse(source) as Record<string, { basis: Basis }>);
      return entries.map(([key, { basis }]) => ({
        where: `${file} ${key}`,
        basis: { ...basis, paragraph: basis.paragraph ?? null, item: basis.item ?? null },
      }));
    });
    const wrong = stated.flatMap(({ where, basis }) => {
      const faults = (texts[basis.law] ?? []).map((slug) =>
        faultOf(articleOf(statutes.get(slug) ?? [], basis.article), basis),
      );
      return faults.includes(null) ? [] : [`${where}: ${basis.law} ${basis.article} ${faults.join(' / ')}`];
    });
    expect(stated.length).toBeGreaterThan(pack.parameters.size);
    expect(wrong).toEqual([]);
  });

  test('requirements are verified rows that hold where the rule holds', () => {
    const wrong = packs.flatMap(({ pack: { rules: own }, chain }) => {
      // The rules on inspections of enterprises hold for every agency.
      const scopes = ['all', 'economic-inspection', ...chain.map((one) => one.id)];
      return own.flatMap((rule) =>
        rule.requirement
          .filter((id) => rows.get(id)?.verified !== true || !scopes.includes(rows.get(id)?.scope ?? ''))
          .filter(() => rule.status === 'active')
          .map((id) => `${rule.id}: ${id}`),
      );
    });
    expect(wrong).toEqual([]);
    expect(rules.filter((rule) => rule.requirement.length === 0).map((rule) => rule.id)).toEqual([]);
  });

  test('questions for the reviewer name verified rows, cite the text and open known papers', () => {
    const kinds = new Set(pack.kinds.map((kind) => kind.id));
    const wrong = questions.flatMap(({ id, requirement, look, basis }) => [
      ...requirement.filter((row) => rows.get(row)?.verified !== true).map((row) => `${id}: ${row}`),
      ...look.filter((kind) => !kinds.has(kind)).map((kind) => `${id}: ${kind}`),
      ...basis.flatMap((one) => {
        const cite = { ...one, paragraph: one.paragraph ?? null, item: one.item ?? null };
        const faults = (texts[one.law] ?? []).map((slug) =>
          faultOf(articleOf(statutes.get(slug) ?? [], one.article), cite),
        );
        const found = renumbered.includes(one.law) ? faults.includes(null) : faults.every((fault) => fault === null);
        return faults.length > 0 && found ? [] : [`${id}: ${faults.join(' / ')}`];
      }),
    ]);
    expect(questions.length).toBeGreaterThan(30);
    expect(new Set(questions.map((one) => one.id)).size).toBe(questions.length);
    expect(wrong).toEqual([]);
  });

  test('the law and article of each requirement stand in the basis of the rule', () => {
    const wrong = rules.flatMap((rule) =>
      rule.requirement
        .filter((id) => !rule.basis.some((basis) => agree(basis, rows.get(id))))
        .map((id) => `${rule.id}: ${id} ${rows.get(id)?.law} ${rows.get(id)?.article}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the structure of each law is that of its text', () => {
    const wrong: string[] = [];
    for (const [id, slugs] of Object.entries(texts)) {
      for (const slug of slugs.filter((one) => !one.startsWith('_'))) {
        const articles = (statutes.get(slug) ?? []).filter((article) => /^\d/u.test(String(article.number)));
        const found = lawOfText(text(slug), pack.laws);
        const structure = found?.version.structure;
        if (articles.length === 0) continue;
        if (found?.law.id !== id || structure === undefined) wrong.push(`${slug}: ${found?.law.id}`);
        for (const { number, paragraphs } of articles) {
          if ((structure?.paragraphs.get(String(number)) ?? 1) !== paragraphs.length) wrong.push(`${id} ${number}`);
          paragraphs.forEach((paragraph, index) => {
            const items = structure?.items.get(`${number}.${index + 1}`) ?? 0;
            if (items !== paragraph.items.length) wrong.push(`${id} ${number}.${index + 1}`);
          });
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('paraphrases are no statute sentences', () => {
    const all = [...statutes.values()]
      .flat()
      .map((article) => article.paragraphs.flatMap((p) => [p.text, ...p.items]).join(''));
    const body = all.join('').replace(/[\s，。；：、]/gu, '');
    const copied = cited
      .filter(({ basis }) => basis.says.length >= 20 && body.includes(basis.says.replace(/[\s，。；：、]/gu, '')))
      .map(({ where, basis }) => `${where} ${basis.says}`);
    expect(copied).toEqual([]);
  });

  /** What is wrong with a citation, or null. A paragraph is cited exactly where the article has several. */
  function faultOf(article: Article | null, basis: Pick<Basis, 'paragraph' | 'item'>): string | null {
    if (article === null) return '没有这一条';
    const count = article.paragraphs.length;
    if (basis.paragraph === null && count > 1) return `有 ${count} 款，未写款`;
    if (basis.paragraph !== null && count < 2) return '只有一款，不写款';
    if (basis.paragraph !== null && basis.paragraph > count) return `只有 ${count} 款`;
    const paragraph = article.paragraphs[(basis.paragraph ?? 1) - 1];
    if (basis.item !== null && (paragraph?.items.length ?? 0) < basis.item) return `只有 ${paragraph?.items.length} 项`;
    return null;
  }

  function agree(basis: Basis, row: Row | undefined): boolean {
    const law = pack.laws.get(basis.law);
    if (row === undefined || law === undefined) return false;
    const name = row.law.replace(/（.*）$/u, '');
    if (![law.title, law.short, ...law.aliases].includes(name)) return false;
    const parts = /^第(.+?)条(?:第(.+?)款)?(?:第（(.+?)）项)?$/u.exec(row.article);
    if (parts === null) {
      // 三、关于…: the heading with its words; 四: the chapter of 四（十三）.
      const own = String(basis.article);
      return own.startsWith(row.article) || own.endsWith(row.article) || row.article.startsWith(`${own}、`);
    }
    const [, article = '', paragraph, item] = parts;
    return (
      numberOf(article) === basis.article &&
      (paragraph === undefined || basis.paragraph === null || numberOf(paragraph) === basis.paragraph) &&
      (item === undefined || basis.item === null || numberOf(item) === basis.item)
    );
  }
});
