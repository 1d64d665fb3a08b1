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

const loan = { rule: 'SD7', role: 'PM', until: '2027-07-01T16:00:00.000Z', zone: 'Asia/Shanghai' } as const
const limitsOfLoans: readonly Refusal[] = [
  { code: 'seat_decides_nothing', detail: loan },
  { code: 'loan_to_oneself', detail: loan },
  { code: 'loan_beyond_role', detail: { ...loan, named: [], steps: ['3.4'] } },
  { code: 'loan_beyond_role', detail: { ...loan, named: ['1.6a'], steps: ['1.2b', '3.4'] } },
  { code: 'seat_ends_too_soon', detail: { ...loan, from: '2027-07-02T16:00:00.000Z' } },
  { code: 'loan_outlasts_seat', detail: { ...loan, ends: '2027-06-01T16:00:00.000Z' } },
]
const bareInstant = /\d{4}-\d\d-\d\dT/
/** Latin words of three letters or more, which no code that is typed again is made of. */
const english = /[A-Za-z]{3,}/

test('what limits a loan is told in either language alone, its moments by hour of the place and of the programme', () => {
  const told = limitsOfLoans.map((no) => refusalInWords(no, 'zh-CN').says)
  expect(told.filter((says) => english.test(says) || bareInstant.test(says))).toEqual([])
  expect(told.slice(-2)).toEqual([
    '规则 SD7：任期将于 2027年7月1日24时（北京时间；纽约时间12时）结束，而结束时间须晚于 2027年7月2日24时（北京时间；纽约时间12时）。',
    '规则 SD7：拟委托至 2027年7月1日24时（北京时间；纽约时间12时），而您本人担任项目经理的任期于 2027年6月1日24时（北京时间；纽约时间12时）结束。',
  ])
  const inEnglish = limitsOfLoans.map((no) => refusalInWords(no, 'en').says)
  expect(inEnglish.filter((says) => bareInstant.test(says))).toEqual([])
  expect(inEnglish[0]).toBe('Rule SD7: whoever sits as programme manager decides no step, so there is nothing to lend.')
})

test('the same limits as the core has them would be told by bare instants: the twin', () => {
  expect(limitsOfLoans.filter((no) => bareInstant.test(refusalText(no, 'zh-CN').says)).length).toBe(2)
})

test('any office of a side is a phrase of the sentence, in either language', () => {
  const no = {
    code: 'not_your_role',
    detail: { step: 'declare_interest', needs: 'programme_seat', have: ['LG'] },
  } as const
  expect(refusalInWords(no, 'en')).toMatchObject({
    says: 'Declaring an interest is decided by: any office of the programme; you act as: local government.',
    next: expect.stringMatching(/^Ask a person who holds the seat of any office of the programme for this base,/),
  })
  expect(refusalInWords(no, 'zh-CN')).toMatchObject({
    says: '“声明利益关系”由项目一方任一职务决定；您的身份为：地方政府。',
    next: expect.stringMatching(/^请由在本基地担任项目一方任一职务的人员办理/),
  })
})

test('a matter and an entry of the register are called what they are, and not a step or by a word of the code', () => {
  const unsaid = { code: 'facts_missing', detail: { step: 'force_majeure', needs: 'until' } } as const
  expect(refusalInWords(unsaid, 'zh-CN').says).toBe('“因不可抗力暂停办理”须提交：截止日期（until）。')
  expect(refusalInWords(unsaid, 'en').says).toMatch(/ must bring: the day on which it ends \(until\)\.$/)
  expect(refusalInWords(unsaid, 'en').says).not.toMatch(/^Step/)
  const strange = { code: 'not_registered', detail: { kind: 'organisation', id: 'o-nix' } } as const
  expect(refusalInWords(strange, 'zh-CN').says).toBe('项目未登记机构 o-nix。')
  expect(refusalInWords(strange, 'en').says).toBe('The programme has no organisation o-nix.')
})

test('a reason code of another option is said to be one that does not fit, and not to be missing', () => {
  const unfit = {
    code: 'code_not_fitting',
    detail: { step: '1.2b.1', option: 'decline', code: 'INC', allowed: ['INE', 'CAP'] },
  } as const
  expect(refusalInWords(unfit, 'en').says).toMatch(
    /^The reason code INC \(.+\) does not fit "decline \(.+\)" on step 1\.2b\.1 \(.+\); those that do: INE \(.+\), CAP \(.+\)\.$/,
  )
  expect(refusalInWords(unfit, 'zh-CN').says).toMatch(/^理由代码 INC \(.+\) 不适用于步骤 1\.2b\.1 .+；适用的有：INE /)
})
