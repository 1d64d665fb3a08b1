import { addYears, yearOf, type PlainDate } from '../../../domain/calendar-date.js'
import { dossierParts, type DossierFacts } from '../../../domain/facts.js'
import { exampleCited } from '../../../domain/form/kinds/evidence.js'
import type { FormAnswers } from '../../../domain/form/form.js'
import { declarations } from '../../../domain/gicc/nomination/dossier-declarations.js'
import { defined } from '../../../domain/values/defined.js'
import { inventedBody, inventedFigure, inventedWords } from './invented.js'

/** A dossier in figures, as a play has it. */
export interface InventedDossier extends Omit<DossierFacts, 'dossierHash'> {
  /** What a second source says of the output of the newest year, where it says another figure. */
  readonly rivalOutputCnyBn?: number | undefined
}

/** Answers to the form of a dossier from which the gates read these figures; the rest of it is an example. */
export const dossierGiven = (dossier: InventedDossier, { today }: { readonly today: PlainDate }): FormAnswers => {
  const lacking = dossierParts.filter((part) => !dossier.parts.includes(part)).map((part) => `p${part}`)
  return {
    ...defined({ lacking: lacking.length > 0 ? lacking : undefined }),
    authority_basis: dossier.oneAuthority ? 'sole' : 'none',
    ...organisationOf(dossier, today),
    currency: 'CNY',
    data: [...yearsOf(dossier, yearOf(today) - 1), ...rivalOf(dossier, yearOf(today) - 1)],
    members: Array.from({ length: dossier.memberFirms }, (_, index) => ({
      id: `m${index + 1}`,
      member: inventedBody('firm', index + 1),
      kind: 'small',
      active: true,
    })),
    lines: [1, 2, 3].map((year) => budgetLine(year, { dossier, from: yearOf(today) })),
    had_incidents: dossier.incidents > 0,
    incidents: Array.from({ length: dossier.incidents }, (_, index) => ({
      id: `i${index + 1}`,
      on: addYears(today, -1),
      kind: 'safety',
      grade: 'II',
      deaths: 0,
      outcome: inventedWords.en,
    })),
    declarations: Object.fromEntries(declarations.map(({ code }) => [code, declared(dossier)])),
  }
}

const organisationOf = ({ clusterBodyYears }: InventedDossier, today: PlainDate): FormAnswers =>
  clusterBodyYears === null
    ? { organisation_stands: false }
    : { organisation_stands: true, registered_on: addYears(today, -Math.floor(clusterBodyYears)) }

/** A row a year, the newest first. Only as many as are said have figures of all three measures that count (G3). */
const yearsOf = ({ outputCnyBn, yearsOfData, leadIndustryShare, memberFirms }: InventedDossier, newest: number) =>
  Array.from({ length: Math.min(6, Math.max(3, outputCnyBn.length, yearsOfData)) }, (_, index) => {
    const year = newest - index
    const output = (outputCnyBn[index] ?? outputCnyBn.at(-1) ?? 0) * 1e9
    const shown = (value: number, given: 1 | 2 | 3 | 5) =>
      inventedFigure(Math.round(value * 100) / 100, { year, shown: given })
    return {
      id: `y${year}`,
      output: shown(output, index < outputCnyBn.length ? 2 : 5),
      lead_output: shown(output * leadIndustryShare, 2),
      sales: shown(output * 0.96, 3),
      exports: shown(output * 0.2, index < yearsOfData ? 1 : 5),
      firms: shown(memberFirms * 4, 1),
      firms_large: shown(memberFirms, 1),
      sme_share: shown(62, 5),
      jobs: shown(memberFirms * 150, 3),
      rd: shown(output * 0.02, 3),
      patents: shown(memberFirms * 3, 1),
      energy: shown(output / 1e5, 3),
    }
  })

/** The same year once more, by the other source: the less favourable figure counts until somebody reconciles them. */
const rivalOf = (dossier: InventedDossier, year: number) => {
  const { rivalOutputCnyBn: rival } = dossier
  if (rival === undefined) return []
  const [row] = yearsOf({ ...dossier, outputCnyBn: [rival] }, year)
  const output = { ...inventedFigure(rival * 1e9, { year, shown: 2 }), evidence: exampleCited(2).slice(1) }
  return [{ ...row, id: `y${year}-rival`, output }]
}

const budgetLine = (number: number, { dossier, from }: { dossier: InventedDossier; from: number }) => ({
  id: `b${number}`,
  purpose: inventedWords,
  year: `year_${number}`,
  amount: { amount: 3_000_000 - 500_000 * number, currency: 'CNY', year: from + number },
  source: inventedBody('authority', 1),
  form: dossier.coFunding ? 'cash' : 'in_kind',
  state: 'decided',
})

const declared = ({ declarationsSigned }: InventedDossier) =>
  declarationsSigned ? { result: 'signed', evidence: exampleCited(1) } : { result: 'not_signed' }
