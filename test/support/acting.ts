import { createHash } from 'node:crypto'
import type { BaseCommand, Decide } from '../../domain/command.js'
import type { BroughtText } from '../../domain/commands/negotiation.js'
import type { ConfirmVoid } from '../../domain/commands/returning.js'
import type { Actor } from '../../domain/values/actor.js'
import type { BroughtFacts, DossierFacts, ProgrammeRecordFacts } from '../../domain/facts.js'
import type { ScoreSheet } from '../../domain/values/score-sheet.js'
import type { Judgement } from '../../domain/judge/draft.js'
import { asksWords } from '../../domain/judge/offers.js'
import type { StepId, StepKey } from '../../domain/values/step-key.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import { matterOf, type StepState } from '../../domain/state.js'
import { seenOn, textBrought } from './negotiating.js'
import { daysToCome, formFilledIn, someWords } from './filling.js'
import type { ABase } from './a-base.js'
import { aBaseline, aDossier, aSheet, evenReview, holderOf, valuesShownBy } from './an-example.js'
import { defined } from '../../domain/values/defined.js'

/** What the people of an example bring; everything left out is in good order. */
export interface Brings {
  readonly dossier?: DossierFacts
  /** Parts that the first dossier leaves out (1.3); what is handed in later brings them. */
  readonly lacks?: readonly DossierFacts['parts'][number][]
  /** Nomination sheets in the order they come in; the last one also speaks for those after it. */
  readonly sheets?: readonly ScoreSheet[]
  readonly reviewSheet?: ScoreSheet
  /** `leavesOut`: so many of the agreed indicators are missing. */
  readonly report?: { readonly leavesOut?: number }
  readonly programmeRecord?: Partial<ProgrammeRecordFacts>
}

export interface Act {
  readonly key: StepKey
  readonly option: string
  readonly number?: number
  readonly code?: ReasonCode
  readonly brings?: Brings
  /** Beside what the option asks for of the text that is negotiated. */
  readonly text?: BroughtText
}

/** The command by which a second person voids a step, naming the entry that asks for it now (R17). */
export const confirmingVoid = (base: ABase, step: StepId): ConfirmVoid => ({
  type: 'confirm_void',
  step,
  seq: base.state().stage?.steps[step]?.voidProposed?.seq ?? 1,
})

/** Sends one person's act on an open step; seats beyond the first are taken by the next holders of the role. */
export const act = (base: ABase, { key, option, number, code, brings, text }: Act): Judgement => {
  const step = stepOf(base, key)
  const decision = decisionOn(base, { step, option, code, brings })
  return base.send(
    { ...decision, ...defined({ text: text && { ...decision.text, ...text } }) },
    {
      actor: memberOf(base, { step, number: number ?? seatFor(base, step) }),
    },
  )
}

/** The n-th person who may act on a step: the first two of a body with a chair are its chair and deputy (8.4). */
export const memberOf = (base: ABase, { step, number }: { step: StepState; number: number }): Actor => {
  const decides = base.procedure.steps[step.key]?.decides
  const chair = decides?.by === 'votes' && number <= 2 ? decides.chair : undefined
  return holderOf(chair ?? step.role, number)
}

/** The open step of that key; an example that expects it elsewhere is wrong. */
export const stepOf = (base: ABase, key: StepKey): StepState => {
  const step = base.open(key)
  if (step === undefined) throw new Error(`${key} is not open; open: ${base.openKeys().join(', ')}`)
  return step
}

/** Asks that an active base be held for force majeure for so many days from today (8.5). */
export const heldFor = (base: ABase, days: number): BaseCommand => ({
  type: 'raise',
  matter: 'force_majeure',
  code: 'FMJ',
  facts: { until: new Date(Date.parse(base.now()) + days * 86_400_000).toISOString().slice(0, 10) },
  reason: someWords,
})

/** A decision in sound form: the first code that fits, words where they are asked for, the facts the step asks for, the text that lies there. */
export const decisionOn = (
  base: ABase,
  asked: { step: StepState; option: string; code?: ReasonCode | undefined; brings?: Brings | undefined },
): Decide => {
  const { step, option, brings } = asked
  const definition = base.procedure.steps[step.key]
  const rule = definition?.options[option]
  const code = asked.code ?? rule?.codes?.[0]
  const goesOn = option === definition?.order[0]
  const facts = goesOn ? factsFor(base, { step, brings: brings ?? {} }) : undefined
  return {
    type: 'decide',
    step: step.id,
    option,
    ...defined({
      code,
      reason: rule !== undefined && asksWords(rule) ? someWords : undefined,
      facts,
      form: daysToCome(formFilledIn(definition?.form, option), { form: definition?.form, now: base.now() }),
      seen: seenOn(base, { step, definition }),
      text: textBrought(base, { step, definition, option }),
      noInterest: base.procedure.settings.asksInterest?.includes(step.key) === true ? true : undefined,
    }),
  }
}

/** Strangers of `standing.ts`, who try what others may not. */
const strangers = ['p-one', 'p-two', 'p-three', 'p-friend', 'p-absent']

/** Everybody who looks at an example in stage 2, and those who try to. */
export const aTeam: readonly string[] = (['DL', 'SP', 'SV'] as const)
  .flatMap((role) => Array.from({ length: 40 }, (_, index) => holderOf(role, index + 1).person))
  .concat(strangers)

const factsFor = (base: ABase, { step, brings }: { step: StepState; brings: Brings }): BroughtFacts | undefined => {
  const definition = base.procedure.steps[step.key]
  switch (definition?.brings) {
    case 'dossier':
      return { dossier: dossierOf(step.key === '1.3' ? brings : { ...brings, lacks: [] }) }
    case 'sheet':
      return { sheet: definition.stage === 'nomination' ? sheetOf(base, { step, brings }) : reviewOf(brings) }
    case 'team':
      return { team: { members: aTeam } }
    case 'baseline':
      return { baseline: { values: aBaseline } }
    case 'report':
      return {
        report: {
          values: valuesShownBy(reviewOf(brings)['evidence'] ?? 0, base.state().stage?.year ?? 0).slice(
            brings.report?.leavesOut ?? 0,
          ),
          year: base.state().stage?.year ?? 0,
          reportHash: 'e'.repeat(64),
        },
      }
    case 'programme_record':
      return { programmeRecord: { lateFundsMonths: 0, findings: 0, ...brings.programmeRecord } }
    case 'nothing':
    case undefined:
      return undefined
  }
}

const dossierOf = ({ dossier = aDossier, lacks = [] }: Brings): DossierFacts => ({
  ...dossier,
  parts: dossier.parts.filter((part) => !lacks.includes(part)),
})

const sheetOf = (base: ABase, { step, brings }: { step: StepState; brings: Brings }): ScoreSheet => {
  const nth = base.state().facts.sheets.length + step.acts.filter((one) => one.facts?.sheet !== undefined).length
  return brings.sheets?.[nth] ?? brings.sheets?.at(-1) ?? aSheet
}

const reviewOf = ({ reviewSheet }: Brings): ScoreSheet => reviewSheet ?? evenReview(0.8)

/** The lowest numbered holder who has not acted in this stage, so that nobody acts twice and second officers are others. */
const seatFor = (base: ABase, step: StepState): number => {
  const acted = new Set(
    Object.values(base.state().stage?.steps ?? {})
      .filter((other) => other.key !== step.key || other.id === step.id || other.voided === 'redress')
      .flatMap((other) => other.acts.map(({ person }) => person)),
  )
  if (base.procedure.separation.afterReview.includes(step.key))
    for (const person of Object.values(base.state().actedBefore ?? {}).flat()) acted.add(person)
  const opener = base.procedure.steps[step.key]?.onlyByRaiser === true ? matterOf(base.state(), step)?.by : undefined
  if (opener !== undefined) {
    for (let number = 1; number < 40; number += 1) if (memberOf(base, { step, number }).person === opener) return number
    throw new Error(`nobody who holds ${step.role} opened ${step.id}`)
  }
  for (let number = 1; number < 40; number += 1) if (!acted.has(memberOf(base, { step, number }).person)) return number
  throw new Error(`nobody is left for ${step.id}`)
}

/** Makes every paper that was ordered, as the document activity would. */
export const makePapers = (base: ABase): void => {
  for (const { order, kind, languages } of base.state().orders)
    base.send({
      type: 'document_made',
      order,
      files: languages.map((language) => ({
        kind,
        language,
        sha256: createHash('sha256').update(`${kind}-${language}-${base.state().seq}`).digest('hex'),
        size: 1,
      })),
    })
}
