import type { ABase } from '../../support/a-base.js'
import type { ReadValues } from '../../../domain/form/read-values.js'
import type { Decide } from '../../../domain/command.js'
import { indicatorCodes, indicatorOf } from '../../../domain/indicators.js'
import { aBaseline, holderOf } from '../../support/an-example.js'
import { at, choosing, choosingWith, lacking, type RefusedCase } from './case.js'
import { decisionOn, stepOf } from '../../support/acting.js'
import { proposedPoints, proposedYear, sheetWith } from '../../support/a-year.js'
import { someWords } from '../../support/filling.js'

/** The form of a decision with something in what the engine reads of it changed. */
const reading =
  (key: string, { option, ...change }: { readonly option: string } & ReadValues) =>
  (base: ABase): Decide => {
    const sound = decisionOn(base, { step: stepOf(base, key), option })
    const form = sound.form ?? { version: 1, content: someWords, read: {} }
    return { ...sound, form: { ...form, read: { ...form.read, ...change } } }
  }

/** A completeness check by which one of the fourteen parts is missing, with the option that says that none is. */
const onePartMissing = (base: ABase): Decide => {
  const { read = {} } = decisionOn(base, { step: stepOf(base, '1.4a'), option: 'return' }).form ?? {}
  const { missing: _, 'missing.items': __, ...parts } = read
  return { ...choosing('1.4a', 'complete')(base), form: { version: 1, content: someWords, read: parts } }
}

/** A draft finding that corrects one value of the report. */
const correcting = (indicator: string, { before, after }: { readonly before: number; readonly after: number }) =>
  reading('5.7a', {
    option: 'send',
    corrections: [{ id: 'r1', cells: { indicator, before, after } }],
    'corrections.all': 1,
  })
const [reported] = aBaseline.filter(({ indicator }) => indicatorOf(indicator).unit === '%')
const { indicator: share = '', target: stood = 0 } = reported ?? {}
const unreported = indicatorCodes.find((code) => aBaseline.every(({ indicator }) => indicator !== code)) ?? ''
const corrects = correcting(share, { before: stood, after: stood - 1 })

/** No to corrections that are not held to the report (5.7). */
const correctionCases: readonly RefusedCase[] = [
  {
    says: 'a correction is of an indicator that the report names',
    command: correcting(unreported, { before: 1, after: 2 }),
  },
  { says: 'a correction begins with the value that was reported', command: correcting(share, { before: 1, after: 2 }) },
  { says: 'the reported value is no correction', command: correcting(share, { before: stood, after: stood }) },
  {
    says: 'a corrected value lies in the range of its unit',
    command: correcting(share, { before: stood, after: 101 }),
  },
].map((one) => ({
  ...one,
  code: 'form_malformed' as const,
  base: at('5.7a'),
  actor: holderOf('CS'),
  twin: { command: corrects },
}))

/** A base of which somebody outside was asked about one activity. */
const askedOutside = (): ABase => {
  const base = at('1.2b')()
  base.send({ type: 'ask_third_party', confirmation: 'q-1', activity: 'x.1:rows-r1' }, { actor: holderOf('CLO') })
  return base
}
const citing =
  (activity: string) =>
  (base: ABase): Decide => {
    const sound = choosing('1.2b', 'invite')(base)
    const form = sound.form ?? { version: 1, content: someWords, read: {} }
    return { ...sound, form: { ...form, exhibits: [activity] } }
  }
const besideTheScore = (overrides: boolean) => reading('5.8', { option: 'green_with_advice', overrides })

/** "No" to what was filled in, judged by what of it travels. */
export const formCases: readonly RefusedCase[] = [
  ...correctionCases,
  {
    says: 'what is cited was brought, or is an activity about which somebody outside was asked (8.6)',
    code: 'exhibit_unknown',
    detail: { exhibit: 'x.1:rows-r2' },
    base: askedOutside,
    command: citing('x.1:rows-r2'),
    actor: holderOf('PM'),
    twin: { command: citing('x.1:rows-r1') },
  },
  {
    says: 'a vote for the colour next to the one called for says that it is one, and brings a fact (5.8)',
    code: 'form_malformed',
    base: at('5.8'),
    command: besideTheScore(false),
    actor: holderOf('RP'),
    twin: { command: besideTheScore(true) },
  },
  {
    says: 'a step with a form is decided with it',
    code: 'form_missing',
    detail: { option: 'invite' },
    base: at('1.2b'),
    command: lacking('form', { key: '1.2b', option: 'invite' }),
    isWordless: true,
    actor: holderOf('PM'),
    twin: { command: choosing('1.2b', 'invite') },
  },
  {
    says: 'an option that its form has to bear is not taken without the form, though no field of it is asked for with each option',
    code: 'form_missing',
    detail: { option: 'recommend_with_conditions' },
    base: at('2.8'),
    command: lacking('form', { key: '2.8', option: 'recommend_with_conditions' }),
    isWordless: true,
    actor: holderOf('CM'),
    twin: { command: choosing('2.8', 'recommend_with_conditions') },
  },
  {
    says: 'what is read of a form is of the list it is chosen from',
    code: 'form_malformed',
    base: at('1.2b'),
    command: reading('1.2b', { option: 'invite', track: 'express' }),
    actor: holderOf('PM'),
    twin: { command: reading('1.2b', { option: 'invite', track: 'specialist' }) },
  },
  {
    says: 'what a person could have written is read of no form',
    code: 'form_malformed',
    base: at('1.2b'),
    command: reading('1.2b', { option: 'invite', message: 'We know the mayor.' }),
    actor: holderOf('PM'),
    twin: { command: reading('1.2b', { option: 'invite' }) },
  },
  {
    says: 'a dossier with a part missing is not found complete',
    code: 'form_bears_not',
    base: at('1.4a'),
    command: onePartMissing,
    actor: holderOf('SO'),
    twin: { command: choosing('1.4a', 'complete') },
  },
  {
    says: 'what was filled in by another version of a form is not read by this one',
    code: 'form_of_other_version',
    detail: { got: 7, current: 1 },
    base: at('1.2b'),
    command: (base) => {
      const sound = choosing('1.2b', 'invite')(base)
      const { content = someWords, read = {} } = sound.form ?? {}
      return { ...sound, form: { version: 7, content, read } }
    },
    actor: holderOf('PM'),
    twin: { command: choosing('1.2b', 'invite') },
  },
  {
    says: 'a step that asks for no form takes none',
    code: 'form_not_asked',
    base: at('3.2a'),
    command: (base) =>
      choosingWith('3.2a', { option: 'ready', form: { version: 1, content: someWords, read: {} } })(base),
    actor: holderOf('PM'),
    twin: { command: choosing('3.2a', 'ready') },
  },
  {
    says: 'a sheet lies at most a fifth of a part off what the figures propose (5.6)',
    code: 'sheet_off_proposal',
    base: proposedYear,
    command: (base) =>
      sheetWith({ governance: (proposedPoints(base)['governance'] ?? 0) + 2.41 }, ['governance'])(base),
    actor: holderOf('EX', 2),
    twin: {
      command: (base) =>
        sheetWith({ governance: (proposedPoints(base)['governance'] ?? 0) + 2.4 }, ['governance'])(base),
    },
  },
  {
    says: 'a part that is not as proposed has its reason (5.6)',
    code: 'sheet_off_proposal',
    base: proposedYear,
    command: sheetWith({ governance: 8 }),
    actor: holderOf('EX', 2),
    twin: { command: sheetWith({ governance: 8 }, ['governance']) },
  },
  {
    says: 'the part "evidence" is counted and not judged (5.6)',
    code: 'sheet_off_proposal',
    base: proposedYear,
    command: sheetWith({ evidence: 9 }),
    actor: holderOf('EX', 2),
    twin: { command: sheetWith({}) },
  },
]
