import { readFileSync } from 'node:fs'
import type { ApiConfig } from '../../config/processes.js'
import type { WitnessedLog } from '../../db/cosigning/cosign-checkpoint.js'
import { readCosigner, readLogKey, witnessKeyNamed } from '../../db/cosigning/keys.js'
import type { Cosigner } from '../../db/cosigning/keys.js'

/** This installation as a witness of other logs (C2SP tlog-witness). */
export interface Witness {
  readonly cosigner: Cosigner
  /** By their origins. */
  readonly logs: ReadonlyMap<string, WitnessedLog>
}

type Settings = Pick<ApiConfig, 'WITNESS_KEY' | 'WITNESS_KEY_FILE' | 'WITNESSED_LOGS'>

/** The witness of these settings; undefined where they make none. Throws for a key that is none, or an origin named twice. */
export function witnessFrom({
  WITNESS_KEY,
  WITNESS_KEY_FILE: file,
  WITNESSED_LOGS: named,
}: Settings): Witness | undefined {
  const text = WITNESS_KEY ?? (file === undefined ? undefined : readFileSync(file, 'utf8'))
  if (text === undefined || named === undefined) return undefined
  const logs = named.map(({ key: verifierKey, rest }): WitnessedLog => {
    const key = readLogKey(verifierKey)
    if (key === undefined) throw new Error(`WITNESSED_LOGS: ${verifierKey} is no public key of a log (Ed25519).`)
    return { origin: rest === '' ? key.name : rest, key }
  })
  const byOrigin = new Map(logs.map((log) => [log.origin, log]))
  if (byOrigin.size < logs.length) throw new Error('WITNESSED_LOGS names an origin twice.')
  return { cosigner: readCosigner(text), logs: byOrigin }
}

/** The public keys of the witnesses that cosign for this installation, with their names. Throws for one that is none. */
export const witnessKeysOf = ({ WITNESSES = [] }: Pick<ApiConfig, 'WITNESSES'>) =>
  WITNESSES.map(({ key }) => witnessKeyNamed(key))
