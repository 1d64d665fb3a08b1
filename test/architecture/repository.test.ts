import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { repositoryFiles, textFiles } from './repository-files.js'

const Versions = z.record(z.string(), z.string())
const Manifest = z.object({ dependencies: Versions, devDependencies: Versions })
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      inBundle: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
})

/** Folders of one person's machine. They are put together here so that this file does not hold what it looks for. */
const machineFolders = new RegExp(`(?<![\\w.])/(${['work', 'root', 'home', 'Users'].join('|')})/(?!<)[\\w.]+`)
/** npm's own default, put together for the same reason. */
const publicRegistry = `https://${['registry', 'npmjs', 'org'].join('.')}/`

test('no file names a folder of the machine it was written on', async () => {
  const files = (await textFiles()).filter((file) => file !== 'package-lock.json')
  const naming = await Promise.all(
    files.map(async (file) => (machineFolders.test(await readFile(file, 'utf8')) ? [file] : [])),
  )
  expect(files.length).toBeGreaterThan(50)
  expect(naming.flat()).toEqual([])
})

test('a folder of a machine is recognised, an address and a placeholder are not', () => {
  const home = ['', 'home', 'lin', 'cornerstone'].join('/')
  expect(machineFolders.test(`cd ${home}`)).toBe(true)
  expect(machineFolders.test('GET /api/home/page, /home/<you>/cornerstone')).toBe(false)
})

test('no file names the package registry that this machine uses', async () => {
  const registry = new URL(process.env['npm_config_registry'] ?? publicRegistry)
  const files = registry.href === publicRegistry ? [] : await textFiles()
  const naming = await Promise.all(
    files.map(async (file) => ((await readFile(file, 'utf8')).includes(registry.host) ? [file] : [])),
  )
  expect(naming.flat()).toEqual([])
})

test('every version in package.json is exact', async () => {
  const { dependencies, devDependencies } = Manifest.parse(JSON.parse(await readFile('package.json', 'utf8')))
  const all = Object.entries({ ...dependencies, ...devDependencies })
  expect(all.length).toBeGreaterThan(30)
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('the lock file holds a fingerprint of every package and the address of none but the public registry', async () => {
  const { packages } = Lock.parse(JSON.parse(await readFile('package-lock.json', 'utf8')))
  const installed = Object.entries(packages).filter(([path, { inBundle, link }]) => path !== '' && !inBundle && !link)
  expect(installed.length).toBeGreaterThan(300)
  expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
  expect(installed.filter(([, { resolved }]) => !(resolved ?? publicRegistry).startsWith(publicRegistry))).toEqual([])
})

test('no file that is a secret by its name lies in the repository', async () => {
  const secret = /(^|\/)(\.env|id_rsa|.*\.(pem|key|p12))$/
  expect((await repositoryFiles()).filter((file) => secret.test(file))).toEqual([])
  expect(secret.test('config/issuer.pem')).toBe(true)
})
