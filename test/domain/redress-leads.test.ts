import { beforeAll, expect, test } from '@jest/globals'
import { contestedBy } from '../../domain/contested.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { leadHere } from '../../domain/lead-here.js'
import { isFinal } from '../../domain/lifecycle.js'
import type { Lead, Procedure } from '../../domain/procedure.js'
import { roles } from '../../domain/role.js'
import type { BaseState, StepState } from '../../domain/state.js'
import { tell } from '../../domain/telling.js'
import { defined } from '../../domain/values/defined.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { leadsOf } from '../../workers/letters/leads.js'
import { aBase, type ABase, type Saved } from '../support/a-base.js'
import { act, makePapers, stepOf } from '../support/acting.js'
import { play } from '../support/playing.js'
import { bringsFor, broughtTo, planFor, type Choice } from '../support/roads.js'

/** A decision of which redress may be asked, with the base as it waits for that. */
interface Contested {
  readonly name: string
  readonly procedure: Procedure
  readonly at: Saved
}

/** Answers of the programme that may come to a "no" or to a colour that is contested. */
const choicesOf = ({ steps }: Procedure): readonly Choice[] =>
  Object.values(steps).flatMap(({ key, role, order, options }) =>
    roles[role].side === 'programme' && !/^R[012]$/.test(key)
      ? order
          .filter((option) => options[option]?.byClock !== true && mayBeContested(options[option]?.leads))
          .map((option) => ({ key, option }))
      : [],
  )

const mayBeContested = (lead: Lead | undefined): boolean => {
  if (lead === undefined) return false
  if ('to' in lead) return lead.to.some((key) => ['R0', '1.5b', '1.6b', '5.9a', '5.9b', '5.12a'].includes(key))
  return 'end' in lead || ('back' in lead && lead.then !== 'not_offered' && mayBeContested(lead.then))
}

const contestedIn = (procedure: Procedure): readonly Contested[] => {
  const found = new Map<string, Contested>()
  for (const choice of choicesOf(procedure)) {
    const base = broughtTo(choice, procedure)
    if (base === undefined) continue
    const said = { ...planFor(choice, procedure).answers, [choice.key]: choice.option }
    const { length } = base.state().past
    play(base, {
      answers: said,
      brings: bringsFor(said),
      until: (one) => one.open('R0') !== undefined || one.state().past.length > length,
    })
    if (base.open('R0') === undefined) continue
    makePapers(base)
    const name = `${procedure.id} ${contestedOn(base)}`
    if (!found.has(name)) found.set(name, { name, procedure, at: base.saved() })
  }
  return [...found.values()]
}

const contestedOn = (base: ABase): string => {
  const state = base.state()
  const told = tell(lifeOf(state), { state, procedure: base.procedure })
  const of = state.stage?.steps[contestedBy(told, stepOf(base, 'R0')) ?? '']
  return `${of?.key ?? 'a matter'} ${of?.outcome?.option ?? ''} as ${state.status}`
}

type Says = (state: BaseState, asked: { step: StepState; option: string; procedure: Procedure }) => Lead | undefined
const here: Says = (state, asked) => leadHere(state, { ...asked, story: lifeOf })

interface Answer {
  readonly key: StepKey
  readonly option: string
}
const request = { key: 'R0', option: 'request' }
const admit = { key: 'R1', option: 'admit' }
/** Each answer about redress, with those before it. */
const answers: readonly (Answer & { readonly after: readonly Answer[] })[] = [
  { after: [], key: 'R0', option: 'accept' },
  { after: [], key: 'R0', option: 'request' },
  { after: [request], key: 'R1', option: 'refuse' },
  { after: [request], key: 'R1', option: 'admit' },
  { after: [request, admit], key: 'R2', option: 'dismiss' },
  { after: [request, admit], key: 'R2', option: 'uphold' },
]

/** Says it until the step is decided: a panel needs a second voice. */
const answer = (base: ABase, { key, option }: Answer): void => {
  const { id } = stepOf(base, key)
  while (base.state().stage?.steps[id]?.outcome === undefined && base.open(key)?.id === id) {
    const judgement = act(base, { key, option })
    if (!judgement.ok) throw new Error(`${id} ${option}: ${JSON.stringify(judgement.refusal)}`)
  }
  makePapers(base)
}

const cameOf = (base: ABase, since: number): string => {
  const { closed, status } = base.state()
  if (closed) return `ends as ${status}`
  const opened = base
    .events()
    .slice(since)
    .flatMap((event) => (event.type === 'step_opened' ? [event.key] : []))
  return opened.length === 0 ? nothing : toThese(opened)
}

const nothing = 'opens nothing'
const toThese = (keys: readonly StepKey[]): string => `opens ${[...new Set(keys)].toSorted().join(' and ')}`
const inShort = (lead: Lead | undefined): string => {
  if (lead === undefined || 'settles' in lead) return nothing
  if ('end' in lead) return `ends as ${lead.end}`
  return 'to' in lead ? toThese(lead.to) : JSON.stringify(lead)
}

/** What is said of each answer about redress, where it is not what then comes. */
const untrue = (says: Says): readonly string[] =>
  contested.flatMap(({ name, procedure, at }) =>
    answers.flatMap(({ after, key, option }) => {
      const base = aBase({ from: at, procedure })
      for (const one of after) answer(base, one)
      const said = inShort(says(base.state(), { step: stepOf(base, key), option, procedure }))
      const { length } = base.events()
      answer(base, { key, option })
      const came = cameOf(base, length)
      return said === came ? [] : [`${name}: ${key} ${option} ${said}, but ${came}`]
    }),
  )

let contested: readonly Contested[]
beforeAll(() => {
  contested = procedures.flatMap(contestedIn)
  process.stderr.write(`contested: ${contested.map(({ name }) => name).join('\n')}\n`)
})

test('each answer about redress leads where its letter and its form say, whatever decision it is about', () => {
  expect(untrue(here)).toEqual([])
  for (const procedure of procedures)
    expect(contested.filter((one) => one.procedure.id === procedure.id).length).toBeGreaterThan(15)
})

test('that whoever asks for redress ends the matter by it would be found untrue: the twin', () => {
  const asIfEnded: Says = (state, asked) => (isFinal(state.status) ? { end: state.status } : here(state, asked))
  const found = untrue(asIfEnded)
  for (const said of ['R0 request', 'R1 admit', 'R2 uphold'])
    expect(found.some((one) => one.includes(`1.10 decline as declined: ${said} ends as declined, but opens`))).toBe(
      true,
    )
  expect(found.filter((one) => /R0 accept|R1 refuse|R2 dismiss/.test(one))).toEqual([])
})

test('the letter to the place says what comes when it asks for redress, and that accepting ends the matter', () => {
  const ending = contested.find(({ name }) => name.includes('1.10 decline'))
  const base = aBase(defined({ from: ending?.at }))
  const { procedure } = base
  const told = leadsOf(base.state(), { step: stepOf(base, 'R0'), options: ['accept', 'request'], procedure })
  expect(told['accept']?.en).toBe('the matter then ends as "Declined"')
  expect(told['request']).toEqual({
    en: 'please say why; next comes "Admit the request for redress"',
    'zh-CN': '请说明理由；随后为“审查复核申请是否受理”',
  })
})
