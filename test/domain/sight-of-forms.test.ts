import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { visibilityClasses, type FormField, type VisibilityClass } from '../../domain/form/field.js'
import { overIn, type VisitSeen } from '../../domain/gicc/readings-end.js'
import { steps } from '../../domain/gicc/steps.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { answersSeen, formSeen, readSeen, type FormSight } from '../../domain/sight/answers.js'
import { sightMatrix, type Brought } from '../../domain/sight/matrix.js'
import { seenAs } from '../../domain/sight/seen-as.js'
import type { SightForm } from '../../domain/sight/sight-form.js'
import { defined } from '../../domain/values/defined.js'
import { right } from '../support/sight-matrix.js'

const base = 'gasme-C09-yueqing-1'
const now = '2027-06-01T08:00:00.000Z'

/** In which form somebody with one seat sees an answer that somebody else gave. */
const seen = (
  role: Role,
  { interests = [], ...thing }: Omit<Brought, 'person'> & { readonly interests?: readonly string[] },
): SightForm =>
  seenAs(
    {
      person: 'p-me',
      seats: [
        {
          role,
          programme: 'gasme',
          from: '2027-01-01T00:00:00.000Z',
          ...defined({ base: roles[role].perBase ? base : undefined }),
        },
      ],
      interests,
    },
    { thing: { kind: 'answer', of: base, person: 'p-other', ...thing }, moment: { now } },
  )

interface Moment {
  readonly says: string
  readonly isDecided: boolean
  /** Whether the role's own work is over before the decision. */
  readonly isOver?: true
  readonly single?: Brought['single']
}
const moments: readonly Moment[] = [
  { says: 'before the decision', isDecided: false },
  { says: 'after the decision', isDecided: true },
  { says: 'before the decision, when the own work is over', isDecided: false, isOver: true },
  { says: 'a sheet while one is awaited', isDecided: false, single: { of: 'sheet', isSealed: true } },
  {
    says: 'a sheet after all are in, before the score is locked',
    isDecided: true,
    single: { of: 'sheet', isSealed: true },
  },
  { says: 'a sheet after the lock', isDecided: true, single: { of: 'sheet', isSealed: false } },
  { says: 'a vote while the body votes', isDecided: false, single: { of: 'vote', isSealed: true } },
  { says: 'a vote after the body has decided', isDecided: true, single: { of: 'vote', isSealed: false } },
]

/** What the letter of the cell gives, less what is said above the matrix: no sheet is opened early, and one role reads no single vote. */
const rightAt = (role: Role, { readers, moment, isTask }: Cell): SightForm => {
  const form = right(role, { readers, isDecided: moment.isDecided || moment.isOver === true, isTask })
  const isKept = moment.single?.of === 'sheet' ? moment.single.isSealed : moment.single !== undefined && role === 'PD'
  return form !== 'none' && isKept ? 'masked' : form
}

interface Cell {
  readonly readers: VisibilityClass
  readonly moment: Moment
  readonly isTask: boolean
}
const cells = roleCodes.flatMap((role) =>
  visibilityClasses.flatMap((readers) =>
    moments.flatMap((moment) => [false, true].map((isTask) => ({ role, readers, moment, isTask }))),
  ),
)
const wrongCells = (matrix: (role: Role, thing: Omit<Brought, 'person'>) => SightForm): readonly string[] =>
  cells.flatMap(({ role, ...cell }) => {
    const { readers, moment, isTask } = cell
    const { isDecided, isOver, single } = moment
    const thing = {
      readers,
      isDecided,
      tasks: isTask ? [role] : [],
      over: isOver ? [role] : [],
      ...defined({ single }),
    }
    const is = matrix(role, thing)
    return is === rightAt(role, cell) ? [] : [`${role} ${readers} ${moment.says}: ${is}`]
  })

test('29 roles, six classes, eight moments, with and without a task: 0 of 2784 cells are wrong', () => {
  expect(cells).toHaveLength(29 * 6 * 8 * 2)
  expect(wrongCells(seen)).toEqual([])
})

test('the rules page has the matrix as the engine has it, role by role', () => {
  const page = readFileSync('docs/rules/record.md', 'utf8').replaceAll('–', '-')
  const rows = [...page.matchAll(/^\| ([A-Z]{2,3}(?:, [A-Z]{2,3})*) +((?:\| [RTOASL-] [RTOASL-] +){5})\|$/gm)]
  const told = rows.flatMap(([, roles = '', letters = '']) => {
    const pairs = [...letters.matchAll(/[RTOASL-] [RTOASL-]/g)].map(([pair]) => pair)
    return roles.split(', ').map((role) => [role, pairs] as const)
  })
  const ours = roleCodes.map((role) => {
    const { PAR, PRG, COM, CPL, FRM } = sightMatrix[role]
    return [role, [PAR, PRG, COM, CPL, FRM].map((pair) => pair.join(' '))] as const
  })
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(ours))
})

test('a matrix with one letter changed is found wrong: the twin', () => {
  const kept = sightMatrix.PM
  const changed = (role: Role, thing: Omit<Brought, 'person'>): SightForm =>
    role === 'PM' && thing.readers === 'CPL' ? 'whole' : seen(role, thing)
  expect(kept.CPL).toEqual(['S', 'S'])
  expect(wrongCells(changed)).toHaveLength(8 * 2)
})

test('one’s own sheet is one’s own to read while others are awaited, and a declared interest takes all at once (SD5)', () => {
  const sheet: Brought = {
    readers: 'COM',
    person: 'p-me',
    isDecided: false,
    tasks: [],
    single: { of: 'sheet', isSealed: true },
  }
  const { person: _, ...others } = sheet
  expect(seen('EX', others)).toBe('none')
  const mine = { thing: { kind: 'answer', of: base, ...sheet }, moment: { now } } as const
  const seats = [{ role: 'EX' as const, programme: 'gasme', from: '2027-01-01T00:00:00.000Z' }]
  expect(seenAs({ person: 'p-me', seats, interests: [] }, mine)).toBe('whole')
  expect(seenAs({ person: 'p-me', seats, interests: [base] }, mine)).toBe('none')
  for (const role of roleCodes)
    for (const readers of visibilityClasses)
      expect(seen(role, { readers, isDecided: true, tasks: [role], interests: [base] })).toBe('none')
})

const visit = (key: string, outcome: string | null): VisitSeen => ({ key, outcome, isOpen: outcome === null })

test('the team stops reading what is kept close when 2.7 closes, experts at the lock, the panel when the review is published', () => {
  expect(overIn([visit('2.7', null)], 'FRM')).toEqual([])
  expect(overIn([visit('2.7', 'done')], 'FRM')).toEqual(['DL', 'SP', 'SV'])
  expect(overIn([visit('2.7', 'done')], 'PAR')).toEqual([])
  // Sent back, it is open once more.
  expect(overIn([visit('2.7', 'done'), visit('2.7', null)], 'PRG')).toEqual([])
  expect(overIn([visit('1.9b', 'talk')], 'COM')).toEqual([])
  expect(overIn([visit('1.9b', 'talk'), visit('1.9b', 'lock')], 'COM')).toEqual(['EX'])
  expect(overIn([visit('5.6', 'scored'), visit('5.10', null)], 'PRG')).toEqual(['EX'])
  expect(overIn([visit('5.10', 'publish')], 'PRG')).toEqual(['RP'])
  for (const key of ['2.7', '1.9b', '5.6', '5.10']) expect(steps[key]).toBeDefined()
  expect(steps['1.9b']?.order).toContain('lock')
})

const label = { en: 'A', 'zh-CN': '甲' }
const text = (code: string, more: object = {}): FormField => ({
  code,
  kind: 'text',
  label,
  lines: 'one',
  most: 60,
  ...more,
})
const staff: FormField = {
  code: 'firms',
  kind: 'table',
  label,
  most: 40,
  seen: 'FRM',
  columns: [
    { code: 'name', kind: 'text', label, lines: 'one', most: 60 },
    { code: 'jobs', kind: 'number', label, unit: label },
    { code: 'sales', kind: 'number', label, unit: label },
  ],
}
const visits: FormField = {
  code: 'visits',
  kind: 'table',
  label,
  most: 40,
  columns: [
    { code: 'where', kind: 'text', label, lines: 'one', most: 60 },
    { code: 'firm', kind: 'text', label, lines: 'one', most: 60, seen: 'FRM' },
  ],
}
const fields = [text('said'), text('inner', { seen: 'PRG' }), text('facts', { seen: 'CPL' }), staff, visits]
const rows = [30, 20, 25, 15, 10].map((jobs, at) => ({
  id: `r${at}`,
  name: `Firm ${at}`,
  jobs,
  sales: at === 0 ? 900 : 10,
}))
const answers = {
  said: 'a',
  inner: 'b',
  facts: 'c',
  firms: rows,
  visits: [{ id: 'v', where: 'Yueqing', firm: 'Firm 0' }],
}
const eyes = (forms: Partial<Record<VisibilityClass, SightForm>>): FormSight => ({
  form: { fields },
  act: 'decision',
  sees: (readers) => forms[readers] ?? 'none',
})

test('of one form each reads the fields of the own classes, hears of those that are masked, and of the others nothing', () => {
  const place = answersSeen(answers, eyes({ PAR: 'whole' }))
  expect(place).toEqual({
    answers: { said: 'a', visits: [{ id: 'v', where: 'Yueqing' }] },
    withheld: [],
    totals: {},
    isUnnamed: false,
  })
  const manager = answersSeen(answers, eyes({ PAR: 'whole', PRG: 'whole', CPL: 'masked' }))
  expect([Object.keys(manager.answers), manager.withheld]).toEqual([['said', 'inner', 'visits'], ['facts']])
  // What may be left out would tell by its name that it was not.
  const masked = { ...eyes({ COM: 'masked' }), form: { fields, seen: 'COM' as const } }
  const optional = {
    ...masked,
    form: { ...masked.form, fields: fields.map((one) => ({ ...one, optional: true as const })) },
  }
  expect(
    [answersSeen({ said: 'a' }, masked), answersSeen({ said: 'a' }, optional)].map(({ withheld }) => withheld),
  ).toEqual([['said'], []])
  const all = eyes({ PAR: 'whole', PRG: 'whole', CPL: 'whole', FRM: 'whole' })
  expect(answersSeen(answers, all)).toEqual({ answers, withheld: [], totals: {}, isUnnamed: false })
  expect([formSeen(all), formSeen(eyes({ PAR: 'whole' })), formSeen(eyes({}))]).toEqual(['whole', 'part', 'none'])
})

test('data of single firms are told as totals of five firms or more, and no total in which one firm stands out', () => {
  const masked = eyes({ PAR: 'whole', FRM: 'masked' })
  expect(answersSeen(answers, masked)).toMatchObject({ withheld: ['firms'], totals: { firms: { rows: 5, jobs: 100 } } })
  expect(answersSeen(answers, masked).totals['firms']).not.toHaveProperty('sales')
  expect(answersSeen({ ...answers, firms: rows.slice(1) }, masked).totals).toEqual({})
  expect(answersSeen(answers, eyes({ PAR: 'whole' })).totals).toEqual({})
})

test('experts read numbers, choices and reasons, and neither person nor firm nor place, nor words about a single firm', () => {
  const expert = eyes({ PAR: 'unnamed', FRM: 'unnamed' })
  const named: FormField = { code: 'head', kind: 'person', label }
  const seenBy = answersSeen({ ...answers, head: 'p-x' }, { ...expert, form: { fields: [...fields, named] } })
  expect(seenBy.isUnnamed).toBe(true)
  expect(seenBy.withheld).toEqual(['head'])
  expect(seenBy.answers).toEqual({
    said: 'a',
    firms: rows.map(({ name: _, ...row }) => row),
    visits: [{ id: 'v', where: 'Yueqing' }],
  })
})

test('what the engine read is told like the field it was read of, totals and rows too', () => {
  const read = {
    said: 'a',
    facts: 'proven',
    'firms.jobs': 100,
    visits: [{ id: 'v', cells: { where: 'Yueqing', firm: 'Firm 0' } }],
  }
  expect(readSeen(read, eyes({ PAR: 'whole', FRM: 'masked' }))).toEqual({
    said: 'a',
    visits: [{ id: 'v', cells: { where: 'Yueqing' } }],
  })
})

test('where a form confines nothing, a vote and a sheet are the body’s, and a field nobody knows is the programme’s', () => {
  const bare = (act: FormSight['act']): readonly VisibilityClass[] => {
    const asked: VisibilityClass[] = []
    const sees = (readers: VisibilityClass): SightForm => {
      asked.push(readers)
      return 'none'
    }
    answersSeen({ said: 'a', unknown: 'b' }, { form: { fields: [text('said')] }, act, sees })
    return asked
  }
  expect([bare('vote'), bare('sheet'), bare('decision')]).toEqual([
    ['COM', 'COM'],
    ['COM', 'COM'],
    ['PAR', 'PRG'],
  ])
})
