import type { TableKind } from './agency-import.ts';

/** What the columns of the lists agencies keep are called, the most telling name first. Compared without spaces, brackets and what stands in them. */
export const columnNames: Readonly<Record<TableKind, Readonly<Record<string, readonly string[]>>>> = {
  roster: {
    name: ['姓名', '执法人员姓名', '人员姓名', '执法人员', '持证人'],
    certificate: [
      '执法证号',
      '执法证件编号',
      '执法证编号',
      '执法证件号码',
      '证件编号',
      '证件号码',
      '证号',
      '行政执法证号',
    ],
    'valid-from': ['有效期起', '有效期自', '发证日期', '发证时间', '起始日期', '生效日期', '有效起始日期', '颁证日期'],
    'valid-to': [
      '有效期止',
      '有效期至',
      '有效期限',
      '有效期',
      '截止日期',
      '到期日期',
      '失效日期',
      '有效截止日期',
      '证件有效期',
    ],
    'legal-qualified': ['法律职业资格', '是否取得法律职业资格', '法律职业资格证', '是否具有法律职业资格', '法律资格'],
    'reviewer-since': [
      '从事法制审核时间',
      '从事法制审核起始时间',
      '法制审核起始日期',
      '担任法制审核人员时间',
      '法制审核上岗时间',
    ],
  },
  major: {
    item: ['审核事项', '重大执法决定事项', '事项名称', '事项', '执法决定名称', '审核范围', '重大行政执法决定'],
    kind: ['执法类别', '类别', '执法行为类别', '事项类型', '行为类别', '决定类型'],
    standard: ['审核标准', '具体标准', '情形', '审核情形', '标准', '具体情形', '审核内容', '范围和标准', '备注'],
    from: ['施行日期', '生效日期', '起始日期', '实施日期', '公布日期'],
    to: ['停止施行日期', '失效日期', '终止日期', '废止日期'],
  },
  powers: {
    name: ['职权名称', '权力名称', '权责事项', '事项名称', '行政职权', '权力事项名称', '行政权力事项'],
    kind: ['职权类型', '权力类型', '权力类别', '职权类别', '事项类型', '类别', '类型'],
    basis: ['设定依据', '实施依据', '法律依据', '依据', '法定依据'],
    body: ['实施主体', '行使主体', '责任主体', '实施机关'],
  },
};

/** Columns without which a table is not of that kind. */
export const neededColumns: Readonly<Record<TableKind, readonly string[]>> = {
  roster: ['name', 'certificate'],
  major: ['item'],
  powers: ['name', 'kind'],
};
