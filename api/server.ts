import process from 'node:process'
import { apiConfig } from '../config/processes.js'
import { temporalGreeting } from '../config/temporal-reach.js'
import { buildApi } from './app.js'
import { startDraftSweeper } from './drafts/draft-sweeper.js'
import { startSealer } from './evidence/sealer.js'
import { startSeatedWatch } from './commands/seated-watch.js'
import { startSweeper } from './commands/sweeper.js'
import { openStanding, plantProgramme } from './founding/found-programme.js'
import { standingProgramme } from './founding/seeds.js'
import { openParts } from './open-parts.js'
import type { ApiParts } from './parts.js'
import { startFileSweeper } from './uploads/file-sweeper.js'
import { startSignInSweeper } from './sign-in/sweeper.js'
import { startStuckWatch } from './stuck/watch.js'

/**
 * The API process: opens its parts, listens, tells the process that started it, and leaves gently on a signal or when
 * that process is gone. In a trial it makes the sample programme when there is none.
 */
const main = async (): Promise<void> => {
  const config = apiConfig()
  const parts = await openParts(config, temporalGreeting(config))
  const app = await buildApi(parts)
  if (config.LOCAL_ISSUER) await plantProgramme(parts, { id: standingProgramme, rehearsal: false })
  const stopSweeper = startSweeper(parts)
  const stopSeated = startSeatedWatch(parts)
  const stopSealer = startSealer(parts)
  const stopFileSweeper = startFileSweeper(parts)
  const stopDraftSweeper = startDraftSweeper(parts)
  const stopSignIns = startSignInSweeper(parts)
  const stopWatch = startStuckWatch(parts)
  await app.listen({ host: config.API_HOST, port: config.API_PORT })
  leaveGently(parts, async () => {
    await app.close()
    const stops = [stopSweeper, stopSeated, stopSealer, stopFileSweeper, stopDraftSweeper, stopSignIns, stopWatch]
    await Promise.all(stops.map((stop) => stop()))
  })
  process.send?.({ ready: true })
  if (config.LOCAL_ISSUER) openFirstCallSoon(parts)
}

/** The worker may still be on its way when the API is up: the first call is opened as soon as it answers. */
const openFirstCallSoon = (parts: ApiParts): void => {
  openStanding(parts, standingProgramme).catch((error: unknown) => {
    parts.log.warn({ err: error }, 'the first call of the sample programme is not open yet; trying again')
    setTimeout(() => openFirstCallSoon(parts), 5_000).unref()
  })
}

/** Answers what was asked, finishes what was begun, and closes what is open; half a minute at the most. */
const leaveGently = (parts: ApiParts, stopServing: () => Promise<void>): void => {
  let isLeaving = false
  const leave = async (): Promise<void> => {
    if (isLeaving) return
    isLeaving = true
    setTimeout(() => process.exit(1), 30_000).unref()
    await stopServing()
    await Promise.all([parts.temporal.close(), parts.answers.close()])
    await parts.db.destroy()
    process.exit(0)
  }
  const onEnd = (): void => {
    leave().catch((error: unknown) => {
      parts.log.error({ err: error }, 'the API could not close what it holds')
      process.exit(1)
    })
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onEnd)
  if (process.connected) process.once('disconnect', onEnd)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
