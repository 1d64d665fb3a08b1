import type { Clause } from '../../../text/model.js'
import { only, paragraph, said } from './telling.js'

/** Part I of the model memorandum: who takes part, for what, and which base. */
export const generalClauses: readonly Clause[] = [
  {
    id: 'participants',
    part: 'I',
    class: 'material',
    heading: said('Participants', '合作双方'),
    paragraphs: [
      paragraph(
        'participants.1',
        said(
          'The Alliance is {A.legalForm} established under the law of {A.jurisdiction}, registered under number {A.regNo}, with its seat at {A.seat}.',
          '联盟系依照{A.jurisdiction}法律设立的{A.legalForm}，登记号{A.regNo}，住所地为{A.seat}。',
        ),
      ),
      only(
        { riders: ['cn'] },
        paragraph(
          'participants.2',
          said(
            'The Government is the {G.level} government of {G.territory}, with its seat at {G.seat}. It takes part within the powers that the law of its place gives it.',
            '{G}系{G.territory}的{G.level}人民政府，驻地为{G.seat}，在法定职权范围内参与合作。',
          ),
        ),
      ),
      only(
        { riders: ['eu', 'other'] },
        paragraph(
          'participants.2x',
          said(
            'The Government is the {G.level} government of {G.territory}, with its seat at {G.seat}. It takes part within the powers that the law of its place gives it.',
            '{G}系{G.territory}的{G.level}地方政府，驻地为{G.seat}，在法定职权范围内参与合作。',
          ),
        ),
      ),
      paragraph(
        'participants.3',
        said(
          'Each participant signs through the person named on the signature page, whose authority has been shown to the other beforehand.',
          '双方由签署页所载人员代表签署，其签署授权已在签署前相互确认。',
        ),
      ),
      paragraph(
        'participants.4',
        said(
          'Each names a focal point in annex {ref:annex_5}. A change of name, legal form, focal point or representative will be made known within 30 days and leaves what was signed as it is.',
          '双方在附件{ref:annex_5}中各指定一名联络人。名称、法律形式、联络人或者代表人发生变更的，将在30日内告知对方，已签署文本的效力不受影响。',
        ),
      ),
      paragraph(
        'participants.5',
        said(
          'Neither participant speaks or acts for the other, for a State, for an international organisation or for an enterprise.',
          '任何一方均不代表对方，亦不代表国家、国际组织或者企业。',
        ),
      ),
    ],
  },
  {
    id: 'purpose',
    part: 'I',
    class: 'normal',
    heading: said('Purpose', '宗旨'),
    paragraphs: [
      paragraph(
        'purpose.1',
        said(
          'The participants intend to establish and develop the Base together, so that the small and medium-sized enterprises of the cluster benefit.',
          '双方愿共同建设和发展基地，惠及集群内的中小企业。',
        ),
      ),
      paragraph(
        'purpose.2',
        said(
          'They wish to make it, step by step, a place from whose competitiveness and leadership others can learn.',
          '双方希望逐步将基地建设成为国际竞争力强、行业引领作用突出、可供借鉴的产业集群合作标杆。',
        ),
      ),
    ],
  },
  {
    id: 'base',
    part: 'I',
    class: 'material',
    heading: said('The Base', '基地'),
    paragraphs: [
      paragraph(
        'base.1',
        said(
          'The Base bears the name “Global Industry Cluster Cooperation Base {base.name}” (“the Base”). Its lead industry is {cluster.industry}.',
          '基地名称为“全球产业集群合作基地（{base.name}）”（以下简称“基地”），主导产业为{cluster.industry}。',
        ),
      ),
      only(
        { empty: ['place.map'] },
        paragraph(
          'base.2',
          said(
            'It covers the administrative units listed in annex {ref:annex_1}, {place.area} square kilometres in all.',
            '基地范围为附件{ref:annex_1}所列行政区域，面积共{place.area}平方公里。',
          ),
        ),
      ),
      only(
        { filled: ['place.map'] },
        paragraph(
          'base.2m',
          said(
            'It covers the administrative units listed in annex {ref:annex_1}, {place.area} square kilometres in all. The map named in annex {ref:annex_1} is for illustration; names and lines on it express no position on any boundary.',
            '基地范围为附件{ref:annex_1}所列行政区域，面积共{place.area}平方公里。附件{ref:annex_1}所列地图仅为示意，不表示对任何界线的立场。',
          ),
        ),
      ),
      paragraph(
        'base.3',
        said(
          'The Base takes place No. {slot.no} of the {slot.total} places of the programme. The place has been kept for it since the Board’s resolution, is kept while this memorandum is in effect, and cannot be passed on.',
          '基地使用合作基地项目{slot.total}个名额中的第{slot.no}号名额。该名额自理事会决议之日起保留，在本备忘录有效期内持续保留，不转让。',
        ),
      ),
      paragraph(
        'base.4',
        said(
          'The Base is launched once the plaque has been handed over and its start recorded. If that has not happened {launch.days} days after signature, the participants will consult; the Board of the Alliance then allows more time or frees the place, and with the latter this memorandum ends.',
          '授予牌匾并登记运行后，基地即告启动。签署后{launch.days}日内未能启动的，双方将进行磋商，由联盟理事会决定延长时间或者不再保留名额；不再保留的，本备忘录随即终止。',
        ),
      ),
      only(
        { filled: ['carve.units'] },
        paragraph(
          'base.5',
          said(
            '{carve.units} belong to the base {carve.base} and not to this one.',
            '{carve.units}属于{carve.base}合作基地，不计入本基地范围。',
          ),
        ),
      ),
    ],
  },
]
