import { nominationCriterionLabels } from '../../words/nomination.js'
import {
  choice,
  choices,
  eachOf,
  formOf,
  listed,
  number,
  optional,
  read,
  table,
  told,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'
import { partChoices } from './dossier-parts.js'
import { mostPoints } from './sheet-facts.js'
import { nominationIndicators } from './sheet-indicators.js'

const score = withOption('score')

/** The six criteria of the nomination sheet. */
export const criterion = choice(['criterion', 'Criterion', '评分标准'], {
  choices: Object.entries(nominationCriterionLabels).map(([code, label]) => ({ code, label })),
})

const points = Object.values(nominationIndicators).flatMap((indicators) =>
  indicators.map(({ named, anchors }) =>
    number(named, { unit: ['of 5', '分，满分5分'], most: mostPoints, hint: told(anchors), ...score, ...read }),
  ),
)

/** 1.8, 1.8b: seventeen numbers, and for each criterion what they rest on. */
export const nominationSheetForm = formOf(
  ...points,
  table(['criteria', 'Reasons by criterion', '各项标准评分理由'], {
    columns: [
      criterion,
      words(['reason', 'Reason', '评分理由'], { most: 300, least: 50 }),
      choices(['relies', 'Relied upon', '所依据材料'], {
        choices: partChoices,
        most: 5,
        hint: told(['Needed where an indicator has 3 or more.', '有指标得3分及以上的，须填写。']),
        ...optional,
      }),
      choice(['confidence', 'Confidence', '把握程度'], {
        choices: listed(['high', 'High', '高'], ['medium', 'Medium', '中'], ['low', 'Low', '低']),
      }),
    ],
    reads: ['criterion', 'confidence'],
    ...eachOf(criterion),
    ...score,
  }),
  words(['strengths', 'Strengths', '优势'], { most: 200, both: true, ...score }),
  words(['gaps', 'Gaps', '不足'], { most: 200, both: true, ...score }),
  yesNo(['recognised', 'Recognised the place', '已辨认出申报单位'], { ...score, ...read }),
  table(['questions', 'Questions to the Government', '提请澄清'], {
    columns: [words(['question', 'Question', '问题'], { most: 200, both: true })],
    most: 5,
    ...score,
    ...optional,
  }),
  choice(['tie', 'Reason for recusal', '回避事由'], {
    choices: listed(
      ['office', 'Office', '任职'],
      ['shares', 'Shares', '持股'],
      ['client', 'Client or contract', '客户或合同'],
      ['family', 'Family', '亲属'],
      ['advice', 'Advice within three years', '近三年咨询'],
      ['country', 'Country', '国别'],
      ['rival', 'Competition', '竞争'],
    ),
    seen: 'CPL',
    ...withOption('recuse'),
    ...read,
  }),
  words(['tie_told', 'What the tie is', '回避事由说明'], { most: 200, seen: 'CPL', ...withOption('recuse') }),
)
