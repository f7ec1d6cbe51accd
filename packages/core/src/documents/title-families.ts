/** Evidence registered and kept: the notice, its list, who allowed it, what became of it. */
const kept = '(?:证据)?(?:先行)?登记保存的?(?:证据|物品|财物)*';
const keeping: readonly (readonly [kind: string, made: RegExp])[] = [
  ['preservation-handling', new RegExp(`^(?:解除${kept}|${kept}处理)(?:决定|通知|告知)书$`, 'u')],
  ['preservation-notice', new RegExp(`^(?:${kept}|证据先?行?保存)(?:决定|通知|告知)书$`, 'u')],
  ['preservation-list', new RegExp(`^${kept}清单$`, 'u')],
  ['preservation-approval', new RegExp(`^${kept}(?:审批|呈批)[表书]$`, 'u')],
];

/** What is done by compulsion, and to what. */
const done = '(?:查封|扣押|扣留|暂扣|查扣|封存|[、(和)/])+';
const goods = '(?:涉案|物品|财物|车辆|船舶|工具|设备|场所|设施|财产|[、(和)/])*';
const measures: readonly (readonly [kind: string, made: RegExp])[] = [
  ['seizure-decision', new RegExp(`^(?:当场|实施|先行)?${done}${goods}(?:决定|通知)书$`, 'u')],
  [
    'measure-extension',
    new RegExp(
      `^(?:延长(?:(?:行政)?强制措施|${done}${goods})的?期限|(?:(?:行政)?强制措施|${done}${goods})期限延长)(?:决定|通知|告知)书$`,
      'u',
    ),
  ],
  ['seizure-list', new RegExp(`^(?:附[件:]?)?${done}的?${goods}清单$`, 'u')],
  ['compulsion-approval', /^(?:采取|实施|补办)?(?:行政)?强制措施(?:审批|呈批)[表书]$/u],
];

/** Cards and licences copied to show who the party is, one or several in a paper: 身份证、驾驶证、行驶证复印件. */
const card =
  '(?:居民身份证|身份证件?|营业执照|驾驶证|行驶证|道路运输证|户口[本簿]|主体资格证[明照]|从业资格证|统一社会信用代码证)(?:及?(?:正反面|副本|正本|正、副本|[(][正副]本[)]))?';
const whose = '(?:当事人|经营者|法定代表人|法人|负责人|申请人|驾驶员|[、和及与])*的?';

/** Pages of the web printed to show that a decision or a result was published. */
const published: readonly RegExp[] = [
  /^(?:国家企业信用信息公示系统|信用中国)(?:\([^()]{1,12}\))?[一-龥]{0,16}$/u,
  /^[一-龥()“”]{0,40}(?:行政)?(?:处罚|许可|强制|检查|执法)(?:决定|结果|案件)?信息(?:公示|公开)(?:情况|截图|打印件|页面?|表)?$/u,
  /^[一-龥()“”、]{0,40}(?:抽查|检查)(?:检查)?(?:结果|情况)(?:信息)?(?:公示|公开)(?:情况|截图|打印件|页面?|表)?$/u,
];

/** Titles that every place words anew and that are known by how they are made: 甲省非税收入专用票据, 放弃陈述申辩和听证声明书. */
const families: readonly (readonly [kind: string, made: RegExp])[] = [
  [
    'payment-receipt',
    /^(?:[一-龥]{1,8}(?:省|自治区|市|县|区|州|盟|旗))?(?:中央|政府|财政|行政事业|公安|交通|代收|统一|电子|\([^()]{1,8}\))*(?:非税收入|罚没收入|罚没款?|罚款)[一-龥]{0,8}(?:收据|票据|缴款书|缴款凭证|缴款单|缴纳凭证|回单)$/u,
  ],
  [
    'statement-waiver',
    /^(?:自愿)?放弃(?=[一-龥、()]{0,14}(?:陈述|申辩|听证))[一-龥、()]{2,20}(?:声明|声明书|确认书|承诺书|说明)$/u,
  ],
  [
    'statement-record',
    /^(?:当事人|行政处罚)?(?:听取)?(?:当事人)?陈述(?:[、和及与]|意见)?\(?申辩\)?(?:意见)?(?:笔录|记录|书)表?$/u,
  ],
  [
    'measure-return',
    /^(?:涉案|被?(?:查封|扣押|暂扣|扣留)的?)*(?:财物|物品|车辆|财产|工具|设备)?(?:退还|发还|返还|领回|解除)(?:查封|扣押|暂扣)*(?:的)?(?:财物|物品|车辆|财产|工具|设备)?(?:清单|凭证|收条|笔录|单)$/u,
  ],
  [
    'statement-review',
    /^(?:当事人)?陈述(?:[、和及与]|意见)?\(?申辩\)?(?:意见)?(?:复核|审查|审核)(?:意见)?(?:书|表|报告|记录)$/u,
  ],
  [
    'licence-non-acceptance',
    /^不予受理[一-龥]{0,8}(?:行政)?许可[一-龥]{0,4}(?:申请)?(?:决定|通知|告知)书$|^(?:行政)?许可申请不予受理(?:决定|通知|告知)书$/u,
  ],
  [
    'publication-record',
    /^(?:行政)?(?:执法|处罚|许可|检查|强制)*(?:决定|结果|信息)*公示(?:情况)?(?:记录|登记)[表单]?$/u,
  ],
  ...keeping,
  ...measures,
  [
    'identity-proof',
    new RegExp(`^${whose}${card}(?:[、,和及与]?${whose}${card})*(?:正反面)?(?:复印件|照片|影印件|扫描件|粘贴页)$`, 'u'),
  ],
  [
    'audiovisual-index',
    /^(?:执法)?(?:全过程)?(?:音像|音视频|视听|录音录像|执法记录仪)(?:资料|证据|记录|信息)*(?:清单|目录|说明|登记表|情况表)$/u,
  ],
  ...published.map((made) => ['publication-record', made] as const),
  [
    'licence-application',
    /^[一-龥()]{2,24}(?:许可证?|资格证书?|执照)(?:\(?(?:新办|新设|首次|变更|延续|补办|换证|换发|核发|审批|事项|[、/])+\)?)?申请[表书]$/u,
  ],
  ['cover', /^行政(?:处罚|许可|检查|执法|强制)(?:措施|执行)(?:案件)?(?:案卷|卷宗)(?:封面)?$/u],
  [
    'correction-order',
    /^(?:责令(?:当场|立即|限期|停止|[()、])*(?:改正|整改)|(?:当场|立即)(?:改正|整改))(?:违法行为|指令)?(?:通知|决定|指令)?书$/u,
  ],
  [
    'correction-order',
    /^责令(?:当场|立即|限期|自行|[()、])*(?:清除|拆除|恢复|治理|退还|补种|补办|回填|排除|消除|采取)[一-龥]{0,12}(?:通知|决定|指令)书$/u,
  ],
  ['legal-review', /^法制(?:机构|部门|审查)?(?:核审|审核)意见[书表]$/u],
  ['case-review', /^核审意见[书表]$/u],
  ['penalty-notice', /^拟?(?:行政)?处罚(?:事先|先行|前)告知(?:书|单)$/u],
  ['hearing-notice-of-right', /^行政处罚听证权利?告知书$/u],
  [
    'discussion-record',
    /^(?:[一-龥]{0,8})(?:案审会|案件审[理查]委员会|集体(?:研究|讨论|审议|会审))(?:会议)?(?:记录|笔录|纪要)表?$/u,
  ],
  ['decision-approval', /^(?:案件|行政)?(?:处罚|处理)[()]?(?:处罚|处理)?[()]?(?:决定|建议|意见)(?:审批|呈批)[表书]$/u],
  ['decision-approval', /^(?:行政处罚)?案件(?:处理|处罚)(?:内部)?(?:审批|呈批)[表书单](?:\([^()]{1,6}\))?$/u],
  ['summary-decision', /^简易程序(?:行政)?处罚决定书$/u],
  ['service-address', /^(?:受送达人|当事人|[一-龥]{0,4}文书)(?:送达)?地址确认书$/u],
  ['appraisal-notice', /^(?:抽样|监督抽[检查])?(?:检验|检测|检疫|鉴定|[()、/])+(?:结果|结论|意见)(?:告知|通知)书$/u],
  ['inspection-approval', /^(?:涉企|现场|执法)?(?:行政)?检查(?:方案)?(?:审批|呈批)[表单书]$/u],
  [
    'random-draw',
    /^(?:双随机)?(?:、?一公开)?(?:双?随机)?(?=[一-龥、]{0,10}(?:抽取|选派|匹配))(?:抽[取查]|选派|匹配|任务|检查|对象|执法|人员|情况|结果|[、和及])+(?:记录|登记|结果|名单|情况)?(?:表|单|书)?$/u,
  ],
  ['inquiry-record', /^(?:行政)?(?:调查)?询问记录$/u],
  ['inspection-record', /^(?:现场)?(?:勘测|勘界|踏勘|测量|巡查|清点)笔录$/u],
  ['sampling-record', /^(?:非?产品)?样品采[样集]记录[单表]?$/u],
  ['materials-receipt', /^(?:行政许可)?(?:申请)?材料(?:接收|收件|收讫)(?:凭证|单|回执|清单)$/u],
  [
    'licence-extension-approval',
    /^(?=.*延)(?:延长)?行政许可(?:决定|办理|审查)?(?:期限)?(?:延长|延期)?(?:审批|呈批)[表书]$/u,
  ],
  ['licence-extension-notice', /^延长行政许可(?:决定|办理|审查)?期限(?:通知|告知)书$/u],
  ['archive-note', /^(?:卷内)?备考页$/u],
  ['source-registration', /^(?:(?:问题|违法)?线索(?:移送|处置|受理)|案件交办)登记[表单]$/u],
  ['source-registration', /^(?:行政)?(?:执法|处罚)?案件受理(?:登记|审批)?(?:记录|表|单)$/u],
];

/** The kind of a heading made like those of a family; null for any other. */
export function familyOf(heading: string): string | null {
  return families.find(([, made]) => made.test(heading))?.[0] ?? null;
}
