import type { LocalText } from '../../../locale.js'
import type { TextVariable } from '../../../text/model.js'
import { defined } from '../../../values/defined.js'

type Row = readonly [name: string, english: string, chinese: string]

/** Values of one source, each with what stands in its place as long as it has none. */
const from = (
  [english, chinese]: readonly [string, string],
  { outside, ...rows }: { readonly [K in TextVariable['kind']]?: readonly Row[] } & { readonly outside?: true },
): readonly TextVariable[] =>
  (['words', 'figure', 'rows'] as const).flatMap((kind) =>
    (rows[kind] ?? []).map(([name, en, zh]) => ({
      name,
      title: said(en, zh),
      source: said(english, chinese),
      kind,
      ...defined({ outside }),
    })),
  )

const said = (en: string, chinese: string): LocalText => ({ en, 'zh-CN': chinese })

/** Every value of the memorandum with its source: nothing about either side is typed into the wording. */
export const variables: readonly TextVariable[] = [
  ...from(['letterhead of the programme', '项目信头'], {
    words: [
      ['A.full', 'full name of the Alliance', '联盟全称'],
      ['A.called', 'short form of the Alliance', '联盟简称'],
    ],
  }),
  ...from(['choice of the instrument', '文书选择'], {
    words: [
      ['A.legalForm', 'legal form of the Alliance', '联盟组织形式'],
      ['A.jurisdiction', 'law the Alliance is established under', '联盟设立所依法律'],
      ['A.regNo', 'registration number of the Alliance', '联盟登记号'],
      ['A.seat', 'seat of the Alliance', '联盟住所地'],
      ['G.level', 'level of the government', '政府层级'],
      ['G.seat', 'seat of the government', '政府驻地'],
      ['resolution.no', 'number of the resolution', '决议编号'],
      ['money.gov', 'money of the government', '政府资金'],
      ['money.alliance', 'money of the Alliance', '联盟资金'],
      ['superior.full', 'superior authority', '上级主管机关'],
    ],
    rows: [
      ['plan.first', 'outline of year one', '首年工作要点'],
      ['indicators', 'indicators', '指标'],
    ],
  }),
  ...from(['nomination, part 1, and the check of authority', '申报材料第1部分和权限核查'], {
    words: [
      ['G', 'short form of the government', '政府简称'],
      ['G.full', 'full name of the government', '政府全称'],
      ['G.called', 'short form of the government', '政府简称'],
      ['G.territory', 'territory of the government', '政府辖区'],
      ['joint.list', 'authorities that act together', '共同参与的各地政府'],
      ['joint.lead', 'authority that leads', '牵头政府'],
    ],
  }),
  ...from(['nomination, parts 1 and 2, as corrected', '申报材料第1、2部分（经更正）'], {
    words: [
      ['cluster.name', 'name of the cluster', '集群名称'],
      ['cluster.industry', 'lead industry', '主导产业'],
      ['place.country', 'country', '国家'],
      ['carve.units', 'units that belong to another base', '属于其他基地的行政区域'],
      ['carve.base', 'the other base', '另一基地'],
      ['place.map', 'map of the territory', '基地范围地图'],
    ],
    figure: [['place.area', 'area', '面积']],
    rows: [['place.units', 'administrative units', '行政区域']],
  }),
  ...from(['nomination, part 6', '申报材料第6部分'], {
    words: [['clo.name', 'cluster organisation', '集群促进机构']],
  }),
  ...from(['register of bases', '基地登记'], { words: [['base.name', 'name of the Base', '基地名称']] }),
  ...from(['resolution of the Board', '理事会决议'], {
    words: [['resolution.date', 'day of the resolution', '决议日期']],
    figure: [['slot.no', 'place among the bases', '名额序号']],
    rows: [['conditions', 'conditions', '所附条件']],
  }),
  ...from(['rules of the programme', '项目规则'], {
    words: [
      ['rules.version', 'version of the rules', '规则版本'],
      ['sitting.within', 'time until the first sitting', '首次会议期限'],
      ['signsOff.within', 'time in which the signs come off', '停止使用期限'],
      ['report.by', 'day of the yearly report', '年度报告日期'],
      ['redress.within', 'time in which re-examination may be asked for', '申请复核期限'],
      ['redress.answer', 'time in which re-examination is answered', '复核答复期限'],
    ],
    figure: [
      ['slot.total', 'places of the programme', '名额总数'],
      ['term.years', 'years of the term', '有效期年数'],
      ['renewal.years', 'years of a renewal', '续期年数'],
      ['notice.days', 'days of notice', '通知日数'],
      ['talks.days', 'days of talks on renewal', '续期磋商日数'],
      ['grace.days', 'days of grace', '宽限日数'],
      ['launch.days', 'days until the launch', '启动期限日数'],
      ['plans.days', 'days until the first plans', '首批规划日数'],
    ],
  }),
  ...from(['settings of the text', '文本设定'], {
    words: [['plaque.size', 'size of the plaque', '牌匾尺寸']],
    figure: [
      ['conf.years', 'years of confidentiality', '保密年数'],
      ['answer.days', 'working days for an answer', '答复工作日数'],
      ['jsc.members', 'members from each side', '每方委员人数'],
    ],
  }),
  ...from(['languages of the place, as confirmed', '经确认的当地文字'], {
    words: [
      ['lang.list', 'languages of the text', '文本所用文字'],
      ['lang.all', 'word for all languages', '文字数目'],
      ['lang.local', 'language of the place', '当地文字'],
    ],
  }),
  ...from(['signature', '签署'], {
    outside: true,
    words: [
      ['sign.place', 'place of signature', '签署地点'],
      ['sign.date', 'day of signature', '签署日期'],
      ['sign.otherPlace', 'other place of signature', '另一签署地点'],
      ['sign.otherDate', 'other day of signature', '另一签署日期'],
    ],
  }),
  ...from(['choice of the instrument, later notices of each side', '文书选择，其后以双方通知为准'], {
    outside: true,
    rows: [['contacts', 'contacts', '联络信息']],
  }),
]
