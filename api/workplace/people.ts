import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { basesShortOfPeople, rolesHeldIn } from '../../db/reads/directory.js'
import { namesOf } from '../../db/reads/names.js'
import { readMandate } from '../../db/reads/people.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { listRegister } from '../../db/reads/register.js'
import type { FromPage } from '../../domain/form/posted.js'
import { offices, roleCodes, roles } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import type { FieldChoice } from '../../web/work/contract-form.js'
import type { FormShown, PeopleForm, PeopleShown, VacantShown } from '../../web/work/people-model.js'
import { factorOf, lastingProof } from '../auth/proof.js'
import { programmesHeld } from '../auth/must-hold.js'
import { seesStream, sightOf } from '../auth/sight.js'
import type { DirectoryQuery } from '../contract/directory.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { baseSeen } from '../views/base-seen.js'
import { knownRecords } from '../routes/records.js'
import { directorySeen } from '../views/directory.js'
import { recordsView } from '../views/records-view.js'
import { askedBy, type ContractForm } from './contract-form.js'
import { endForm, giveForm, organisationForm, personForm } from './people-forms.js'
import { called, peopleWaiting } from './people-waiting.js'

interface Asked {
  readonly person: string
  readonly programme: string
  readonly query: z.output<typeof DirectoryQuery>
  /** The seat that is about to be ended. */
  readonly end: string | undefined
  /** The form that was sent, with what is wrong in it. */
  readonly sent?: { readonly act: PeopleForm; readonly form: FormShown } | undefined
  /** Whom a form is begun for. */
  readonly begun: FromPage
  readonly opened: PeopleForm | undefined
  /** Of whom it is told what is kept. */
  readonly kept: string | undefined
  readonly request: Pick<FastifyRequest, 'proof'>
  readonly told: PeopleShown['told']
}

/** The most bases on which people are missing that one page tells. */
const mostShort = 50

/** The page of people: what the JSON routes say to the same person, put together, with the acts that are hers or his. */
export const peopleShown = async (parts: ApiParts, asked: Asked): Promise<PeopleShown> => {
  const { person, programme: id, query, end, opened, told } = asked
  const directory = await directorySeen(parts, { person, programme: id, query })
  const [programme, organisations, waiting, vacant, held, ending] = await Promise.all([
    readProgramme(parts.db, { id }),
    organisationsOf(parts, id),
    peopleWaiting(parts, { person, programme: id }),
    vacantSeen(parts, { person, programme: id }),
    rolesHeldIn(parts.db, { programme: id, now: parts.clock().toISOString() }),
    end === undefined ? undefined : endingOf(parts, { programme: id, mandate: end, person }),
  ])
  if (programme === undefined) throw notFound(`programme ${id}`)
  const forms = await formsOf(parts, asked)
  return {
    programme: { id, label: programme.label, rehearsal: programme.rehearsal },
    directory,
    role: query.role,
    side: query.side,
    organisations,
    waiting,
    vacant,
    unheld: roleCodes.flatMap((role) =>
      roles[role].side === 'programme' && !roles[role].perBase && !held.has(role) ? [roles[role].label] : [],
    ),
    givers: offices.administersWith.map((role) => roles[role].label),
    forms,
    ending,
    // Whoever gives seats keeps people, and reads what is kept of them.
    kept:
      asked.kept === undefined || forms.end === undefined
        ? undefined
        : await keptOf(parts, { ...asked, of: asked.kept }),
    opened,
    told,
  }
}

const organisationsOf = async ({ db }: ApiParts, programme: string): Promise<PeopleShown['organisations']> => {
  const entries = await everyPage((page) => listRegister(db, { programme, kind: 'organisation', ...page }))
  return entries.flatMap(({ entry }) =>
    entry.kind === 'organisation' ? [{ id: entry.id, name: entry.name, country: entry.country }] : [],
  )
}

/** The organisations of a programme, to choose one of. */
export const organisationChoices = async (parts: ApiParts, programme: string): Promise<readonly FieldChoice[]> =>
  (await organisationsOf(parts, programme)).map(({ id, name }) => ({
    code: id,
    label: { en: `${name.en} (${id})`, 'zh-CN': `${name.local}（${id}）` },
  }))

const formsOf = async (parts: ApiParts, { person, programme, sent, begun }: Asked): Promise<PeopleShown['forms']> => {
  const may = async (held: typeof offices.administersWith): Promise<boolean> =>
    (await programmesHeld(parts, { person, programme, roles: held })).length > 0
  if (!(await may(offices.administersWith))) return {}
  const blank = <S extends z.ZodType>(act: PeopleForm, form: ContractForm<S>): FormShown =>
    sent?.act === act ? sent.form : { fields: askedBy(form, begun), others: [], once: randomUUID() }
  return {
    give: blank('give', giveForm(await organisationChoices(parts, programme))),
    person: blank('person', personForm),
    end: blank('end', endForm),
    ...defined({
      organisation: (await may([offices.administers])) ? blank('organisation', organisationForm) : undefined,
    }),
  }
}

const keptOf = async (
  parts: ApiParts,
  { programme, of: person, request }: Pick<Asked, 'programme' | 'request'> & { readonly of: string },
): Promise<PeopleShown['kept']> => ({
  records: recordsView(await knownRecords(parts, { programme, person })),
  once: randomUUID(),
  asksAfresh: (await factorOf(parts, { proof: lastingProof(request.proof), programme })) === undefined,
})

interface Ending {
  readonly programme: string
  readonly mandate: string
  readonly person: string
}

/** A seat of this programme that may be ended; none for whoever does not see its base. */
const endingOf = async (
  parts: ApiParts,
  { programme, mandate: id, person }: Ending,
): Promise<PeopleShown['ending']> => {
  const found = await readMandate(parts.db, { id })
  if (found === undefined || found.programme !== programme || found.revokedAt !== null) return undefined
  if (found.base !== null && !seesStream(await sightOf(parts, person), found.base)) return undefined
  const names = await namesOf(parts.db, { people: [found.person] })
  return { mandate: id, role: roles[found.role].label, person: called(names, found.person) }
}

/** Where people are missing, as the page of each base tells its reader. */
const vacantSeen = async (
  parts: ApiParts,
  { person, programme }: { readonly person: string; readonly programme: string },
): Promise<readonly VacantShown[]> => {
  const [short, sight] = await Promise.all([
    basesShortOfPeople(parts.db, { programme, most: mostShort }),
    sightOf(parts, person),
  ])
  const seen = short.filter((base) => seesStream(sight, base))
  const bases = await Promise.all(seen.map((base) => baseSeen(parts, { person, base })))
  return bases.flatMap(({ id: base, names, zone, waitsFor }) =>
    waitsFor
      .filter(({ vacant }) => vacant)
      .map(({ step, title, role, roleLabel, dueAt }) => ({
        base,
        name: names.name,
        zone,
        step,
        title,
        role: roleLabel,
        roleCode: role,
        dueAt,
      })),
  )
}
