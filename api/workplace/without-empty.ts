import type { FastifyRequest } from 'fastify'

/** A field of a form that was left empty asks for nothing: a browser sends it all the same. */
export const withoutEmpty = async (request: FastifyRequest): Promise<void> => {
  const { query } = request
  if (typeof query !== 'object' || query === null) return
  for (const [name, value] of Object.entries(query)) if (value === '') Reflect.deleteProperty(query, name)
}
