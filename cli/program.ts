import { Command } from 'commander'
import { acting } from '../api/contract/commands/acting.js'
import { bodies } from '../api/contract/commands/bodies.js'
import { confirmingCorrections, registering } from '../api/contract/commands/register.js'
import { calls, seating } from '../api/contract/commands/programme.js'
import { returning } from '../api/contract/commands/returning.js'
import { rules } from '../api/contract/commands/rules.js'
import { timing } from '../api/contract/commands/timing.js'
import { lending, who } from '../api/contract/commands/who.js'
import { called } from './called.js'
import { languageOfSettings, speakAsTold } from './tongue.js'
import { usageInWords } from './usage-words.js'
import { addDecide } from './verbs/act.js'
import { addAsking } from './verbs/asking.js'
import { addCheckTen } from './verbs/check-ten.js'
import { addDoctor } from './verbs/doctor.js'
import { addExceptions } from './verbs/exceptions.js'
import { addDraft } from './verbs/draft.js'
import { addForm } from './verbs/form.js'
import { addFound } from './verbs/found.js'
import { addFigures } from './verbs/figures.js'
import { addEvidence } from './verbs/evidence.js'
import { addVerbs } from './verbs/from-table.js'
import { addIdentify } from './verbs/identity.js'
import { addEndLinks } from './verbs/links.js'
import { addImport } from './verbs/import.js'
import { addLogs } from './verbs/logs.js'
import { addLooking } from './verbs/look.js'
import { addOptions } from './verbs/options.js'
import { addBulkVerbs } from './verbs/bulk.js'
import { addConditionVerbs } from './verbs/conditions.js'
import { addTextVerbs } from './verbs/text.js'
import { addFollowUpVerbs } from './verbs/follow-up.js'
import { addExhibitActs } from './verbs/exhibits.js'
import { addPaperActs } from './verbs/on-paper.js'
import { addMending } from './verbs/mending.js'
import { addRecordVerbs } from './verbs/records.js'
import { addReconcile } from './verbs/reconcile.js'
import { addProcedure } from './verbs/procedure.js'
import { addPublishing } from './verbs/publishing.js'
import { addSavedViewVerbs } from './verbs/saved-views.js'
import { addSignInVerbs } from './verbs/sign-ins.js'
import { addApiTokenVerbs } from './verbs/api-tokens.js'
import { addSlots } from './verbs/slots.js'
import { addNominate } from './verbs/nominate.js'
import { addRehearse } from './verbs/rehearse.js'
import { addDelegations } from './verbs/who.js'
import { addWebhookVerbs } from './verbs/webhooks.js'
import { addWhy } from './verbs/why.js'
import { addSubscription } from './verbs/subscription.js'
import { addToken } from './verbs/token.js'
import { addVerify } from './verbs/verify.js'

const { convene_session, move_session, note_session } = seating
const sessions = { convene_session, move_session, note_session }

/** The whole command line as a value, so that a test can read its help without starting a process. */
export const cornerstone = (): Command => {
  const program = withoutVerbs()
  addRehearse(program)
  addImport(program)
  addNominate(program)
  addVerbs(program, { ...calls, ...sessions })
  addLooking(program)
  addFigures(program)
  addForm(program)
  addDraft(program)
  addDecide(program)
  addVerbs(program, { ...acting, ...returning })
  addExhibitActs(program)
  addConditionVerbs(program)
  addTextVerbs(program)
  addFollowUpVerbs(program)
  addPaperActs(program)
  addVerbs(program, timing)
  addVerbs(program, rules)
  addProcedure(program)
  addVerbs(program, { delegate: lending.delegate })
  addDelegations(program)
  addVerbs(program, { end_delegation: lending.end_delegation, ...who })
  addVerbs(program, {
    grant_mandates: seating.grant_mandates,
    confirm_seats: seating.confirm_seats,
    revoke_mandate: seating.revoke_mandate,
  })
  addPeopleVerbs(program)
  addFound(program)
  addRecordVerbs(program)
  addVerbs(program, { ...registering, ...confirmingCorrections })
  addPublishing(program)
  addWhy(program)
  addOptions(program)
  addAsking(program)
  addVerbs(program, bodies)
  addSlots(program)
  addToken(program)
  addCheckTen(program)
  addLogs(program)
  addExceptions(program)
  addEvidence(program)
  addVerify(program)
  addSubscription(program)
  addReconcile(program)
  addMending(program)
  addDoctor(program)
  return program
}

/** Who somebody is to a provider, by what he or she acts, and what is looked for again and again. */
const addPeopleVerbs = (program: Command): void => {
  addIdentify(program)
  addEndLinks(program)
  addSignInVerbs(program)
  addApiTokenVerbs(program)
  addSavedViewVerbs(program)
  addWebhookVerbs(program)
  addBulkVerbs(program)
}

const withoutVerbs = (): Command =>
  new Command('cornerstone')
    .description('Global Industry Cluster Cooperation Bases from the keyboard, over the same API as everybody else.')
    .helpCommand('help [verb]', 'explain a verb, with examples')
    .addHelpText('after', tour)
    .configureOutput({ outputError: tellWrongUse })
    .exitOverride()
    .hook('preAction', (_, verb) => speakAsTold(verb))

const tellWrongUse = (text: string, write: (line: string) => void): void =>
  write(`cornerstone: ${usageInWords(text.trim().replaceAll('\n', ' '), languageOfSettings())}\n`)

const tour = `
A first tour (each can be typed as it stands):
  ${called} doctor                              what runs, what is missing
  ${called} rehearse C09-yueqing --years 2      one base, played to its second review
  ${called} import data/clusters.json           22 nominations in the open call
  ${called} bases                               where each stands, what it waits for
  ${called} inbox p-C09-yueqing-lg              what waits for the local government of Yueqing

Moments: a date (2027-03-01, its whole day in New York) or an instant (2027-03-01T08:00:00Z).
Files: --csv, --pdf and --out save to the file they name; all else goes to standard output.
Where the API is: CORNERSTONE_API_URL, else the programme that runs on CORNERSTONE_DATA (default .cornerstone).
In which language you are told: CORNERSTONE_LANGUAGE (en or zh-CN), or --language where a verb has it.
Who acts: --as <person>, else CORNERSTONE_TOKEN, else the first programme manager of the sample programme.
Exit codes: 0 done, 1 refused, 2 used wrongly, 3 nothing to speak to.`
