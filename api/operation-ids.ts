import type { ApiApp } from './parts.js'

/**
 * Gives every operation of the document its id, which programs made from the document call it by: it follows from method and
 * address alone, so that no route has to think of one and none is forgotten. Refuses, as a defect, a route whose id is taken.
 */
export const addOperationIds = (app: ApiApp): void => {
  const taken = new Map<string, string>()
  app.addHook('onRoute', (route) => {
    const { method, url, schema } = route
    if (schema === undefined || schema.hide === true) return
    const [verb = ''] = [method].flat()
    const operationId = operationIdOf(verb, url)
    const first = taken.get(operationId)
    if (first !== undefined)
      throw new Error(`${verb} ${url} would be called ${operationId} as ${first} is. Give it another address.`)
    taken.set(operationId, `${verb} ${url}`)
    route.schema = { ...schema, operationId }
  })
}

/** `GET /bases/:id/steps` is `getBasesByIdSteps`: the verb, then each part of the address, its parameters after `By`. */
export const operationIdOf = (method: string, url: string): string =>
  [method.toLowerCase(), ...url.split('/').filter((part) => part !== '')].map(wordOf).join('')

const wordOf = (part: string, at: number): string =>
  at === 0 ? part : part.startsWith(':') ? `By${joined(part.slice(1))}` : joined(part)

const joined = (part: string): string =>
  part
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
