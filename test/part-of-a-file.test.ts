import { checkRecord, extractCase, type Finding, textReport } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { describe, expect, test } from 'vitest';
import { textFile } from '../packages/core/src/documents/plain-text.ts';

const book = await readRules();

/** Judges papers given as one text a file. */
function check(...texts: readonly string[]) {
  const files = texts.map((text, index) => textFile(`${index + 1}.txt`, text));
  const { record } = extractCase(files, book, 'c');
  const { findings, pack, notChecked } = checkRecord(record, book);
  const report = textReport({ name: 'c', record, findings, notChecked, score: null, pack, asOf: '2026-01-01' });
  const listed = findings.filter((one) => one.outcome === 'cannot-tell' && one.elsewhere !== true);
  return { record, findings, report, listed };
}

const failed = (findings: readonly Finding[]): string[] =>
  findings.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);

const urging = `甲市应急管理局
缴纳罚款催告书
（甲）应急催〔2025〕12号
甲市精锐模具有限公司：
本机关于2025年3月4日对你单位作出罚款人民币叁万元整（￥30000.00）的行政处罚决定（（甲）应急罚〔2025〕26号），要求你单位于2025年3月20日前到甲市农业银行缴纳罚款。你单位至今未履行。根据《中华人民共和国行政强制法》第五十四条的规定，请你单位自收到本催告书之日起十日内将罚款和加处罚款共计人民币伍万元整（￥50000.00）缴至甲市农业银行。你单位有权进行陈述和申辩。
甲市应急管理局（印章）
2025年10月20日`;

const application = `甲市应急管理局
强制执行申请书
（甲）应急强执〔2025〕3号
申请人：甲市应急管理局
被申请人：甲市精锐模具有限公司
甲市河东区人民法院：
申请人于2025年3月4日对被申请人作出（甲）应急罚〔2025〕26号行政处罚决定，经催告仍不履行。依据《中华人民共和国行政处罚法》第七十二条第一款第四项的规定，特申请贵院强制执行罚款30000元。
附件：行政处罚决定书、催告书、送达回证
甲市应急管理局（印章）
2025年11月20日`;

const table = `危险化学品经营单位安全检查表
被检查单位：甲市顺达化工有限公司
检查时间：2025年5月12日
检查人员：赵刚、钱伟
检查项目 检查依据 检查情况
资质证照 《危险化学品安全管理条例》第三十三条 ☑是 □否
教育培训 《安全生产法》第二十七条 □是 ☑否
检查人员签字：赵刚 钱伟
被检查单位负责人签字：李明
2025年5月12日`;

describe('papers that are no whole file', () => {
  test('an urging alone is part of an enforcement: what other papers tell is counted, not listed', () => {
    const { record, report, findings, listed } = check(urging);
    expect(record.caseType).toBe('compulsory-enforcement');
    expect(record.facts['urging.deadline']).toBeUndefined();
    expect(report).toContain('所给材料是《缴纳罚款催告书》，不是全卷，作为行政强制执行案卷的一部分检查。');
    expect(report).toMatch(/另有 \d+ 项要看卷内其他文书才能判断/u);
    expect(listed).toEqual([]);
    expect(failed(findings)).toEqual([]);
  });

  test('an urging before the court is asked is not held to what one before own enforcement states', () => {
    const bare = urging.replace('你单位有权进行陈述和申辩。', '');
    expect(failed(check(bare).findings)).not.toContain('CEL-35-3');
    const own = bare
      .replace('第五十四条', '第三十五条')
      .replace('\n甲市应急管理局（印章）', '逾期不履行的，本机关将依法强制执行。$&');
    expect(failed(check(own).findings)).toContain('CEL-35-3');
  });

  test('an application to the court that names no opinions of the party is not said to lack them', () => {
    const { findings, listed } = check(application);
    expect(failed(findings)).toEqual([]);
    expect(listed.map((one) => one.rule)).toContain('CEL-55-1');
    const itemised = application.replace(
      '附件：行政处罚决定书、催告书、送达回证',
      '附件：1.行政处罚决定书；2.送达回证；3.执行标的情况说明；4.财产线索',
    );
    expect(failed(check(itemised).findings)).toContain('CEL-55-1');
  });

  test('a receipt alone does not say what file it is of', () => {
    const { report, listed } = check(`送达回证
受送达人 甲市顺达化工有限公司
送达文书名称及文号 责令限期整改指令书 （甲）应急责改〔2025〕15号
收件人签名 李明 2025年5月12日
送达人 赵刚 钱伟`);
    expect(report).toContain('看不出属于哪一类案卷');
    expect(report).toMatch(/案卷类型未定，各类案卷的 \d+ 项要求未逐项检查。/u);
    expect(listed).toEqual([]);
  });

  test('what a paper that is there should tell stays listed, with papers beside it or not', () => {
    const { listed } = check(table);
    expect(listed.map((one) => one.rule)).toEqual(['APL-55-21']);
  });

  test('a decision whose day cannot be read is asked what stands in it, not what its day would open in other papers', () => {
    const decision = `甲市应急管理局
行政处罚决定书
当事人：甲市精锐模具有限公司
经查，当事人未对从业人员进行安全生产教育培训，违反了《中华人民共和国安全生产法》第二十八条第一款。依据该法第九十七条第三项，决定给予罚款人民币叁万元整的行政处罚。
甲市应急管理局（印章）`;
    const { findings } = check(decision);
    const undated = findings.filter(({ outcome }) => outcome === 'cannot-tell');
    const away = undated.filter((one) => one.elsewhere === true).map(({ title }) => title);
    const here = undated.filter((one) => one.elsewhere !== true).map(({ title }) => title);
    expect(away).toContain('告知在决定之前');
    expect(away).toContain('有调查终结报告');
    expect(here).toContain('决定书写明作出日期');
  });

  test('a whole file lists everything', () => {
    const { record, findings } = check(
      `卷内目录
序号 文书名称 页号
1 缴纳罚款催告书 1`,
      urging,
      application,
    );
    expect(record.complete).toBe(true);
    expect(findings.some((one) => one.elsewhere === true)).toBe(false);
  });

  test('a list of questions is not held to what a record has to say; a record is', () => {
    expect(failed(check(table).findings)).not.toContain('APL-55-21');
    const record = table.replace('危险化学品经营单位安全检查表', '现场检查笔录').replaceAll(/[☑□]/gu, '');
    expect(failed(check(record).findings)).toContain('APL-55-21');
  });

  test('a form nobody filled in is called one, and accuses nobody', () => {
    const { report, findings, record } = check(`甲市市场监督管理局
询问通知书
甲市监询〔    〕   号
____________：
为调查了解____________，请你（单位）于____年____月____日____时到____________接受询问调查。
甲市市场监督管理局
年   月   日`);
    expect(report).toContain('《询问通知书》是没有填写的空白格式');
    expect(failed(findings)).toEqual([]);
    expect(Object.keys(record.facts).filter((fact) => !fact.startsWith('consistency.'))).toEqual([]);
    expect(check(urging).report).not.toContain('空白格式');
  });
});
