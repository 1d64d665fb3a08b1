import { readProgramme } from '../../db/reads/programmes.js'
import { defined } from '../../domain/values/defined.js'
import { myWorkContent } from '../../web/work/my-work.js'
import { pageFields } from '../contract/page.js'
import { sampleProgramme } from '../contract/rehearsal.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { wordIn } from '../sign-in/cookies.js'
import { inboxSeen } from '../views/inbox.js'
import { asPage } from '../workplace/faces.js'
import { savedHere } from '../workplace/saved-here.js'
import { chosenOnPages } from '../workplace/worlds.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

/** The workplace: the way in, and one's own work (0057). */
export const addWorkplace = (app: ApiApp, parts: ApiParts): void => {
  const { config, localIssuer } = parts
  const signsIn = config.OIDC_ISSUER !== undefined || localIssuer !== undefined
  const way = { constraints: asPage, config: { open: true }, schema: { hide: true } }
  // No letter points here, so that whoever comes is asked who it is without another word (0053).
  app.get('/', way, async (request, reply) => {
    const isKnown = wordIn(parts, { request, kind: 'signed-in' }) !== undefined || !signsIn
    const first = await firstPage(parts)
    return reply.redirect(isKnown ? first : `/sign-in?to=${first}`, 303)
  })
  const mine = { schema: pageAsks({ after: pageFields.after }) }
  app.get('/work', mine, async (request, reply) => {
    const { person } = request
    const { programme, after } = request.query
    return showPage(parts, {
      request,
      reply,
      room: 'work',
      content: async (frame) => {
        const [seen, saved] = await Promise.all([
          inboxSeen(parts, { person, programme, after, limit: 50 }),
          savedHere(parts, { person, frame, saves: { page: 'work', asks: defined({ programme }) } }),
        ])
        const programmes = chosenOnPages(frame.reader?.seats ?? [])
        return myWorkContent({ ...seen, programme, programmes, saved }, frame.locale)
      },
    })
  })
}

/** A trial opens on its sample programme, where it has one: its real programme is empty (0069). */
const firstPage = async ({ db, localIssuer }: ApiParts): Promise<string> => {
  const sample = localIssuer === undefined ? undefined : await readProgramme(db, { id: sampleProgramme })
  return sample === undefined ? '/work' : `/work?programme=${sampleProgramme}`
}
