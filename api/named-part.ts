import type { FastifyPluginAsync } from 'fastify'

/**
 * Gives a part of the server a name: Fastify's errors say it, and Fastify does not look among every module that is loaded for the one
 * the part may come from.
 */
export const namedPart = (name: string, part: FastifyPluginAsync): FastifyPluginAsync =>
  Object.assign(part, { [Symbol.for('fastify.display-name')]: name })
