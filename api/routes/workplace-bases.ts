import { basePage } from '../../web/work/base-page.js'
import { conditionsContent, figuresContent, followUpContent, launchContent } from '../../web/work/base-registers.js'
import { BaseParams } from '../contract/base.js'
import { FiguresQuery } from '../contract/figures.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseSeen } from '../views/base-seen.js'
import { baseHead, baseShown } from '../workplace/base-shown.js'
import { asPage } from '../workplace/faces.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { conditionsSeen } from './conditions.js'
import { figuresSeen } from './figures.js'
import { followUpSeen } from './follow-up.js'
import { launchItemsSeen } from './launch-items.js'

const face = { constraints: asPage, schema: { ...pageAsks({}), params: BaseParams } } as const

/** The pages of a base: each is the other face of the address a program reads in JSON, by the same view and the same sight (0057). */
export const addWorkplaceBases = (app: ApiApp, parts: ApiParts): void => {
  app.get('/bases/:id', face, async (request, reply) => {
    const asked = { person: request.person, base: request.params.id }
    const content = async ({ locale }: Frame) => basePage(await baseShown(parts, asked), locale)
    return showPage(parts, { request, reply, room: 'bases', content })
  })
  app.get('/bases/:id/conditions', face, async (request, reply) => {
    const asked = { person: request.person, base: request.params.id }
    const content = async ({ locale }: Frame) =>
      conditionsContent((await conditionsSeen(parts, asked)).items, { head: await baseHead(parts, asked), locale })
    return showPage(parts, { request, reply, room: 'bases', content })
  })
  app.get('/bases/:id/follow-up', face, async (request, reply) => {
    const asked = { person: request.person, base: request.params.id }
    const content = async ({ locale }: Frame) =>
      followUpContent((await followUpSeen(parts, asked)).items, { head: await baseHead(parts, asked), locale })
    return showPage(parts, { request, reply, room: 'bases', content })
  })
  app.get('/bases/:id/launch-items', face, async (request, reply) => {
    const asked = { person: request.person, base: request.params.id }
    const content = async ({ locale }: Frame) =>
      launchContent((await launchItemsSeen(parts, asked)).items, { head: await baseHead(parts, asked), locale })
    return showPage(parts, { request, reply, room: 'bases', content })
  })
  addFiguresPage(app, parts)
}

interface Frame {
  readonly locale: 'en' | 'zh-CN'
}

const addFiguresPage = (app: ApiApp, parts: ApiParts): void => {
  const schema = { ...pageAsks(FiguresQuery.shape), params: BaseParams }
  app.get('/bases/:id/figures', { constraints: asPage, schema }, async (request, reply) => {
    const asked = { person: request.person, base: request.params.id }
    const content = async ({ locale }: Frame) => {
      const { year } = request.query
      const [figures, { stages }, head] = await Promise.all([
        figuresSeen(parts, { ...asked, year }),
        baseSeen(parts, asked),
        baseHead(parts, asked),
      ])
      const years = [...new Set(stages.flatMap((one) => one.year ?? []))]
      return figuresContent(figures, { head, locale, years })
    }
    return showPage(parts, { request, reply, room: 'bases', content })
  })
}
