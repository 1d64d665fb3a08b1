import { calendarFor } from '../../activities/calendars.js'
import type { Actor, BaseCommand, BaseNews, Decide } from '../../domain/command.js'
import { evolve } from '../../domain/evolve.js'
import { schemaVersion, type BaseEvent } from '../../domain/event.js'
import type { BroughtFacts, DossierFacts } from '../../domain/facts.js'
import { plainDate } from '../../domain/calendar-date.js'
import { nextDueAt } from '../../domain/judge/clock.js'
import type { Judgement, Rules } from '../../domain/judge/draft.js'
import { judge } from '../../domain/judge/judge.js'
import type { ClaimRefusal } from '../../domain/record.js'
import { full } from '../../domain/procedures/full.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { openSteps, unborn, type BaseState, type StepState } from '../../domain/state.js'
import { lifeOf } from '../../workflows/life.js'

/** Calendars of the two sides of the example place, for the whole span the tests play. */
const calendars = Object.fromEntries(
  [
    { country: 'US', zone: 'America/New_York' },
    { country: 'CN', zone: 'Asia/Shanghai' },
  ].map((place) => {
    const calendar = calendarFor({ ...place, from: plainDate('2026-06-01'), months: 120 })
    return [calendar.id, calendar]
  }),
)

export const rules: Rules = { procedure: full, calendars, story: lifeOf }

/** A complete, eligible dossier of the example cluster. */
export const aDossier: DossierFacts = {
  parts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  dossierHash: 'd'.repeat(64),
  clusterBodyYears: 8,
  yearsOfData: 3,
  leadIndustryShare: 0.8,
  outputCnyBn: [150, 140, 130],
  memberFirms: 400,
  incidents: 0,
  coFunding: true,
  declarationsSigned: true,
}

export const aSheet = {
  value_chain: 0.9,
  scale: 0.8,
  competitiveness: 0.8,
  partnership: 0.8,
  fit: 0.7,
  responsibility: 0.8,
}
export const aReviewSheet = {
  area_consulting: 0.8,
  area_investment: 0.8,
  area_markets: 0.8,
  area_branding: 0.8,
  area_cooperation: 0.8,
  area_talent: 0.8,
  challenges: 0.8,
  governance: 0.9,
  evidence: 0.8,
}

export const nomination: Extract<BaseCommand, { type: 'nominate' }> = {
  type: 'nominate',
  programme: 'gasme',
  call: '2027',
  windowEnds: '2027-01-25T05:00:00.000Z',
  cluster: {
    cluster: 'C09-yueqing',
    category: 'electric',
    province: 'CN-ZJ',
    country: 'CN',
    zone: 'Asia/Shanghai',
    overlaps: ['C03-wenzhou'],
    singleAuthority: true,
    readings: [{ measure: 'output', value: 150, unit: 'CNY billion', year: 2022, evidence: 4 }],
    recordHash: 'a'.repeat(64),
  },
  languages: ['en', 'zh-CN'],
  invited: false,
  partsAtHand: [2],
  procedure: 'full',
  rehearsal: false,
}

/** A person who holds every seat of one role, numbered, so that panels and second officers can be filled. */
export const holderOf = (role: Role, number = 1): Actor => ({
  person: `p-${role.toLowerCase()}-${number}`,
  channel: 'api',
  mandates: [
    {
      id: `m-${role}-${number}`,
      role,
      organisation: roles[role].side,
      from: '2026-01-01T00:00:00.000Z',
      ...(roles[role].perBase ? { base: 'gasme-C09-yueqing-1' } : {}),
    },
  ],
})

/** A base in memory with a clock that tests turn by hand: judge and evolve, nothing else. */
export const aBase = (options: { readonly now?: string } = {}) => {
  let state: BaseState = unborn('gasme-C09-yueqing-1')
  let now = options.now ?? '2026-11-26T15:00:00.000Z'
  let turn = 0
  const events: BaseEvent[] = []
  const send = (
    command: BaseCommand | BaseNews,
    by: { actor?: Actor; claimRefusal?: ClaimRefusal } = {},
  ): Judgement => {
    turn += 1
    const id = `command-${turn}`
    const judgement = judge(state, {
      envelope: { id, command, now, ...(by.actor === undefined ? {} : { actor: by.actor }) },
      rules: { ...rules, ...(by.claimRefusal === undefined ? {} : { claimRefusal: by.claimRefusal }) },
    })
    if (judgement.ok)
      for (const event of judgement.events) {
        const stored = event.type === 'slot_reserved' ? { ...event, slot: 1 } : event
        state = evolve(state, { seq: state.seq + 1, occurredAt: now, schemaVersion, event: stored, commandId: id })
        events.push(stored)
      }
    return judgement
  }
  return {
    send,
    events,
    state: () => state,
    now: () => now,
    turnTo: (instant: string) => {
      now = instant
    },
    open: (key: string): StepState | undefined => openSteps(state).find((step) => step.key === key),
    nextDueAt: () => nextDueAt(state, rules),
  }
}
export type ABase = ReturnType<typeof aBase>

/** What the first option of a step must bring, from the example cluster. */
export const factsFor = (base: ABase, step: StepState): BroughtFacts | undefined => {
  const definition = full.steps[step.key]
  switch (definition?.brings) {
    case 'dossier':
      return { dossier: aDossier }
    case 'sheet':
      return { sheet: definition.stage === 'nomination' ? aSheet : aReviewSheet }
    case 'team':
      return { team: { members: ['p-dl-1'] } }
    case 'report':
      return {
        report: { year: base.state().stage?.year ?? 0, reportHash: 'e'.repeat(64), lateFundsMonths: 0, findings: 0 },
      }
    default:
      return undefined
  }
}

/** Sends one person's act on an open step; seats beyond the first are taken by the next holders of the role. */
export const act = (
  base: ABase,
  { key, option, number, code }: { key: string; option: string; number?: number; code?: Decide['code'] },
): Judgement => {
  const step = base.open(key)
  if (step === undefined)
    throw new Error(
      `${key} is not open; open: ${openSteps(base.state())
        .map((s) => s.id)
        .join(', ')}`,
    )
  const definition = full.steps[step.key]
  const first = Object.keys(definition?.options ?? {})[0]
  const facts = option === first ? factsFor(base, step) : undefined
  const codes = definition?.options[option]?.codes
  const chosen = code ?? codes?.[0]
  return base.send(
    {
      type: 'decide',
      step: step.id,
      option,
      ...(chosen === undefined ? {} : { code: chosen }),
      ...(facts === undefined ? {} : { facts }),
      ...(definition?.sees === undefined ? {} : { seen: base.state().texts[definition.sees] ?? [] }),
    },
    { actor: holderOf(step.role, number ?? seatFor(base, step)) },
  )
}

/** The lowest numbered holder who may still act: nobody acts twice, and second officers are other people. */
const seatFor = (base: ABase, step: StepState): number => {
  for (let number = 1; number < 20; number += 1) {
    const person = holderOf(step.role, number).person
    const probe = base.state().stage?.steps[step.id]?.acts.some((one) => one.person === person)
    if (probe !== true && !second(base, { step, person })) return number
  }
  throw new Error(`nobody is left for ${step.id}`)
}

const second = (base: ABase, { step, person }: { step: StepState; person: string }): boolean =>
  Object.values(base.state().stage?.steps ?? {}).some(
    (other) => other.role === step.role && other.key !== step.key && other.acts.some((one) => one.person === person),
  )

/** Makes every paper that was ordered, as the document activity would. */
export const makePapers = (base: ABase): void => {
  for (const { order, kind, languages } of base.state().orders)
    base.send({
      type: 'document_made',
      order,
      files: languages.map((language) => ({
        kind,
        language,
        sha256: `${kind}-${language}-${base.state().seq}`,
        size: 1,
      })),
    })
}

export const everyRole = roleCodes
