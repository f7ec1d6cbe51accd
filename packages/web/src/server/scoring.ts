import {
  type Comparison,
  type Ruling as CoreRuling,
  type ScoreResult as CoreScore,
  compareScores,
  gapsOf,
  lostInWords,
  placeOf,
  type ScoreSheet,
  scoreInWords,
  scoreSheet,
} from '@anjuan/core';
import type { Checker, Library } from './checker.ts';
import { Refusal } from './problems.ts';
import { noSuchStandard } from './reviewing.ts';
import { type CaseRow, caseRow, standardIn } from './store/cases.ts';
import { heldValue } from './store/digest.ts';
import type { Store } from './store/open.ts';
import { type Current, currentOf } from './store/results.ts';
import { corrected, correctionsOf, rulingsOf } from './store/review.ts';

/** A checked case with everything a score is made of. */
interface Room {
  readonly row: CaseRow;
  readonly current: Current;
  readonly score: (standard: string, more?: readonly CoreRuling[]) => CoreScore | null;
}

/** Scores that are worked out to be looked at and are not stored: other standards, what-if, sheets for print. */
export class Scoring {
  readonly #store: Store;
  readonly #checker: Checker;
  readonly #library: Library;

  constructor(store: Store, checker: Checker, library: Library) {
    this.#store = store;
    this.#checker = checker;
    this.#library = library;
  }

  /** The case under each standard, its own first where none is named; those without a sheet for it are left out. */
  async scores(
    caseId: string,
    names: readonly string[],
  ): Promise<{ readonly scores: readonly CoreScore[]; readonly comparison: Comparison; readonly without: string[] }> {
    const room = await this.#room(caseId);
    const wanted = names.length > 0 ? names : [room.row.standard];
    for (const name of wanted) if (this.#library.standard(name) === null) throw noSuchStandard(name);
    // The case's own standard is meant in the edition it was scored under.
    const own = standardIn(room.row.standard).id;
    const found = wanted.map((name) => [name, room.score(name === own ? room.row.standard : name)] as const);
    const scores = found.flatMap(([, score]) => (score === null ? [] : [score]));
    const without = found.flatMap(([name, score]) => (score === null ? [name] : []));
    return { scores, comparison: compareScores(room.current.judged.findings, scores), without };
  }

  /** The score if some findings fell, everything else as it is. */
  async whatIf(
    caseId: string,
    standard: string | undefined,
    dropped: readonly string[],
  ): Promise<{ readonly before: CoreScore; readonly after: CoreScore }> {
    const room = await this.#room(caseId);
    const name = standard ?? room.row.standard;
    if (this.#library.standard(name) === null) throw noSuchStandard(name);
    const known = new Set(room.current.judged.findings.map((finding) => finding.key));
    const stranger = dropped.find((key) => !known.has(key));
    if (stranger !== undefined) throw new Refusal(400, 'no-such-finding', '没有这条检查结果。', 'findings');
    const falling = dropped.map(
      (finding): CoreRuling => ({ item: '', finding, verdict: 'overruled', reason: '假设不成立', by: '', at: '' }),
    );
    const [before, after] = [room.score(name), room.score(name, falling)];
    if (before === null || after === null)
      throw new Refusal(409, 'no-sheet', '这份标准没有适用于本案的评分表。', 'standard');
    return { before, after };
  }

  /** Sheets filled in for the case, one for each standard that has one. */
  async sheets(caseId: string, names: readonly string[]): Promise<readonly ScoreSheet[]> {
    const room = await this.#room(caseId);
    const { scores } = await this.scores(caseId, names);
    const { facts, unread: lost = [] } = room.current.extraction.record;
    const text = (path: string): string => String(heldValue(facts[path]) ?? '');
    // What to do about it is for the screen; a sheet says what it rests on.
    const unread = gapsOf(lost).map((gap) => `${placeOf(gap)}（${gap.reason.split('；')[0]}）`);
    const about: (readonly [string, string])[] = [
      ['案卷名称', room.row.name],
      ['决定书文号', text('decision.number')],
      ['办案机关', text('decision.agency')],
      ['当事人', text('party.name')],
      ...(unread.length === 0 ? [] : [['没有读出', `${unread.join('；')}。`] as const]),
    ];
    const whole = unread.length === 0 ? '' : `（不完整：有 ${lostInWords(lost)}）`;
    return scores.map((score) =>
      scoreSheet({ score, findings: room.current.judged.findings, about, result: `${scoreInWords(score)}${whole}` }),
    );
  }

  async #room(caseId: string): Promise<Room> {
    const row = await caseRow(this.#store, caseId);
    const current = await currentOf(this.#store, row);
    if (current === null) throw new Refusal(409, 'not-checked', '案卷还没有检查完。');
    const people = corrected(current.extraction.record, await correctionsOf(this.#store, caseId));
    const rulings = await rulingsOf(this.#store, caseId);
    return {
      row,
      current,
      score: (standard, more = []) =>
        this.#checker.score(standard, people, current.judged.findings, [...rulings, ...more], current.asOf),
    };
  }
}
