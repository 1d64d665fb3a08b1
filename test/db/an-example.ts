import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AnyEvent } from '../../domain/event.js'
import type { By } from '../../domain/values/by.js'
import type { BaseView, RecordRequest, RecordResult } from '../../domain/record.js'
import type { Claim } from '../../domain/claims.js'
import type { Role } from '../../domain/role.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { saveClusters } from '../../db/writes/clusters.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { defined } from '../../domain/values/defined.js'

type Db = Kysely<Database>

export const morning = '2027-01-04T09:00:00.000Z'
export const due = '2027-01-25T05:00:00.000Z'
export const yueqing = 'gasme-C09-yueqing-1'
export const limits = { slots: 10, capPerCategory: 2, capPerProvince: 3, shortlistFactor: 1.5 }

/** A UUID that is always the same for the same words. */
export const idOf = (words: string): string =>
  createHash('sha256')
    .update(words)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

export const by = (role: Role): By => ({
  person: `p-${role}`,
  role,
  mandate: `m-${role}`,
  onBehalfOf: 'o-programme',
})

export const viewOf = (base: string, changes: Partial<BaseView> = {}): BaseView => ({
  programme: 'gasme',
  cluster: base.replace(/^gasme-|-\d+$/g, ''),
  call: '2027',
  category: `category of ${base}`,
  province: `province of ${base}`,
  country: 'CN',
  overlaps: [],
  recordHash: 'a'.repeat(64),
  stage: 'nomination',
  status: 'nominated',
  procedure: 'full',
  awaitsSession: false,
  reviews: 0,
  missingParts: [3, 7],
  undated: [],
  closed: false,
  nextDueAt: due,
  rehearsal: false,
  ...changes,
})

export interface Act {
  readonly base?: string
  readonly name: string
  readonly after: number
  readonly events: readonly AnyEvent[]
  readonly claims?: readonly Claim[]
  readonly view?: Partial<BaseView>
  readonly as?: Role
  readonly at?: string
}

/** A request as the workflow of a base sends it. */
export const requestOf = ({
  base = yueqing,
  name,
  after,
  events,
  claims = [],
  view,
  as,
  at = morning,
}: Act): RecordRequest => ({
  stream: base,
  kind: 'base',
  commandId: idOf(`${base} ${name}`),
  expectedHead: after,
  events,
  ...defined({ by: as ? by(as) : undefined }),
  channel: as ? 'api' : 'machine',
  occurredAt: at,
  rulesVersion: '2026.1',
  workflowRun: 'run-1',
  claims,
  limits,
  view: viewOf(base, view),
})

export const nominated = (base: string): AnyEvent => ({
  type: 'base_nominated',
  programme: 'gasme',
  call: '2027',
  windowEnds: due,
  cluster: {
    cluster: viewOf(base).cluster,
    category: 'electric',
    province: 'CN-ZJ',
    country: 'CN',
    zone: 'Asia/Shanghai',
    overlaps: [],
    readings: [],
    recordHash: 'a'.repeat(64),
  },
  languages: ['en', 'zh-CN'],
  partsAtHand: [],
  invited: true,
  rehearsal: false,
  by: by('PM'),
})

export const stepOpened = (step: string, role: Role): Extract<AnyEvent, { type: 'step_opened' }> => ({
  type: 'step_opened',
  step,
  key: step.slice(0, step.lastIndexOf('.')),
  role,
  dueAt: due,
  calendar: 'CN@Asia/Shanghai',
  alarms: [],
  seats: 1,
})

/** Nominates a base whose dossier step 1.3 is open: three entries. */
export const nominate = (
  db: Db,
  { base = yueqing, view = {} }: { base?: string; view?: Partial<BaseView> } = {},
): Promise<RecordResult> =>
  recordEntries(
    db,
    requestOf({
      base,
      name: 'nominate',
      after: 0,
      as: 'PM',
      view,
      claims: [{ claim: 'cluster', programme: 'gasme', cluster: viewOf(base).cluster }],
      events: [
        nominated(base),
        { type: 'stage_entered', stage: 'nomination', no: 1, procedure: 'full', rulesVersion: '2026.1' },
        stepOpened('1.3.1', 'LG'),
      ],
    }),
  )

/** Hands in the dossier of 1.3 and opens its check: four entries after the first three. */
export const handInDossier = (base = yueqing): RecordRequest =>
  requestOf({
    base,
    name: 'hand in the dossier',
    after: 3,
    as: 'LG',
    view: { status: 'screening' },
    claims: [{ claim: 'mandate', mandate: 'm-LG' }],
    events: [
      { type: 'step_acted', step: '1.3.1', key: '1.3', option: 'submit', by: by('LG') },
      { type: 'step_closed', step: '1.3.1', key: '1.3', option: 'submit', how: 'act' },
      { type: 'status_changed', from: 'nominated', to: 'screening' },
      stepOpened('1.4.1', 'SO'),
    ],
  })

/** The standing programme with one person for each of some roles; the local government answers for Yueqing only. */
export async function foundProgramme(db: Db, others: readonly Role[] = []): Promise<void> {
  const roles: readonly Role[] = ['PM', 'SO', 'LG', ...others]
  await createProgramme(db, {
    id: 'gasme',
    namespace: 'cornerstone',
    rehearsal: false,
    procedure: 'full',
    at: morning,
    label: { en: 'Cooperation bases', 'zh-CN': '合作基地' },
  })
  await savePeople(db, {
    people: roles.map((role) => ({
      id: `p-${role}`,
      name: { en: `Holder of ${role}`, local: role },
      email: `${role}@example.org`,
      language: 'en',
    })),
    organisations: [
      { programme: 'gasme', id: 'o-programme', name: { en: 'The programme', local: '项目' }, country: 'US' },
    ],
  })
  await saveBootstrapMandates(db, {
    programme: 'gasme',
    mandates: roles.map((role) => ({
      id: `m-${role}`,
      person: `p-${role}`,
      organisation: 'o-programme',
      role,
      from: '2026-01-01T00:00:00.000Z',
      ...defined({ base: role === 'LG' ? yueqing : undefined }),
    })),
  })
  const names = { name: 'Yueqing low-voltage', place: 'Yueqing', government: 'City of Yueqing', industry: 'Electric' }
  await saveClusters(db, {
    programme: 'gasme',
    clusters: [
      { id: 'C09-yueqing', record: { id: 'C09' }, recordHash: 'a'.repeat(64), names: { en: names, 'zh-CN': names } },
    ],
  })
}
