import type { Paragraph, TextModel } from '../../../text/model.js'
import { only, paragraph, said } from './telling.js'

/** Whoever holds an original is named first in it. */
export const title: Paragraph = paragraph(
  'title',
  said(
    'Memorandum of Understanding between {first.full} and {second.full} on the Joint Establishment of the Global Industry Cluster Cooperation Base {base.name}',
    '{first.full}与{second.full}关于共建全球产业集群合作基地（{base.name}）的谅解备忘录',
  ),
)

/** Who, why, and on what ground. */
export const recitals: readonly Paragraph[] = [
  paragraph(
    'recitals.1',
    said(
      '{first.full} (“{first.called}”) and {second.full} (“{second.called}”),',
      '{first.full}（以下简称“{first.called}”）与{second.full}（以下简称“{second.called}”），',
    ),
  ),
  paragraph(
    'recitals.2',
    said(
      'recognising that industry clusters are where small and medium-sized enterprises take part in the world economy together;',
      '认识到产业集群是中小企业共同参与国际合作的重要载体；',
    ),
  ),
  paragraph(
    'recitals.3',
    said(
      'noting that the Government nominated {cluster.name}, that the Alliance examined the nomination, and that its Board approved it by resolution {resolution.no} of {resolution.date};',
      '鉴于{G}申报了{cluster.name}产业集群，联盟对申报进行了审核，联盟理事会于{resolution.date}以{resolution.no}决议予以确认；',
    ),
  ),
  paragraph(
    'recitals.4',
    said(
      'wishing to work together as equals, to the benefit of both and within the law of each, have reached the following understanding:',
      '本着平等互利、相互尊重、各自守法的原则，经友好协商，达成如下谅解：',
    ),
  ),
]

/** Six parts, each with its clauses. */
export const parts: TextModel['parts'] = [
  { id: 'I', heading: said('General', '总则') },
  { id: 'II', heading: said('Cooperation', '合作内容') },
  { id: 'III', heading: said('Working together', '组织与保障') },
  { id: 'IV', heading: said('Standards', '共同遵循') },
  { id: 'V', heading: said('Character and change', '性质与变化') },
  { id: 'VI', heading: said('Final', '附则') },
]

/** Above the signatures: at one place or at two, in one language or in several. */
export const closing: readonly Paragraph[] = [
  only(
    { empty: ['sign.otherPlace'], filled: ['lang.all'] },
    paragraph(
      'closing.one',
      said(
        'Signed at {sign.place} on {sign.date} in two originals, each in {lang.list}, all texts being equally valid.',
        '本备忘录于{sign.date}在{sign.place}签署，一式两份，双方各执一份，每份均以{lang.list}写成，{lang.all}文本具有同等效力。',
      ),
    ),
  ),
  only(
    { filled: ['sign.otherPlace'] },
    paragraph(
      'closing.two',
      said(
        'Signed at {sign.place} on {sign.date}, and at {sign.otherPlace} on {sign.otherDate}, the later day being the day of effect, in two originals in {lang.list}.',
        '本备忘录分别于{sign.date}在{sign.place}、于{sign.otherDate}在{sign.otherPlace}签署，以较晚日期为生效日期，一式两份，双方各执一份，以{lang.list}写成。',
      ),
    ),
  ),
  only(
    { empty: ['lang.all', 'sign.otherPlace'] },
    paragraph(
      'closing.single',
      said(
        'Signed at {sign.place} on {sign.date} in two originals in {lang.list}.',
        '本备忘录于{sign.date}在{sign.place}签署，一式两份，双方各执一份，以{lang.list}写成。',
      ),
    ),
  ),
]
