import { expect, test } from '@jest/globals'
import type { z } from 'zod'
import { acting } from '../../api/contract/commands/acting.js'
import { paper } from '../../api/contract/commands/paper.js'
import { returning } from '../../api/contract/commands/returning.js'
import { timing } from '../../api/contract/commands/timing.js'
import { who } from '../../api/contract/commands/who.js'
import type { BaseCommand } from '../../domain/command.js'
import { saysWhy } from '../../domain/judge/says-why.js'
import type { Role } from '../../domain/role.js'
import { aNominatedBase, refusalOf, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { someWords } from '../support/filling.js'
import { holderOf } from '../support/an-example.js'
import { entering } from '../support/on-paper.js'
import { playTo } from '../support/playing.js'

type Why = (typeof saysWhy)[number]
interface Told {
  readonly base: () => ABase
  readonly command: Extract<BaseCommand, { type: Why }>
  readonly by: Role
}

const at = (key: string) => (): ABase => playTo(aNominatedBase(), { key })
const invited = (): ABase => {
  const base = at('1.2b')()
  act(base, { key: '1.2b', option: 'invite' })
  return base
}
const onPaper = (): ABase => {
  const base = at('1.7')()
  base.send(entering(base, { key: '1.7', option: 'no_objection' }), { actor: holderOf('CS') })
  return base
}
const ending = (): ABase => {
  const base = at('5.2a')()
  base.send({ type: 'raise', matter: 'ending', code: 'WDR' }, { actor: holderOf('LG') })
  return base
}

/** Each act beside the steps that is negative or an exception, in sound form but for its words. */
const told: { readonly [T in Why]: Told } = {
  hold: { base: at('1.4a'), command: { type: 'hold', code: 'FMJ' }, by: 'PM' },
  withdraw: { base: at('1.4a'), command: { type: 'withdraw', code: 'WDR' }, by: 'LG' },
  revoke: { base: invited, command: { type: 'revoke', step: '1.2b.1', code: 'DAT' }, by: 'PM' },
  propose_void: { base: invited, command: { type: 'propose_void', step: '1.2b.1', code: 'DAT' }, by: 'CS' },
  raise: { base: at('1.4a'), command: { type: 'raise', matter: 'integrity_stop', code: 'INT' }, by: 'CO' },
  take_back: { base: ending, command: { type: 'take_back', matter: 'ending', code: 'GOV' }, by: 'LG' },
  extend: { base: at('1.4a'), command: { type: 'extend', step: '1.4a.1', days: 5, code: 'DAT' }, by: 'PD' },
  reassign: {
    base: at('1.4a'),
    command: { type: 'reassign', step: '1.4a.1', to: holderOf('SO', 2), code: 'LAT' },
    by: 'PD',
  },
  refuse_paper: {
    base: onPaper,
    command: { type: 'refuse_paper', step: '1.7.1', signatory: holderOf('SA').person, code: 'DAT' },
    by: 'PD',
  },
}

test.each(saysWhy)('%s without words is refused, and is taken with them (8.14)', (type) => {
  const { base: begin, command, by } = told[type]
  const base = begin()
  expect(refusalOf(base.send(command, { actor: holderOf(by, 8), isWordless: true }))).toMatchObject({
    code: 'text_required',
    detail: { option: type },
  })
  expect(base.send({ ...command, reason: someWords }, { actor: holderOf(by, 8) }).ok).toBe(true)
})

test.each(saysWhy)('who sends %s over the API has to bring code and words, and its verb says so (8.14)', (type) => {
  const entries = { ...acting, ...paper, ...returning, ...timing, ...who }
  const entry: { readonly body: z.ZodType; readonly verb?: { readonly needs?: readonly (readonly unknown[])[] } } =
    entries[type]
  const problems = entry.body.safeParse({}).error?.issues ?? []
  const missing = problems.map(({ path }) => path.join('.'))
  expect(missing).toEqual(expect.arrayContaining(['code', 'reason']))
  const needs = (entry.verb?.needs ?? []).map(([flags]) => String(flags).split(' ')[0])
  expect(needs).toEqual(expect.arrayContaining(['--code', '--reason']))
})
