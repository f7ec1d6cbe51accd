/** Labels of receipts of service as agencies print them. */
export const titleLabels = [
  '送达文书名称',
  '送达文书名称、文号',
  '送达文书名称及文号',
  '送达文书',
  '文书名称',
  '送达文件名称',
  '送达文件名称、文号',
  '送达文件名称及文号',
  '送达文书名称及件数',
  '送达文书名称、编号',
  '文书名称及编号',
  '送达文书名称和文号',
  '送达文书及文号',
  '送达文书、文号',
  '送达文书及编号',
  '送达文书名称及编号',
  '送达的文书名称和文号',
  '送达文书名称（文号）',
  '送达的文书名称',
  '送达的文书',
  '送达的文书名称、文号',
];

/** A place to sign as forms print it. */
const signed = (...who: readonly string[]): string[] =>
  who.flatMap((one) =>
    [
      '签名',
      '签字',
      '签收',
      '(签名)',
      '(签字)',
      '签名或盖章',
      '签名或者盖章',
      '签字或盖章',
      '签名(盖章)',
      '(签名或盖章)',
      '签名或盖章及日期',
      '签名或者盖章及日期',
      '签名及日期',
      '签收及日期',
    ].map((how) => one + how),
  );
export const numberLabels = ['文书文号', '送达文书文号', '文号', '文书编号', '送达文书编号', '文书号'];
export const recipientLabels = [
  '收件人',
  '签收人',
  '受送达人或者代收人',
  ...signed('受送达人', '收件人', '受送达人或代收人', '受送达人或者代收人'),
];
export const partyLabels = [
  '受送达人',
  '受送达单位(个人)',
  '受送达人(单位)',
  '受送达单位',
  '受送达人名称',
  '受送达人姓名或名称',
  '受送达人名称或姓名',
  '受送达人的姓名或名称',
  '受送达人的姓名',
  '受送达人的名称',
];
export const methodLabels = ['送达方式'];
export const dayLabels = [
  '送达日期',
  '收件日期',
  '收件时间',
  '送达时间',
  '签收日期',
  '签收时间',
  '收到日期',
  '收到时间',
];
export const officerLabels = [
  '送达人',
  '送达人员',
  '执法人员',
  ...['一', '二', '1', '2'].map((number) => `送达人${number}`),
  ...signed('送达人', '送达人员'),
];
export const witnessLabels = ['见证人', ...signed('见证人')];
export const columnHeads: ReadonlySet<string> = new Set([
  ...titleLabels,
  ...recipientLabels,
  ...dayLabels,
  ...methodLabels,
  ...officerLabels,
]);
export const otherLabels = [
  '送达单位',
  '案由',
  '案件名称',
  '送达地点',
  '送达机关',
  '备注',
  '拒收事由',
  '代收人',
  '拒收理由',
  '受送达人拒收事由',
  '拒收事由和日期',
  '与受送达人关系',
  '与受送达人的关系',
  '不能送达理由',
  '签发人',
  '代收人签名或者盖章',
  '代收人签名或盖章及与受送达人的关系',
  '代收人签名或者盖章及与受送达人的关系',
  '受送达人拒收事由和日期',
];
