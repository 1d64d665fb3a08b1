import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { isPlayed, startSample } from '../../workers/embedded/sample.js'
import { waitUntil } from '../../workers/embedded/running-process.js'
import { readSampleNote, sampleNoteIn } from '../../workers/embedded/sample-note.js'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Starts a player that does as it is told, and gives what was said of it by the time something was. */
const saidOf = async (does: string) => {
  const data = mkdtempSync(join(tmpdir(), 'cornerstone-player-'))
  folders.push(data)
  const program = join(data, 'player.mjs')
  writeFileSync(program, `process.send({ ready: true })\n${does}\n`)
  const said: string[] = []
  const tell = {
    say: (line: string) => void said.push(line),
    step: async <T>(_: string, work: () => Promise<T>) => await work(),
    progress: () => undefined,
  }
  const child = { program, env: {}, log: join(data, 'sample.log') }
  const { stop } = await startSample({ data, child, tell })
  expect(await waitUntil(async () => said.length > 0, 10_000)).toBe(true)
  await stop()
  return { said, data, note: readSampleNote(sampleNoteIn(data)) }
}
const send = (at: object) => `process.send({ sample: ${JSON.stringify(at)} })`

test('a player that dies while it plays is told, plays no more, and is started again', async () => {
  const dies = `${send({ done: 1, total: 4, ended: false })}; setTimeout(() => process.exit(1), 100)`
  const { said, data, note } = await saidOf(dies)
  expect(said).toEqual([expect.stringMatching(/ended too early: 1 of 4 bases.*sample\.log says why/)])
  expect(note).toEqual({ pid: 0, done: 1, total: 4, ended: false })
  expect(isPlayed(data)).toBe(false)
})

test('a player that came to its end is told once, with what broke, and is not started again', async () => {
  const { said, data } = await saidOf(
    `${send({ done: 3, total: 4, ended: true })}; setTimeout(() => process.exit(0), 100)`,
  )
  expect(said).toEqual([expect.stringMatching(/3 of 4 bases stand where they rest\. The others broke/)])
  expect(isPlayed(data)).toBe(true)
})
