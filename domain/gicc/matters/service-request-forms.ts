import { areas, rowsOfEach } from '../areas-and-indicators.js'
import {
  becomes,
  behind,
  choice,
  date,
  formOf,
  listed,
  number,
  optional,
  read,
  refersTo,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'

const answers = listed(
  ['taken_up', 'Taken up', '已受理'],
  ['to_programme', 'Passed to the programme', '转联盟'],
  ['to_authority', 'Passed to an authority', '转政府部门'],
  ['not_possible', 'Not possible', '无法提供'],
)

/** What passes a request on, and what is said where the firm does not want that. */
const passedOn = ['to_programme', 'to_authority'] as const
const kept = told(['another answer: the firm does not want it passed on', '其他答复：企业不同意转交'])

/** 5.15a: what a member firm asks for; the firm and whoever answers read it, nobody else. */
export const serviceRequest = formOf(
  table(['request', 'Request', '需求'], {
    most: 1,
    columns: [
      choice(['area', 'Area', '领域'], { choices: areas, toAsked: true }),
      choice(['wish', 'Wanted', '需求类型'], {
        choices: listed(
          ['expert', 'An expert', '找专家'],
          ['buyers', 'Buyers', '找客户'],
          ['trade_mark', 'A trade mark', '商标注册'],
          ['partner', 'A partner', '找合作方'],
          ['training', 'Training', '技能培训'],
          ['investor', 'An investor', '引进投资'],
          ['other', 'Something else', '其他'],
        ),
        toAsked: true,
      }),
      words(['text', 'Details', '说明'], { most: 200, toAsked: true }),
      date(['by', 'Wanted by', '希望完成日期'], { ...optional, toAsked: true }),
      yesNo(['share', 'May be passed on', '可转交联盟及其合作伙伴'], { toAsked: true }),
    ],
    totals: rowsOfEach('area', areas),
    reads: ['area', 'wish', 'by', 'share'],
    enters: { kind: 'request', adds: true },
    seen: 'FRM',
  }),
)

/** 5.15b: each request that is open, with what becomes of it. */
export const serviceAnswer = formOf(
  table(['answers', 'Answers', '答复'], {
    least: 0,
    most: 40,
    columns: [
      refersTo(['request', 'Request', '需求'], { to: 'request' }),
      choice(['answer', 'Answer', '答复'], { choices: answers }),
      words(['words', 'In words', '答复说明'], { most: 150 }),
      refersTo(['activity', 'Activity', '对应活动'], { to: 'activity', ...where('answer', 'taken_up'), ...optional }),
      date(['closed_on', 'Settled on', '办结日期'], { ...where('answer', 'taken_up'), ...optional, ...behind }),
    ],
    totals: answers.map(({ code, label }) => ({ name: code, label, where: { column: 'answer', is: [code] } })),
    reads: ['request', 'answer', 'closed_on'],
    about: {
      column: 'request',
      sets: becomes('request', {
        column: 'answer',
        to: { taken_up: 'answered', to_programme: 'turned', to_authority: 'turned', not_possible: 'not_taken' },
      }),
      every: [{ kind: 'request', status: ['open'] }],
      bars: passedOn.map((is) => ({ column: 'answer', is, where: { column: 'share', is: false }, needs: kept })),
    },
    seen: 'FRM',
  }),
)

/** 5.15c: what the firm says of it in the end; without a mark it says nothing, and the sheet is closed by the clock. */
export const serviceMark = formOf(
  number(['mark', 'Mark', '评价'], {
    unit: ['from 1 to 5', '1至5分'],
    least: 1,
    most: 5,
    ...read,
    hint: told(['1 is poor, 5 is excellent.', '1为差，5为优。']),
  }),
  words(['say', 'In one sentence', '一句话评价'], { most: 100, ...optional }),
)
