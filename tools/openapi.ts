import { pino } from 'pino'
import { buildApi } from '../api/app.js'
import type { ApiParts } from '../api/parts.js'
import { openExhibits } from '../api/uploads/open-exhibits.js'
import { apiConfig } from '../config/processes.js'
import { connect } from '../db/connect.js'
import type { GeneratedFile } from './generated-file.js'

/** docs/openapi.json: the document under /openapi.json, as it is with everything a trial has. */
export const openApiDocument: GeneratedFile = {
  file: 'docs/openapi.json',
  make: async () => {
    const parts = partsThatAreNeverAsked()
    const app = await buildApi(parts)
    const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
    await app.close()
    await parts.db.destroy()
    return text
  },
}

const away = async (): Promise<never> => {
  throw new Error('Writing the document asks nobody.')
}

/** The document follows from the routes alone; nothing behind them is opened. */
const partsThatAreNeverAsked = (): ApiParts => {
  const config = apiConfig({
    MODE: 'embedded',
    DATABASE_URL: 'postgres://nobody@localhost/nothing',
    TEMPORAL_ADDRESS: 'localhost:7233',
    API_PUBLIC_URL: 'http://127.0.0.1:4310',
    LOCAL_ISSUER: 'true',
    LOCAL_ISSUER_KEY_FILE: 'nowhere',
    MAILBOX_SMTP_PORT: '4325',
    DOCUMENT_STORE: 'folder:nowhere',
    EXHIBIT_STORE: 'folder:nowhere',
  })
  return {
    config,
    db: connect(config.DATABASE_URL),
    answers: { attend: () => () => undefined, close: async () => undefined },
    temporal: {
      send: away,
      catchUp: away,
      isReachable: away,
      hasWorker: away,
      clockOf: away,
      fastForward: away,
      historyOf: away,
      runsOf: away,
      streamsOf: away,
      stateOf: away,
      runningSince: away,
      historyEnd: away,
      resetActivity: away,
      close: async () => undefined,
    },
    documents: { put: away, get: away, has: away, check: away, room: away },
    exhibits: openExhibits(config),
    verifyToken: away,
    localIssuer: { issue: away, identify: away, jwks: { keys: [] }, keys: away },
    clock: () => new Date(0),
    log: pino({ level: 'silent' }),
  }
}
