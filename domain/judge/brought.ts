import type { Decide } from '../command.js'
import { dossierParts, type DossierFacts, type Sheet } from '../facts.js'
import type { IndicatorValue } from '../figures.js'
import { indicators } from '../indicators.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { firstOption } from './offers.js'

/**
 * Whether a decision brings what its step asks for, in sound form. Hand-written because no schema library may enter
 * the workflow bundle (performance.md 1); the API has checked the same shape before.
 */
export const malformedFacts = (
  step: StepDefinition,
  { command, reviewYear }: { command: Decide; reviewYear: number | undefined },
): Refusal | undefined => {
  if (step.brings === 'nothing' || command.option !== firstOption(step)) return undefined
  const { facts } = command
  const missing: Refusal = { code: 'facts_missing', detail: { step: step.key, needs: step.brings } }
  switch (step.brings) {
    case 'dossier':
      return facts?.dossier === undefined ? missing : malformedDossier(facts.dossier)
    case 'sheet':
      return facts?.sheet === undefined ? missing : malformedSheet(facts.sheet)
    case 'team':
      return facts?.team === undefined || facts.team.members.length === 0 ? missing : undefined
    case 'baseline':
      return facts?.baseline === undefined ? missing : malformedValues('baseline', facts.baseline.values)
    case 'report':
      if (facts?.report === undefined) return missing
      return facts.report.year === reviewYear
        ? malformedValues('report', facts.report.values ?? [])
        : malformed('report.year', { got: facts.report.year, needs: `the review year ${reviewYear ?? ''}` })
  }
}

const malformed = (field: string, { got, needs }: { got: unknown; needs: string }): Refusal => ({
  code: 'facts_malformed',
  detail: { field, got: String(got), needs },
})

/** Each indicator once, each value a number; a baseline must agree on something. */
const malformedValues = (field: 'baseline' | 'report', values: readonly IndicatorValue[]): Refusal | undefined => {
  if (field === 'baseline' && values.length === 0)
    return malformed('baseline.values', { got: 'none', needs: 'at least one indicator with its target (4.4)' })
  const codes = values.map(({ indicator }) => indicator)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined) return malformed(`${field}.values`, { got: `${twice} twice`, needs: 'each indicator once' })
  const unknown = codes.find((code) => !Object.hasOwn(indicators, code))
  if (unknown !== undefined) return malformed(`${field}.values`, { got: unknown, needs: 'codes of domain.md 7' })
  const odd = values.find(({ value }) => !Number.isFinite(value))
  return odd === undefined ? undefined : malformed(`${field}.${odd.indicator}`, { got: odd.value, needs: 'a number' })
}

const malformedSheet = (sheet: Sheet): Refusal | undefined => {
  const wrong = Object.entries(sheet).find(([, share]) => !(share >= 0 && share <= 1))
  return wrong === undefined
    ? undefined
    : malformed(`sheet.${wrong[0]}`, { got: wrong[1], needs: 'a share from 0 to 1' })
}

const malformedDossier = (dossier: DossierFacts): Refusal | undefined => {
  const unknown = dossier.parts.find((part) => !dossierParts.includes(part))
  if (unknown !== undefined) return malformed('dossier.parts', { got: unknown, needs: 'numbers of parts, 1 to 14' })
  if (!(dossier.leadIndustryShare >= 0 && dossier.leadIndustryShare <= 1))
    return malformed('dossier.leadIndustryShare', { got: dossier.leadIndustryShare, needs: 'a share from 0 to 1' })
  const negative = dossier.outputCnyBn.find((output) => !(output >= 0))
  return negative === undefined
    ? undefined
    : malformed('dossier.outputCnyBn', { got: negative, needs: 'CNY billion a year, 0 or more' })
}
