import type { Annex } from '../../../text/model.js'
import { columns, only, paragraph, said, tabled } from './telling.js'

/** Five annexes; the last holds what changes by notice and is outside the hash. */
export const annexes: readonly Annex[] = [
  {
    id: 'annex_1',
    class: 'material',
    heading: said('The Base and the conditions', '基地范围与决议所附条件'),
    paragraphs: [
      tabled('annex_1.a', {
        text: said('Territory of the Base', '基地范围'),
        rows: 'place.units',
        none: said('None.', '无。'),
        columns: columns(
          ['unit', said('Administrative unit', '行政区域'), 4],
          ['area', said('Area', '面积'), 2],
          ['share', said('Share of the cluster’s output', '占集群产值比重'), 2],
        ),
      }),
      only(
        { filled: ['place.map'] },
        paragraph(
          'annex_1.map',
          said(
            'Map: the file {place.map}, kept with the record of the Base. It may be opened there by both participants.',
            '地图：随基地记录保存的文件{place.map}，双方均可查阅。',
          ),
        ),
      ),
      tabled('annex_1.b', {
        text: said('Conditions of the resolution', '决议所附条件'),
        rows: 'conditions',
        none: said('None.', '无。'),
        columns: columns(
          ['no', said('No.', '序号'), 1],
          ['condition', said('Condition', '条件'), 5],
          ['due', said('To be met by', '完成时间'), 2],
          ['proof', said('Shown by', '证明方式'), 3],
          ['owner', said('Who', '负责方'), 2],
        ),
      }),
    ],
  },
  {
    id: 'annex_2',
    class: 'normal',
    heading: said('Outline of year one', '首年工作要点'),
    paragraphs: [
      tabled('annex_2.1', {
        text: said(
          'This outline guides the first months and gives way to the plan that the Committee adopts.',
          '本要点用于启动阶段工作，联合指导委员会通过年度计划后，以年度计划为准。',
        ),
        rows: 'plan.first',
        none: said('To be named before signature.', '签署前确定。'),
        columns: columns(
          ['area', said('Area', '领域'), 3],
          ['activity', said('Activity', '活动'), 4],
          ['led', said('Led by', '牵头单位'), 2],
          ['when', said('When', '时间'), 2],
          ['result', said('Result hoped for', '预期成果'), 3],
          ['money', said('Money', '资金安排'), 2],
          ['challenge', said('Challenge', '对应挑战'), 3],
        ),
      }),
    ],
  },
  {
    id: 'annex_3',
    class: 'normal',
    heading: said('Indicators', '指标清单'),
    paragraphs: [
      tabled('annex_3.1', {
        text: said('Each value comes from the source named with it.', '各项指标数值均取自所列数据来源。'),
        rows: 'indicators',
        none: said('To be named before signature.', '签署前确定。'),
        columns: columns(
          ['code', said('Code', '编号'), 2],
          ['name', said('Indicator', '指标'), 4],
          ['unit', said('Unit', '单位'), 2],
          ['source', said('Source of the figure', '数据来源'), 3],
          ['year', said('Year of the baseline', '基线年份'), 2],
          ['baseline', said('Baseline', '基线值'), 2],
          ['direction', said('Direction', '方向'), 2],
          ['target', said('Target for year one', '首年目标'), 2],
        ),
      }),
    ],
  },
  {
    id: 'annex_4',
    class: 'material',
    heading: said('Marks and plaque', '名称、标识与牌匾'),
    paragraphs: [
      paragraph(
        'annex_4.1',
        said(
          'Name: “Global Industry Cluster Cooperation Base {base.name}”; short form: “{base.name}”. In capital letters the words and their order are the same.',
          '名称：“全球产业集群合作基地（{base.name}）”；简称：“{base.name}”。外文名称使用大写字母时，用词和顺序不变。',
        ),
      ),
      paragraph(
        'annex_4.2',
        said(
          'Logo: in the files, colours, clear space and least size that the Alliance hands over with the licence.',
          '标识：按照联盟随使用许可提供的文件、颜色、留白和最小尺寸使用。',
        ),
      ),
      paragraph(
        'annex_4.3',
        said(
          'Plaque: {plaque.size}, of the material named in the licence. It bears “Global Industry Cluster Cooperation Base · {base.name} · {A.full}”, month and year, in each language of this memorandum, and the number given with the licence.',
          '牌匾：尺寸为{plaque.size}，材质以使用许可载明的为准。牌匾以本备忘录所用各种文字载明“全球产业集群合作基地（{base.name}）· {A.full}”和年月，并载明使用许可所列编号。',
        ),
      ),
      paragraph(
        'annex_4.4',
        said(
          'Name and logo are used at the office, on the letterhead and the website of the Base and at fairs. They are not used on goods or packaging, for loans or in tenders.',
          '名称和标识用于办公场所、基地信笺、网站和展会，不用于商品、包装、贷款和招标投标。',
        ),
      ),
      paragraph(
        'annex_4.5',
        said(
          'Each new use is asked for by e-mail; the Alliance answers within 5 working days.',
          '每项新的使用方式通过电子邮件提出，联盟在5个工作日内答复。',
        ),
      ),
      paragraph(
        'annex_4.6',
        said(
          'Use ends, and its end is proven, as section {ref:marks.3} says.',
          '停止使用以及停止使用的确认，按照{ref:marks.3}办理。',
        ),
      ),
    ],
  },
  {
    id: 'annex_5',
    class: 'by_notice',
    heading: said('Contacts', '联络信息'),
    paragraphs: [
      tabled('annex_5.1', {
        text: said('This annex is changed by notice.', '本附件以通知方式更新。'),
        rows: 'contacts',
        none: said('Each side names its focal point by notice.', '双方以通知方式指定联络人。'),
        columns: columns(
          ['side', said('Side', '单位'), 3],
          ['focal', said('Focal point and deputy', '联络人及副联络人'), 3],
          ['post', said('Address', '地址'), 4],
          ['reach', said('E-mail and telephone', '电子邮件和电话'), 4],
          ['hours', said('Hours and zone', '工作时间和时区'), 3],
          ['language', said('Language of letters', '通信文字'), 2],
        ),
      }),
    ],
  },
]
