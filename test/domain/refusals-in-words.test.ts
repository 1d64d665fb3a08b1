import { expect, test } from '@jest/globals'
import { apiProblemText } from '../../api/problem-text.js'
import { locales } from '../../domain/locale.js'
import { refusalCodes, refusalText, type Refusal } from '../../domain/refusal.js'
import { roleCodes } from '../../domain/role.js'
import { refusalInWords } from '../../domain/words/refusals.js'
import { refusalOf } from '../support/a-base.js'
import { refusedCases } from './refused/every-case.js'

/** A role code that stands by itself in a sentence, as nobody outside the office would know it. */
const bareRole = new RegExp(`(?<![\\w.:-])(?:${roleCodes.join('|')})(?![\\w.:-])`, 'u')

/** A "no" of a code that is about one role, in every place where the engine names roles; lists read as texts do. */
const filledWith = (code: Refusal['code'], role: string): unknown => ({
  code,
  detail: new Proxy(
    {},
    {
      get: (_, field) => {
        if (field === 'signedBy') return undefined
        // Labels of a form, which is data of the procedure: no role is put in there.
        if (field === 'faults' || field === 'fields' || field === 'parts' || field === 'gates') return []
        if (field === 'due') return 'before_signature'
        if (field === 'verdict') return 'open_hit'
        if (field === 'only') return 'accepted'
        if (field === 'need') return 'proposal'
        return [roleFields.has(String(field)) ? role : '1.4a.1']
      },
    },
  ),
})
/** Where the engine puts roles into a "no". */
const roleFields = new Set(['needs', 'have', 'holds', 'role', 'by'])
const isNo = (no: unknown): no is Refusal => typeof no === 'object' && no !== null && 'code' in no

const everyNo = refusalCodes.flatMap((code) => roleCodes.map((role) => filledWith(code, role)).filter(isNo))
const saidBy = (say: typeof refusalInWords) => (no: Refusal) =>
  locales.map((locale) => {
    const { says, next } = say(no, locale)
    return `${no.code}: ${says} ${next}`
  })

test('no sentence of the catalogue, whichever role it is about, names a role by its code', () => {
  expect(everyNo.length).toBe(refusalCodes.length * roleCodes.length)
  expect(everyNo.flatMap(saidBy(refusalInWords)).filter((said) => bareRole.test(said))).toEqual([])
})

test('put before people as the core has it, it would', () => {
  expect(everyNo.flatMap(saidBy(refusalText)).filter((said) => bareRole.test(said)).length).toBeGreaterThan(100)
})

test('what the core really refuses names roles by name as well, and leaves no code of another fact behind', () => {
  const real = refusedCases.map(({ base: before, command, actor, claimRefusal, isWordless }) => {
    const base = before()
    return refusalOf(base.send(command(base), { actor, claimRefusal, isWordless }))
  })
  expect(real.length).toBeGreaterThan(100)
  expect(real.flatMap(saidBy(refusalInWords)).filter((said) => bareRole.test(said))).toEqual([])
})

const notYours: Refusal = { code: 'not_your_role', detail: { step: '1.7.1', needs: 'SA', have: ['CLO', 'EN'] } }

test('a person reads which seat it needs and which step it is, in either language', () => {
  expect(refusalInWords(notYours, 'en').says).toBe(
    'Step 1.7.1 (State the position of the superior authority) is decided by: superior authority; you act as: cluster organisation, enterprise representative.',
  )
  expect(refusalInWords(notYours, 'zh-CN').says).toMatch(
    /^步骤 1\.7\.1 \(.+\) 由上级主管部门决定；您的身份为：集群促进机构, 企业代表。$/,
  )
})

test('an option, a reason code and a status are said with what they stand for', () => {
  const used: Refusal = {
    code: 'option_used_up',
    detail: { step: '1.4a.2', option: 'return', limit: 1, allowed: ['complete'] },
  }
  expect(refusalInWords(used, 'en').says).toMatch(
    /^"return \(.+\)" on step 1\.4a\.2 \(.+\) was used 1 time.*: complete \(.+\)\.$/,
  )
  const uncoded: Refusal = { code: 'code_required', detail: { step: '1.4a.1', option: 'return', allowed: ['INC'] } }
  expect(refusalInWords(uncoded, 'en').says).toMatch(/INC \(.+\)/)
  const closed: Refusal = { code: 'base_closed', detail: { base: 'gasme-C09-yueqing-1', status: 'ended_by_agreement' } }
  expect(refusalInWords(closed, 'en').says).toBe('Base gasme-C09-yueqing-1 is closed as Ended by agreement.')
})

test('a seat that the edge asks for is named too', () => {
  const no = { code: 'not_permitted', detail: { roles: ['AU', 'AD'], programme: 'gasme' } } as const
  expect(apiProblemText(no, 'en').says).toBe(
    'This needs a seat as auditor or system administrator of gasme; you hold no such seat.',
  )
  expect(apiProblemText(no, 'zh-CN').says).toBe('此操作需要 gasme 的审计员或系统管理员席位；您没有相应席位。')
})
