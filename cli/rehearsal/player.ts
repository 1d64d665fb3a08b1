import type { z } from 'zod'
import { AcceptedResponse, CreatedResponse } from '../../api/contract/answer.js'
import { BaseResponse } from '../../api/contract/base.js'
import { FormResponse } from '../../api/contract/form.js'
import { StepResponse } from '../../api/contract/step.js'
import type { DecisionBody } from '../../api/contract/step.js'
import { plainDate } from '../../domain/calendar-date.js'
import type { FormAnswers, Form } from '../../domain/form/form.js'
import { exampleAnswers } from '../../domain/form/example.js'
import { listed } from '../../domain/form/kinds/kind.js'
import { exhibitsIn } from '../../domain/form/read.js'
import { gatherer } from '../../domain/subjects.js'
import { steps } from '../../domain/gicc/steps.js'
import type { Role } from '../../domain/role.js'
import { CliFailure, exits, Refused } from '../failure.js'
import type { Exit } from '../failure.js'
import type { Person } from '../sample-data.js'
import { answerOn, byClock, ranked, rankedInSession } from './answers.js'
import { broughtBy } from './brought.js'
import { asking, pointed, pointsAway } from '../forms/pointed.js'
import { meetConditions, noteProposed } from './conditions.js'
import { countIn } from './counted.js'
import { filledIn, proven } from './filled/filled-in.js'
import { visitOf, wakesAt } from './pace.js'
import { checkBrought, proofFor } from './proofs.js'
import { actorsFor, teamFor } from './cast.js'
import type { Scene } from './cast.js'
import type { ScriptedAnswer } from './story.js'
import type { CastBase, OpenStep, Player, Theatre } from './theatre.js'
import { defined } from '../../domain/values/defined.js'
import type { ProcedureId } from '../../domain/procedure-id.js'
import { remarks } from './on-the-text.js'

/** Who reads for the rehearsal: the auditor sees everything and changes nothing (SD9). */
export const reader = 'p-au-1'

/** Nominates a cluster in the open call of a rehearsal; the place is then asked for its letter (1.2a). */
export const nominate = async (
  { client }: Theatre,
  { programme, procedure, ...player }: CastBase & Nomination,
): Promise<Player> => {
  const { base } = await client.post(`/programmes/${programme}/bases`, {
    schema: CreatedResponse,
    as: 'p-pm-1',
    body: { cluster: player.cluster, invited: false, ...defined({ procedure }) },
  })
  const view = await client.get(`/bases/${base}`, { schema: BaseResponse, as: reader })
  return entering(player, { base, view })
}

/** Somebody's base as it enters the stage: nothing was done, brought or proposed yet. */
export const entering = (cast: CastBase, { base, view }: Pick<Player, 'base' | 'view'>): Player => ({
  ...cast,
  base,
  view,
  deeds: [],
  proofs: [],
  proposed: [],
  counted: { facts: 0, findings: 0, figures: 0 },
  open: [],
})

interface Nomination {
  readonly programme: string
  readonly procedure?: ProcedureId | undefined
}

/** Reads again where the base stands and what is open. */
export const look = async ({ client }: Theatre, player: Player): Promise<void> => {
  const [view, open] = await Promise.all([
    client.get(`/bases/${player.base}`, { schema: BaseResponse, as: reader }),
    client.all(`/bases/${player.base}/steps?open=true`, { schema: StepResponse, as: reader }),
  ])
  player.view = view
  player.open = isOver(player) ? [] : open
}

/** The base is closed: only a new nomination could follow. A status may be final earlier, while its notice is due. */
export const isOver = ({ view }: Player): boolean => view.closed

/** Yearly reviews completed after activation. */
export const reviewsOf = ({ view }: Player): number =>
  view.stages.filter(({ stage, leftAt }) => stage === 'yearly_review' && leftAt !== null).length

/** It has had the yearly reviews of its script: from then on it rests where the script says. */
export const hasHadYears = (player: Player): boolean => reviewsOf(player) >= player.script.years

/** Everything that is open is left open by its script, a session that ranks it among that; a script without a rest ends anywhere. */
export const hasComeToRest = ({ open, view, script: { rests } }: Player): boolean => {
  if (rests.length === 0) return true
  if (view.awaitsSession && open.length === 0) return rests.includes(rankedInSession)
  return open.length > 0 && open.every(({ key }) => rests.includes(key))
}

/** The open steps on which somebody would act now, leaving out those that are decided in rank order. */
export const ready = (stage: Theatre, player: Player): readonly OpenStep[] =>
  player.open.filter((step) => !ranked.includes(step.key) && isAwake(stage, { player, step }))

/** The open step of the player that is decided in rank order, when somebody would act on it now. */
export const rankedStep = (stage: Theatre, player: Player): OpenStep | undefined =>
  player.open.find((step) => ranked.includes(step.key) && isAwake(stage, { player, step }))

const isAwake = (stage: Theatre, { player, step }: { player: Player; step: OpenStep }): boolean => {
  if (byClock.includes(step.key) || planned(player, step).waits === true) return false
  if (hasHadYears(player) && player.script.rests.includes(step.key)) return false
  if (step.sees !== undefined && step.sees.hashes.length === 0) return false
  const wakes = wakesAt(player, step)
  return wakes === undefined || wakes <= stage.now()
}

const planned = ({ play }: Player, step: OpenStep): ScriptedAnswer & { readonly option: string } =>
  answerOn({ key: step.key, visit: visitOf(step) }, play)

/** Lets as many people act on a step as it needs; true when somebody did. */
export const actOn = async (stage: Theatre, { player, step }: { player: Player; step: OpenStep }): Promise<boolean> => {
  const before = step.acts.map(({ person }) => person)
  const actors = actorsFor(stage.people, { ...sceneOf(player), key: step.key, role: step.role, acted: before })
  if (actors.length === 0)
    throw broken(player, { what: `nobody of the sample people may act on ${step.key} as ${step.role}` })
  let place = before.length
  for (const actor of actors) {
    const closed = await decide(stage, { player, step, actor, place })
    place += 1
    if (closed || place >= step.seats) return true
  }
  return place > before.length
}

/** Lets the next person who may act on a step do so, and nobody else. */
export const actOnce = async (stage: Theatre, { player, step }: { player: Player; step: OpenStep }): Promise<void> => {
  const acted = step.acts.map(({ person }) => person)
  const [actor] = actorsFor(stage.people, { ...sceneOf(player), key: step.key, role: step.role, acted })
  if (actor === undefined) throw broken(player, { what: `nobody of the sample people may act on ${step.key}` })
  await decide(stage, { player, step, actor, place: acted.length })
}

/** Who would act first on a step that is not open yet, in that role; undefined where nobody of the sample people holds it. */
export const whoWouldAct = (
  { people }: Pick<Theatre, 'people'>,
  { player, key, role }: { readonly player: Player; readonly key: string; readonly role: Role },
): Person | undefined => actorsFor(people, { ...sceneOf(player), key, role })[0]

const sceneOf = (player: Player): Omit<Scene, 'key' | 'role'> => ({
  cluster: player.cluster,
  country: player.country,
  stageNo: player.view.stages.length,
  deeds: player.deeds,
  acted: [],
  turn: player.turn,
})

interface Act {
  readonly player: Player
  readonly step: OpenStep
  readonly actor: Person
  readonly place: number
}

/** One person's act. True when the step is closed by it, or was closed by the clock before it arrived. */
const decide = async (stage: Theatre, act: Act): Promise<boolean> => {
  const { player, step, actor } = act
  try {
    const { entries } = await stage.client.post(`/bases/${player.base}/steps/${step.id}/decisions`, {
      schema: AcceptedResponse,
      as: actor.id,
      body: await bodyOf(stage, act),
    })
    player.deeds.push({ person: actor.id, key: step.key, stageNo: player.view.stages.length })
    return entries.some(({ type }) => type === 'step_closed')
  } catch (error) {
    if (error instanceof Refused && isOvertaken(error.problem.code)) return true
    if (error instanceof CliFailure)
      throw broken(player, { what: `${actor.id} on ${step.id}: ${error.message}`, exit: error.exit })
    throw error
  }
}

/**
 * The matter moved on between looking and acting, or the base's own clock is a moment behind the rehearsal's and a
 * notice still runs: the next look shows which.
 */
const isOvertaken = (code: string): boolean => overtaking.includes(code)
const overtaking = [
  'step_already_decided',
  'unknown_step',
  'notice_running',
  'base_closed',
  'base_on_hold',
  // Another paper that the step is about was made after the look.
  'text_changed',
]

const bodyOf = async (stage: Theatre, act: Act): Promise<DecisionBody> => {
  const { player, step } = act
  const answer = planned(player, step)
  await meetConditions(stage, { player, step, actor: act.actor.id })
  await remarks(stage, { player, step, option: answer.option, actor: act.actor.id })
  const { codes = [], needs = [] } = step.options.find(({ option }) => option === answer.option) ?? {}
  const code = codes.length === 0 ? undefined : (answer.code ?? codes[0])
  return {
    option: answer.option,
    ...defined({
      code,
      reason: needs.includes('reason') ? saidOn(player, step) : undefined,
      seen: step.sees === undefined ? undefined : step.sees.hashes,
      form: await formOf(stage, act),
      noInterest: step.asksInterest ? true : undefined,
    }),
  }
}

/** What is said with a decision: plainly invented, in both languages. */
const saidOn = ({ script: { says } }: Player, { key }: OpenStep): string => {
  const { en = 'Invented for rehearsal.', 'zh-CN': chinese = '为演练虚构。' } = says[key] ?? {}
  return `${en} ${chinese}`
}

/** What is filled in with a decision, with what proves it; nothing where the step has no form. */
const formOf = async (stage: Theatre, act: Act): Promise<FormAnswers | undefined> => {
  const { player, step, actor, place } = act
  const form = steps[step.key]?.form
  if (form === undefined) return undefined
  const answer = planned(player, step)
  const year = player.view.stages.at(-1)?.year ?? 0
  const played = broughtBy(player.play, {
    brings: step.brings,
    key: step.key,
    place,
    answer,
    review: { no: reviewsOf(player) + 1, year },
    team: () => teamFor(stage.people, sceneOf(player)),
    turn: player.turn,
    hasPlan: player.deeds.some(({ key }) => key === '4.5a'),
  })
  const today = plainDate(player.view.lastEntryAt.slice(0, 'YYYY-MM-DD'.length))
  const looking = { player, step, as: actor.id }
  const given = form.changesOnly === undefined ? {} : (await shownTo(stage, looking)).prefilled
  const proposed = played?.sheet === undefined ? undefined : await proposalFor(stage, looking)
  const shown = pointsAway(form) || gatherer(form) !== undefined ? await shownTo(stage, looking) : undefined
  const example = filledIn(shown === undefined ? form : asking(form, shown), {
    option: answer.option,
    number: place + 1,
    played,
    today,
    year,
    given: { ...given, ...(shown && everybody(form, { option: answer.option, shown })) },
    ...defined({ proposed }),
  })
  const answers = shown === undefined ? example : pointed(form, { answers: example, shown })
  noteProposed(player, { step, answers })
  countIn(player.counted, { form, answers })
  await checkBrought(stage, { player, step, actor: actor.id })
  const cited = exhibitsIn(given)
  return await proven(answers, (one) =>
    cited.includes(one) ? Promise.resolve(one) : proofFor(stage, { player, actor: actor.id, example: one }),
  )
}

/** Whoever is known to be screened, and as many invented beside them as the form asks for at least. */
const everybody = (
  form: Form,
  { option, shown: { prefilled } }: { readonly option: string; readonly shown: z.output<typeof FormResponse> },
): FormAnswers => {
  const table = gatherer(form)
  if (table === undefined) return {}
  const known = listed(prefilled[table.code])
  const invented = listed(exampleAnswers(form, { option })[table.code]).slice(known.length)
  return { [table.code]: [...known, ...invented] }
}

interface Looking {
  readonly player: Player
  readonly step: OpenStep
  readonly as: string
}

/** The form of a step as its holder sees it. */
const shownTo = ({ client }: Theatre, { player, step, as }: Looking) =>
  client.get(`/bases/${player.base}/steps/${step.id}/form`, { schema: FormResponse, as })

/** What the form of a sheet has filled in beforehand: the points that the figures propose, by part. */
const proposalFor = async (stage: Theatre, looking: Looking): Promise<Readonly<Record<string, number>>> => {
  const { prefilled } = await shownTo(stage, looking)
  return Object.fromEntries(
    Object.entries(prefilled).flatMap(([part, points]) => (typeof points === 'number' ? [[part, points]] : [])),
  )
}

const broken = ({ base }: Player, { what, exit = exits.refused }: { what: string; exit?: Exit }): CliFailure =>
  new CliFailure(`${base}: ${what}`, exit)
