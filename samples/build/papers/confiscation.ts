import type { Cell, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { longDate } from '../numbers.ts';
import { issuedOn, label, numberOf, signed, titleOf } from './wording.ts';

export function confiscationPapers(data: CaseData): Paper[] {
  const { agency, confiscated, handlers } = data;
  if (confiscated === undefined) return [];
  const who = data.party.representative ?? data.party.name;
  const list = titleOf(agency, 'confiscation-list');
  const disposal = titleOf(agency, 'confiscation-disposal');
  const rows: Cell[][] = [
    [label('序号'), label('名称'), label('规格型号'), label('数量'), label('备注')],
    ...confiscated.goods.map((one, index) => [
      label(String(index + 1)),
      { text: one.name },
      { text: one.model },
      label(one.quantity),
      { text: one.note },
    ]),
  ];
  const officers = signed(handlers.map((one) => one.name));
  return [
    {
      kind: 'confiscation-list',
      title: list,
      date: confiscated.takenOn,
      size: 12,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: list },
        { type: 'text', text: `依据${numberOf(data, 'penalty-decision')}行政处罚决定书，没收当事人下列物品：` },
        { type: 'table', columns: [9, 30, 26, 15, 20], rows },
        { type: 'text', text: `当事人（签名）：⟦${who}⟧　　⟦${longDate(confiscated.takenOn)}⟧`, indent: false },
        { type: 'text', text: `执法人员（签名）：${officers}　　⟦${longDate(confiscated.takenOn)}⟧`, indent: false },
        { type: 'issue', agency: agency.name, date: issuedOn(agency, confiscated.takenOn), seal: true },
      ],
    },
    {
      kind: 'confiscation-disposal',
      title: disposal,
      date: confiscated.disposedOn,
      size: 12,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: disposal },
        {
          type: 'table',
          columns: [20, 80],
          rows: [
            [label('案由'), { text: data.cause }],
            [label('决定书文号'), { text: numberOf(data, 'penalty-decision') }],
            [label('处理物品'), { text: confiscated.goods.map((one) => `${one.name}${one.quantity}`).join('；') }],
            [label('处理时间'), { text: longDate(confiscated.disposedOn) }],
            [label('处理方式'), { text: confiscated.how, lines: 4 }],
            [label('处理人'), { text: `${officers}　　⟦${longDate(confiscated.disposedOn)}⟧`, lines: 2 }],
            [label('监督人'), { text: `⟦${agency.archivist}⟧　　⟦${longDate(confiscated.disposedOn)}⟧`, lines: 2 }],
            [label('批准人'), { text: `⟦${agency.deputy.name}⟧　　⟦${longDate(confiscated.disposedOn)}⟧`, lines: 2 }],
          ],
        },
      ],
    },
  ];
}
