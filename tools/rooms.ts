import { readFile } from 'node:fs/promises'
import type { GeneratedFile } from './generated-file.js'

/** The rooms of the house, in the order in which a newcomer walks through them. */
export const rooms = [
  'domain',
  'workflows',
  'activities',
  'workers',
  'api',
  'db',
  'mail',
  'documents',
  'exhibits',
  'clock',
  'config',
  'cli',
  'verify',
  'reconciliation',
  'stamps',
  'web',
  'data',
  'test',
  'bench',
  'tools',
  'docs',
] as const

/** docs/rooms.md: the map of the house, made of the first lines of the rooms' own README files. */
export const roomsPage: GeneratedFile = {
  file: 'docs/rooms.md',
  make: async () => {
    const rows = await Promise.all(rooms.map(async (room) => `| [${room}](../${room}/) | ${await sentenceOf(room)} |`))
    return [heading, ...rows, ''].join('\n')
  },
}

/** The sentence that says what a room is for: the first line of its README. Refuses anything that is not one sentence. */
export const sentenceOf = async (room: string): Promise<string> => {
  const text = await readFile(`${room}/README.md`, 'utf8').catch(() => '')
  return oneSentence(room, text.split('\n')[0] ?? '')
}

/** Gives the line back if it is one plain sentence; else says what it should be. */
export const oneSentence = (room: string, line: string): string => {
  const isOneSentence = /^[A-Z][^|#]*[^.]\.$/.test(line) && !/[.!?] [A-Z]/.test(line)
  if (isOneSentence) return line
  throw new Error(
    `The first line of ${room}/README.md must be one sentence with a full stop at its end; it is "${line}".`,
  )
}

const heading = `# Rooms

Made from the first line of each room's README by \`npm run gen\`. Which room may import which stands in
\`.dependency-cruiser.mjs\`, each rule with its reason.

| room | what it is for |
|---|---|`
