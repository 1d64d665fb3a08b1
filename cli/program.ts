import { Command } from 'commander'
import { addActing } from './verbs/act.js'
import { addAsking } from './verbs/asking.js'
import { addAdopt } from './verbs/adopt.js'
import { addCheckTen } from './verbs/check-ten.js'
import { addDoctor } from './verbs/doctor.js'
import { addExceptions } from './verbs/exceptions.js'
import { addFigures } from './verbs/figures.js'
import { addEvidence } from './verbs/evidence.js'
import { addImport } from './verbs/import.js'
import { addLogs } from './verbs/logs.js'
import { addLooking } from './verbs/look.js'
import { addBodies } from './verbs/bodies.js'
import { addPaperActs } from './verbs/on-paper.js'
import { addMending } from './verbs/mending.js'
import { addRecordVerbs } from './verbs/records.js'
import { addReconcile } from './verbs/reconcile.js'
import { addProcedure } from './verbs/procedure.js'
import { addReturning } from './verbs/returning.js'
import { addSlots } from './verbs/slots.js'
import { addRehearse } from './verbs/rehearse.js'
import { addExtend } from './verbs/timing.js'
import { addStandingIn } from './verbs/who.js'
import { addWhy } from './verbs/why.js'
import { addToken } from './verbs/token.js'
import { addVerify } from './verbs/verify.js'

/** The whole command line as a value, so that a test can read its help without starting a process. */
export const cornerstone = (): Command => {
  const program = new Command('cornerstone')
    .description('Global Industry Cluster Cooperation Bases from the keyboard, over the same API as everybody else.')
    .helpCommand('help [verb]', 'explain a verb, with examples')
    .addHelpText('after', tour)
    .configureOutput({ outputError: (text, write) => write(usageLine(text)) })
    .exitOverride()
  addRehearse(program)
  addImport(program)
  addLooking(program)
  addFigures(program)
  addActing(program)
  addReturning(program)
  addPaperActs(program)
  addExtend(program)
  addAdopt(program)
  addProcedure(program)
  addStandingIn(program)
  addRecordVerbs(program)
  addWhy(program)
  addAsking(program)
  addBodies(program)
  addSlots(program)
  addToken(program)
  addCheckTen(program)
  addLogs(program)
  addExceptions(program)
  addEvidence(program)
  addVerify(program)
  addReconcile(program)
  addMending(program)
  addDoctor(program)
  return program
}

/** Wrong use in one line: what was got and what is allowed as commander says it, and what to do. */
const usageLine = (text: string): string =>
  `cornerstone: ${text.replace(/^error: /, '').replace(/\.?\s*$/, '')}; see \`cornerstone help\` or \`cornerstone help <verb>\`\n`

const tour = `
A first tour (each can be typed as it stands):
  cornerstone doctor                              what runs, what is missing
  cornerstone rehearse C09-yueqing --years 2      one base, played to its second review
  cornerstone import data/clusters.json           22 nominations in the open call
  cornerstone bases                               where each stands, what it waits for
  cornerstone inbox p-C09-yueqing-lg              what waits for the local government of Yueqing

Moments: a date (2027-03-01, its whole day in New York) or an instant (2027-03-01T08:00:00Z).
Files: --csv, --pdf and --out save to the file they name; all else goes to standard output.
Where the API is: CORNERSTONE_API_URL, else the programme that runs on CORNERSTONE_DATA (default .cornerstone).
Who acts: --as <person>, else CORNERSTONE_TOKEN, else the first programme manager of the sample programme.
Exit codes: 0 done, 1 refused, 2 used wrongly, 3 nothing to speak to.`
