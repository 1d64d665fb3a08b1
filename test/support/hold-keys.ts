import { createHash } from 'node:crypto'
import { holdInstallationKeys, installationKeys } from '../../db/seals/installation-key.js'

const key = createHash('sha256').update('the installation of the tests').digest()
const id = createHash('sha256').update(key).digest('hex').slice(0, 8)

/** Every test process holds the same key, so that what one has sealed another can read; processes it starts are given it. */
export const personKeyOfTests = `PERSON+KEY+${id}+${key.toString('base64')}`

holdInstallationKeys(installationKeys({ MODE: 'embedded', PERSON_KEY: personKeyOfTests }))
