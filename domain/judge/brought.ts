import type { Decide } from '../command.js'
import { dossierParts, type DossierFacts, type ProgrammeRecordFacts } from '../facts.js'
import { type ScoreSheet } from '../values/score-sheet.js'
import type { IndicatorValue } from '../figures.js'
import { indicatorOf, indicators, rangeOf } from '../indicators.js'
import { stageFor } from '../lifecycle.js'
import { localText, type LocalText } from '../locale.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { unitWords } from '../words/units.js'
import { wordOf } from '../words/word-of.js'
import { firstOption } from './offers.js'

/**
 * Whether a decision brings what its step asks for, in sound form. Hand-written because no schema library may enter
 * the workflow bundle, which it would swell by two megabytes; the API has checked the same shape before.
 */
export const malformedFacts = (
  step: StepDefinition,
  { command, reviewYear, procedure }: Bringing,
): Refusal | undefined => {
  if (step.brings === 'nothing' || command.option !== firstOption(step)) return undefined
  const { facts } = command
  const missing: Refusal = { code: 'facts_missing', detail: { step: step.key, needs: step.brings } }
  switch (step.brings) {
    case 'dossier':
      return facts?.dossier === undefined ? missing : malformedDossier(facts.dossier)
    case 'sheet':
      return facts?.sheet === undefined ? missing : malformedSheet(facts.sheet, criteriaOf(step, procedure))
    case 'team':
      return facts?.team === undefined || facts.team.members.length === 0 ? missing : undefined
    case 'baseline':
      return facts?.baseline === undefined ? missing : malformedValues('baseline', facts.baseline.values)
    case 'programme_record':
      return facts?.programmeRecord === undefined ? missing : malformedRecord(facts.programmeRecord)
    case 'report':
      if (facts?.report === undefined) return missing
      return facts.report.year === reviewYear
        ? malformedValues('report', facts.report.values ?? [])
        : malformed('report.year', {
            got: facts.report.year,
            needs: localText(`the review year ${reviewYear ?? ''}`, `评估年度 ${reviewYear ?? ''}`),
          })
  }
}

interface Bringing {
  readonly command: Decide
  readonly reviewYear: number | undefined
  readonly procedure: Pick<Procedure, 'nominationSheet' | 'reviewSheet'>
}

const malformedRecord = ({ lateFundsMonths, findings, cashShare = 0 }: ProgrammeRecordFacts): Refusal | undefined => {
  const wrong = Object.entries({ lateFundsMonths, findings, cashShare }).find(([, count]) => !(count >= 0))
  return wrong === undefined
    ? undefined
    : malformed(`programmeRecord.${wrong[0]}`, { got: wrong[1], needs: localText('0 or more', '不小于 0') })
}

/** The criteria of the sheet a step asks for, by the version the base is under (6.2, 6.5). */
const criteriaOf = ({ stage }: StepDefinition, { nominationSheet, reviewSheet }: Bringing['procedure']) =>
  (stage === stageFor.years ? reviewSheet : nominationSheet).map(({ key }) => key)

const aShare = localText('a share from 0 to 1', '0 至 1 的比例')

const malformed = (field: string, { got, needs }: { got: unknown; needs: LocalText }): Refusal => ({
  code: 'facts_malformed',
  detail: { field, got: String(got), needs },
})

/** Each indicator once, each value a number; a baseline must agree on something. */
const malformedValues = (field: 'baseline' | 'report', values: readonly IndicatorValue[]): Refusal | undefined => {
  if (field === 'baseline' && values.length === 0)
    return malformed('baseline.values', {
      got: 0,
      needs: localText('at least one indicator with its target (4.4)', '至少一项指标及其目标值（4.4）'),
    })
  const codes = values.map(({ indicator }) => indicator)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined)
    return malformed(`${field}.values`, {
      got: `${twice}, ${twice}`,
      needs: localText('each indicator once', '每项指标仅一次'),
    })
  const unknown = codes.find((code) => !Object.hasOwn(indicators, code))
  if (unknown !== undefined)
    return malformed(`${field}.values`, { got: unknown, needs: localText('codes of indicators (7)', '指标代码（7）') })
  const odd = values.find(({ value }) => !Number.isFinite(value))
  return odd === undefined
    ? outOfRange(field, values)
    : malformed(`${field}.${odd.indicator}`, { got: odd.value, needs: localText('a number', '数字') })
}

/** Whether each value, and each target where there is one, lies where its unit lets it (7). */
const outOfRange = (
  field: 'baseline' | 'report',
  values: readonly (IndicatorValue & { readonly target?: number })[],
): Refusal | undefined => {
  const found = values
    .flatMap(({ indicator, value, target = value }) => [value, target].map((got) => ({ indicator, got })))
    .find(({ indicator, got }) => {
      const { from, to = got } = rangeOf(indicatorOf(indicator).unit)
      return !(got >= from && got <= to)
    })
  if (found === undefined) return undefined
  const { unit } = indicatorOf(found.indicator)
  const { from, to } = rangeOf(unit)
  const counted = wordOf(unitWords, { key: unit, locale: 'zh-CN' })
  const needs =
    to === undefined
      ? localText(`${from} or more (${unit})`, `不小于 ${from}（${counted}）`)
      : localText(`from ${from} to ${to} (${unit})`, `${from} 至 ${to}（${counted}）`)
  return malformed(`${field}.${found.indicator}`, { got: found.got, needs })
}

/** A sheet has the criteria of its version, each and no other: what is left out would count as nothing (6.2). */
const malformedSheet = (sheet: ScoreSheet, criteria: readonly string[]): Refusal | undefined => {
  const strange = Object.keys(sheet).find((key) => !criteria.includes(key))
  const lacking = criteria.find((key) => !Object.hasOwn(sheet, key))
  if (strange !== undefined || lacking !== undefined)
    return {
      code: 'sheet_of_other_criteria',
      detail: {
        got: strange === undefined ? [] : [strange],
        lacks: lacking === undefined ? [] : [lacking],
        criteria,
      },
    }
  const wrong = Object.entries(sheet).find(([, share]) => !(share >= 0 && share <= 1))
  return wrong === undefined ? undefined : malformed(`sheet.${wrong[0]}`, { got: wrong[1], needs: aShare })
}

const malformedDossier = (dossier: DossierFacts): Refusal | undefined => {
  const unknown = dossier.parts.find((part) => !dossierParts.includes(part))
  if (unknown !== undefined)
    return malformed('dossier.parts', {
      got: unknown,
      needs: localText('numbers of parts, 1 to 14', '部分序号，1 至 14'),
    })
  if (!(dossier.leadIndustryShare >= 0 && dossier.leadIndustryShare <= 1))
    return malformed('dossier.leadIndustryShare', { got: dossier.leadIndustryShare, needs: aShare })
  const negative = dossier.outputCnyBn.find((output) => !(output >= 0))
  return negative === undefined
    ? undefined
    : malformed('dossier.outputCnyBn', {
        got: negative,
        needs: localText('CNY billion a year, 0 or more', '每年十亿元人民币数，不小于 0'),
      })
}
