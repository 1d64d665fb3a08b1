import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { passwordsIn } from '../../workers/embedded/postgres-roles.js'
import type { Stack } from '../support/a-stack.js'
import { postgresFolder } from './everything-kept.js'

const Given = z.looseObject({ token: z.string() })
const Key = z.looseObject({ d: z.string() })

/** The secrets of an installation that runs, by what they are: what lets somebody in, each used once here, and what its processes hold. */
export const secretsOfARun = async (stack: Stack): Promise<Readonly<Record<string, string>>> => ({
  bearer: await stack.tokenOf('p-au-1'),
  machine: await machineToken(stack),
  ...(await browserWords(stack)),
  'key of names': await keyIn(join(stack.data, 'person-key')),
  'key of checkpoints': await keyIn(join(stack.data, 'checkpoint-key')),
  'key of tokens': Key.parse(JSON.parse(await readFile(join(stack.data, 'local-issuer.json'), 'utf8'))).d,
  ...Object.fromEntries(
    Object.entries(passwordsIn(join(postgresFolder(stack), 'passwords.json'))).map(([role, password]) => [
      `password of ${role}`,
      String(password),
    ]),
  ),
})

/** The secret of a key file stands behind the eight digits that name the key. */
const keyIn = async (file: string): Promise<string> =>
  /\+[0-9a-f]{8}\+(\S+)\s*$/.exec(await readFile(file, 'utf8'))?.[1] ?? ''

const machineToken = async (stack: Stack): Promise<string> => {
  const wanted = { name: 'dashboard', scopes: ['read'], days: 1 }
  const { body } = await stack.ask('/programmes/gasme/people/p-au-1/api-tokens', { as: 'p-ad-1', body: wanted })
  const { token } = Given.parse(body)
  const read = await fetch(new URL('/bases', stack.url), { headers: { authorization: `Bearer ${token}` } })
  if (read.status !== 200) throw new Error(`the token of a machine reads nothing: ${read.status}`)
  return token
}

/** Signs somebody in with a browser, and gives the words it bears on the way and afterwards. */
const browserWords = async (stack: Stack): Promise<Readonly<Record<string, string>>> => {
  const words: string[] = []
  const go = async (to: string): Promise<string> => {
    const headers = { cookie: words.join('; '), accept: 'text/html' }
    const answer = await fetch(new URL(to, stack.url), { redirect: 'manual', headers })
    words.push(...answer.headers.getSetCookie().flatMap((line) => line.split(';', 1)))
    return answer.headers.get('location') ?? ''
  }
  const granted = await go(await go('/sign-in?as=p-pm-1&to=/bases'))
  await go(granted)
  const wordOf = (name: string): string =>
    words.find((one) => one.startsWith(`cornerstone-${name}=`))?.split('=')[1] ?? ''
  return {
    'way to the provider': wordOf('signing-in'),
    code: new URL(granted, stack.url).searchParams.get('code') ?? '',
    'sign-in': wordOf('signed-in'),
  }
}
