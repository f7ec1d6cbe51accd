import { isDeepStrictEqual } from 'node:util';
import type { CaseRecord, FactValue } from '@anjuan/core';
import { changesBetween } from './changes.ts';
import { type Checker, type Library, profileFacts } from './checker.ts';
import type { NewFact, NewRuling } from './contract/index.ts';
import { Refusal } from './problems.ts';
import { profileOf } from './store/agencies.ts';
import { type CaseRow, caseRow } from './store/cases.ts';
import { heldValue } from './store/digest.ts';
import { localUser, record } from './store/log.ts';
import type { Store } from './store/open.ts';
import { addCheck, type Current, currentOf, showScore } from './store/results.ts';
import {
  corrected,
  correctionRow,
  correctionsOf,
  newCorrection,
  rulingRow,
  rulingsOf,
  statedValues,
} from './store/review.ts';

/** What people do to a checked case. Each act is one transaction: the word, the new result and the log entry, or none of them. */
export class Reviewing {
  readonly #store: Store;
  readonly #checker: Checker;
  readonly #library: Library;

  constructor(store: Store, checker: Checker, library: Library) {
    this.#store = store;
    this.#checker = checker;
    this.#library = library;
  }

  async enterFact(caseId: string, path: string, { value, reason, confirm = false }: NewFact): Promise<void> {
    const held = value as FactValue;
    const problem = this.#checker.factProblem(path, held);
    if (problem !== null) throw new Refusal(400, 'bad-fact', problem, 'value');
    await this.#act(caseId, async (inside, current) => {
      const was = heldValue(current.extraction.record.facts[path]);
      const stated = statedValues(current.extraction.record, path);
      if (confirm && !stated.some((one) => isDeepStrictEqual(bare(one), bare(held)))) {
        throw new Refusal(400, 'not-stated', '确认的值须与文书上识别的值一致；要改动，请作为录入提交。', 'value');
      }
      await withdrawCorrection(inside, caseId, path);
      const correction = newCorrection(inside, { path, value: held, confirm, was, reason });
      await inside.db.insertInto('corrections').values(correctionRow(caseId, correction)).execute();
      return { action: confirm ? 'fact.confirm' : 'fact.enter', detail: correction, again: 'judge' };
    });
  }

  async withdrawFact(caseId: string, path: string): Promise<void> {
    await this.#act(caseId, async (inside) => {
      if ((await withdrawCorrection(inside, caseId, path)) === 0) {
        throw new Refusal(404, 'no-such-correction', '这一项没有录入或确认过。');
      }
      return { action: 'fact.withdraw', detail: path, again: 'judge' };
    });
  }

  async rule(caseId: string, item: string, body: NewRuling): Promise<void> {
    const said = [body.points, body.count, body.marks, body.got].filter((one) => one !== undefined);
    if (said.length > 0 && body.verdict !== 'deduct') {
      throw new Refusal(400, 'bad-points', '只有扣分（deduct）才写分值。', 'points');
    }
    await this.#act(caseId, async (inside, current) => {
      const finding = current.judged.findings.find((one) => one.key === body.finding);
      if (body.finding !== undefined && finding === undefined) {
        throw new Refusal(400, 'no-such-finding', '没有这条检查结果。', 'finding');
      }
      // A finding that no item of the sheet prices is ruled on under its own rule.
      if (!current.score?.items.some((one) => one.id === item) && finding?.rule !== item) {
        throw new Refusal(404, 'no-such-item', `评分表里没有项目“${item}”。`);
      }
      const standard = current.score?.standard;
      const ruling = {
        ...body,
        item,
        ...(standard === undefined ? {} : { standard }),
        by: localUser,
        at: inside.now(),
      };
      const priced = current.score?.items.find((one) => one.id === item);
      if (body.verdict === 'deduct' && said.length === 0 && priced?.kind !== 'veto') {
        throw new Refusal(400, 'bad-points', '扣分（deduct）须写明分值。', 'points');
      }
      const wrong = current.score === null ? null : this.#checker.rulingProblem(current.score, ruling);
      if (wrong !== null) throw new Refusal(400, 'bad-points', `“${priced?.title ?? item}”：${wrong}。`, 'points');
      await withdrawRulings(inside, caseId, { item, finding: body.finding ?? '', standard: standard ?? '' });
      await inside.db.insertInto('rulings').values(rulingRow(caseId, ruling)).execute();
      return { action: 'ruling.give', detail: ruling, again: 'score' };
    });
  }

  /** Takes a ruling back: the one on the finding given, else the one on the item as a whole. */
  async withdrawRuling(caseId: string, item: string, finding: string | undefined): Promise<void> {
    await this.#act(caseId, async (inside, current) => {
      const standard = current.score?.standard ?? '';
      if ((await withdrawRulings(inside, caseId, { item, finding: finding ?? '', standard })) === 0) {
        throw new Refusal(404, 'no-such-ruling', '这一项没有人工认定。');
      }
      return { action: 'ruling.withdraw', detail: { item, finding }, again: 'score' };
    });
  }

  /** Scores the case under another standard; before its first check, notes which one is wanted. */
  async chooseStandard(caseId: string, standard: string): Promise<void> {
    if (this.#library.standard(standard) === null) throw noSuchStandard(standard);
    const row = await caseRow(this.#store, caseId);
    if (row.check_id === null) {
      await this.#store.db.transaction().execute(async (tx) => {
        await tx.updateTable('cases').set({ standard }).where('id', '=', caseId).execute();
        await record(tx, this.#store.now(), 'standard.choose', caseId, standard);
      });
      return;
    }
    await this.#act(caseId, async () => ({ action: 'standard.choose', detail: standard, again: 'score', standard }));
  }

  async #act(caseId: string, act: (inside: Store, current: Current) => Promise<Act>): Promise<void> {
    await this.#store.db.transaction().execute(async (tx) => {
      const inside: Store = { ...this.#store, db: tx };
      const row = await caseRow(inside, caseId);
      const current = await currentOf(inside, row);
      if (current === null) throw new Refusal(409, 'not-checked', '案卷还没有检查完，检查完再作更正和认定。');
      const done = await act(inside, current);
      const people = corrected(current.extraction.record, await correctionsOf(inside, caseId));
      const fresh = done.again === 'judge' ? await this.#judge(inside, people, row) : null;
      const judged = fresh ?? current.judged;
      const checkId =
        fresh === null
          ? current.checkId
          : await addCheck(inside, tx, caseId, {
              judged: fresh,
              asOf: current.asOf,
              extractionId: current.extractionId,
            });
      const standard = done.standard ?? row.standard;
      // A case stays under the edition it was scored under; when that is gone, its stored score stands and nothing is counted anew.
      if (this.#library.standard(standard) === null) throw goneStandard(standard);
      const score = this.#checker.score(
        standard,
        people,
        judged.findings,
        await rulingsOf(inside, caseId),
        current.asOf,
      );
      const before = { findings: current.judged.findings, score: current.score };
      const changed = changesBetween(before, { findings: judged.findings, score });
      const pages = row.digest === null ? null : (JSON.parse(row.digest).pages as number | null);
      await showScore(inside, tx, caseId, { record: people, judged, score, standard, checkId, changed, pages });
      await record(tx, inside.now(), done.action, caseId, done.detail);
    });
  }

  async #judge(inside: Store, people: CaseRecord, row: CaseRow) {
    const agency = await profileOf(inside, row, people, (profile) => profileFacts(this.#checker, profile));
    return this.#checker.judge(people, agency);
  }
}

interface Act {
  readonly action: string;
  readonly detail: unknown;
  /** Facts changed: the rules are asked again; otherwise only the points are counted again. */
  readonly again: 'judge' | 'score';
  readonly standard?: string;
}

function goneStandard(standard: string): Refusal {
  return new Refusal(
    409,
    'standard-gone',
    `评查标准“${standard}”已不在规则目录里，原有得分保留；要重新计分，请先另选标准。`,
  );
}

export function noSuchStandard(standard: string): Refusal {
  return new Refusal(400, 'no-such-standard', `没有评查标准“${standard}”。`, 'standard');
}

/** A value without where it was read: a person confirms what the paper says, not the place. */
function bare(value: FactValue): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item) => {
    if (typeof item !== 'object' || item === null) return item;
    const { anchors: _anchors, origin: _origin, confidence: _confidence, ...fields } = item;
    return fields;
  });
}

async function withdrawCorrection(inside: Store, caseId: string, path: string): Promise<number> {
  const withdrawn = await inside.db
    .updateTable('corrections')
    .set({ withdrawn_at: inside.now() })
    .where('case_id', '=', caseId)
    .where('path', '=', path)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(withdrawn.numUpdatedRows);
}

async function withdrawRulings(
  inside: Store,
  caseId: string,
  about: { readonly item: string; readonly finding: string; readonly standard: string },
): Promise<number> {
  const withdrawn = await inside.db
    .updateTable('rulings')
    .set({ withdrawn_at: inside.now() })
    .where('case_id', '=', caseId)
    .where('item', '=', about.item)
    .where('finding', '=', about.finding)
    .where('standard', 'in', ['', about.standard])
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(withdrawn.numUpdatedRows);
}
