import type { Block, Cell, Paper } from '../blocks.ts';
import type { CaseData, Evidence } from '../model.ts';
import { longDate } from '../numbers.ts';
import { headLabel, label, officerList, signed, titleOf } from './wording.ts';

/** The party's licence or identity card, copied and confirmed against the original. */
export function identityProof(data: CaseData): Paper {
  const { agency, party } = data;
  const title = titleOf(agency, 'identity-proof');
  const person = party.kind === 'natural-person';
  const rows: Cell[][] = person
    ? [
        [label('姓名'), { text: party.name }],
        [label('性别'), { text: party.sex }],
        [label('出生'), { text: longDate(party.birth) }],
        [label('住址'), { text: party.address }],
        [label('公民身份号码'), { text: party.idNumber }],
      ]
    : [
        [label('统一社会信用代码'), { text: party.code ?? '' }],
        [label('名称'), { text: party.name }],
        [label('类型'), { text: party.kind === 'organisation' ? '有限责任公司' : '个体工商户' }],
        [label(headLabel(party)), { text: party.representative ?? '' }],
        [label('成立日期'), { text: longDate(party.licensedOn ?? '') }],
        [label('住所'), { text: party.address }],
        [label('经营范围'), { text: party.business ?? '', lines: 3 }],
        [label('登记机关'), { text: `${agency.government.replace('人民政府', '')}行政审批服务局` }],
      ];
  return {
    kind: 'identity-proof',
    title,
    date: data.inspection.date,
    size: 12.5,
    blocks: [
      { type: 'title', text: title },
      ...(person ? [{ type: 'number', text: '居民身份证' } as const] : []),
      { type: 'table', columns: [28, 72], rows },
      ...copyNote(
        data,
        person ? party.name : (party.representative ?? ''),
        data.inspection.date,
        '证明当事人的主体资格和身份情况。',
      ),
    ],
  };
}

function copyNote(data: CaseData, provider: string, date: string, proves: string): Block[] {
  return [
    {
      type: 'table',
      columns: [20, 80],
      rows: [
        [label('证明对象'), { text: proves }],
        [label('出处'), { text: `由${provider}提供，原件存于提供人处。` }],
        [
          label('核对'),
          {
            text: [
              '⟦复印件与原件核对无误，原件由我保存。⟧',
              `提供人（签名或盖章）：⟦${provider}⟧　　⟦${longDate(date)}⟧`,
              `执法人员（签名）：${signed(data.handlers.map((one) => one.name))}　　⟦${longDate(date)}⟧`,
            ],
            lines: 5,
          },
        ],
      ],
    },
  ];
}

export function evidenceSheet(data: CaseData, evidence: Evidence, index: number): Paper {
  const { agency, handlers } = data;
  const title = titleOf(agency, 'evidence');
  const date = longDate(evidence.obtainedOn);
  const about: Cell[][] = [
    [label('证据名称'), { text: evidence.name, span: 3 }],
    [label('取得时间'), { text: date }, label('提取地点'), { text: evidence.source }],
    [
      label('制作方法'),
      { text: evidence.copy ? '复印，页面完整，未作改动' : '数码相机拍摄，原始照片刻录光盘保存', span: 3 },
    ],
    [label('制作人'), { text: officerList(handlers) }, label('证据编号'), { text: `证${index + 1}` }],
    [label('证明对象'), { text: evidence.proves, span: 3 }],
  ];
  const content: Block[] = evidence.copy
    ? [
        { type: 'text', text: '（以下为复制件内容）', indent: false },
        ...(evidence.lines ?? []).map((text): Block => ({ type: 'text', text, indent: false })),
        ...copyNote(data, evidence.provider, evidence.obtainedOn, evidence.proves),
      ]
    : [
        { type: 'photo', scene: evidence.photo ?? 'counter', height: 250 },
        {
          type: 'table',
          columns: [20, 80],
          rows: [
            [
              label('确认'),
              {
                text: [
                  '⟦照片内容与现场情况一致。⟧',
                  `当事人（签名）：⟦${evidence.provider}⟧　　⟦${date}⟧`,
                  `拍摄人（签名）：${signed(handlers.map((one) => one.name))}　　⟦${date}⟧`,
                ],
              },
            ],
          ],
        },
      ];
  return {
    kind: 'evidence',
    title: `${title}（${evidence.name}）`,
    date: evidence.obtainedOn,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'table', columns: [16, 34, 16, 34], rows: about },
      ...content,
    ],
  };
}

interface Recording {
  readonly step: string;
  readonly date: string;
  readonly content: string;
  readonly minutes: string;
}

function recordingsOf(data: CaseData): Recording[] {
  const list: Recording[] = [
    { step: '现场检查', date: data.inspection.date, content: '现场检查全过程', minutes: '52分' },
    ...data.inquiries.map((one) => ({
      step: '调查询问',
      date: one.date,
      content: `对${one.person.name}的询问`,
      minutes: '47分',
    })),
  ];
  if (data.preservation !== undefined) {
    list.push({ step: '先行登记保存', date: data.preservation.date, content: '清点、登记、封存过程', minutes: '26分' });
  }
  list.push({
    step: '文书送达',
    date: data.notice.servedOn,
    content: `送达${titleOf(data.agency, 'penalty-notice')}`,
    minutes: '9分',
  });
  if (data.hearing !== undefined)
    list.push({ step: '听证', date: data.hearing.heldOn, content: '听证会全过程', minutes: '95分' });
  list.push({ step: '文书送达', date: data.decision.servedOn, content: '送达行政处罚决定书', minutes: '8分' });
  return list;
}

export function audiovisualIndex(data: CaseData): Paper {
  const { agency, handlers } = data;
  const title = titleOf(agency, 'audiovisual-index');
  const rows: Cell[][] = recordingsOf(data).map((one, index) => [
    label(String(index + 1)),
    label(one.step),
    { text: longDate(one.date), align: 'center' },
    { text: `${one.content}（时长${one.minutes}）` },
    { text: '执法记录仪录像，存执法数据采集站，备份光盘一张' },
    label(handlers[1].name),
  ]);
  return {
    kind: 'audiovisual-index',
    title,
    date: data.decision.servedOn,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'text', text: `案由：${data.cause}`, indent: false },
      {
        type: 'table',
        columns: [8, 13, 17, 26, 25, 11],
        rows: [
          [
            label('序号'),
            label('执法环节'),
            label('制作时间'),
            label('内容'),
            label('载体和存储位置'),
            label('制作人'),
          ],
          ...rows,
        ],
      },
      {
        type: 'text',
        text: `整理人（签名）：⟦${handlers[1].name}⟧　　⟦${longDate(data.decision.servedOn)}⟧`,
        align: 'right',
      },
    ],
  };
}
