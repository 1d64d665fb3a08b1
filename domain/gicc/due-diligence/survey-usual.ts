import type { BegunAnswer } from '../../form/begun.js'
import type { StepDefinition } from '../../procedure.js'
import { told } from '../form-fields.js'

const because = told([
  'Usual for a place in China: a survey whose results go abroad is run there by a licensed survey body, under its permit.',
  '境内申报地区的通常做法：结果提供境外使用的问卷调查，由涉外调查机构凭许可证实施。',
])

/** Who runs the survey, and by which right, where the law of the place leaves little choice; elsewhere nothing is begun (2.4). */
export const surveyUsual = (
  { key }: Pick<StepDefinition, 'key'>,
  { country }: { readonly country: string },
): readonly BegunAnswer[] =>
  country === 'CN' && key === '2.4a'
    ? [
        { field: 'runs', answer: 'licensed', because },
        { field: 'legal_basis', answer: 'permit', because },
      ]
    : []
