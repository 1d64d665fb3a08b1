import type { z } from 'zod'
import { isKnownPerson, listPeople } from '../../db/reads/people.js'
import type { ListedPerson } from '../../db/reads/people.js'
import type { PersonResponse } from '../contract/person.js'
import { KeysResponse, PeopleQuery, PeopleResponse, TokenRequest, TokenResponse } from '../contract/person.js'
import { standingProgramme } from '../founding/seeds.js'
import type { LocalIssuer } from '../local-issuer/local-issuer.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { pageView } from '../views/page-view.js'
import { problems } from './responses.js'

const tags = ['people']
const open = { config: { open: true } } as const

/** The seeded people of a trial and the tokens they act with; without the local issuer there is nothing of this. */
export const addPeople = (app: ApiApp, parts: ApiParts): void => {
  const { localIssuer } = parts
  if (localIssuer === undefined) return
  const list = { querystring: PeopleQuery, response: { 200: PeopleResponse, ...problems }, tags, security: [] }
  app.get('/people', { ...open, schema: { ...list, summary: 'Seeded people' } }, async (request) => {
    const { programme = standingProgramme, ...query } = request.query
    return pageView(await listPeople(parts.db, { programme, ...query }), personView)
  })
  addTokens(app, { parts, localIssuer })
}

const addTokens = (app: ApiApp, { parts, localIssuer }: { parts: ApiParts; localIssuer: LocalIssuer }): void => {
  const token = { body: TokenRequest, response: { 200: TokenResponse, ...problems }, tags, security: [] }
  app.post('/tokens', { ...open, schema: { ...token, summary: 'A token for a seeded person' } }, async (request) => {
    const { person } = request.body
    if (!(await isKnownPerson(parts.db, { id: person }))) throw notFound(`person ${person}`)
    return await localIssuer.issue({ person, now: parts.clock() })
  })
  const keys = { response: { 200: KeysResponse, ...problems }, tags, security: [], summary: 'Keys of the local issuer' }
  app.get('/.well-known/jwks.json', { ...open, schema: keys }, async () => ({
    keys: localIssuer.jwks.keys.map((key) => ({ ...key })),
  }))
}

const personView = ({ id, name, roles }: ListedPerson): z.output<typeof PersonResponse> => ({
  id,
  label: { en: name?.en ?? id, 'zh-CN': name?.local ?? id },
  roles: [...new Set(roles.map(({ role }) => role))],
})
