import type { FormAnswers } from '../../../domain/form/form.js'
import { streamChoices } from '../../../domain/gicc/due-diligence/streams.js'
import { inventedBody, inventedWords } from './invented.js'

/** A team as 2.1a asks for it: the first of its members leads, the last two visit, and who is between examines. */
export const teamGiven = (members: readonly string[]): FormAnswers => {
  const [lead, ...others] = members
  const visitors = others.slice(-2)
  const between = others.slice(0, -2)
  const specialists = between.length > 0 ? between : others.slice(0, 1)
  const of = (duty: string, people: readonly (string | undefined)[]) =>
    people.flatMap((person) => (person === undefined ? [] : [{ person: { id: person }, duty }]))
  const rows = [
    ...of('lead', [lead]),
    ...specialists.map((person, index) => ({
      person: { id: person },
      duty: 'specialist',
      streams: streamChoices.flatMap(({ code }, at) => (at % specialists.length === index ? [code] : [])),
    })),
    ...of('visitor', visitors.slice(0, 1)),
    ...of('outside_visitor', visitors.slice(1)),
  ]
  return {
    team: rows.map((row, index) => ({
      id: `t${index + 1}`,
      ...row,
      organisation: inventedBody('authority', 1),
      competence: inventedWords.en,
    })),
  }
}
