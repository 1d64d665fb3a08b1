import { called } from '../called.js'
import { Option } from 'commander'
import type { Command } from 'commander'
import { CliFailure, exits, threePart } from '../failure.js'
import { reasonWord, stageWord, statusWord } from '../codes.js'
import { print, progress, table, when } from '../printing.js'
import { told } from '../tongue.js'
import { rehearsalWords } from '../rehearsal/rehearsal-words.js'
import { playSample, type SampleOutcome } from '../rehearsal/sample.js'
import { knownCluster, rehearseAll, rehearseOne } from '../rehearsal/rehearse.js'
import type { WholeOutcome } from '../rehearsal/rehearse.js'
import type { RehearsedBase } from '../rehearsal/outcome.js'
import { eleven, rehearseTen } from '../rehearsal/ten-at-once.js'
import type { TenOutcome } from '../rehearsal/ten-at-once.js'
import { noScript, Script } from '../rehearsal/story.js'
import { readJson } from '../sample-data.js'
import { wholeNumber } from './numbers.js'
import { overTheLine, verb } from './verb.js'
import type { Common } from './verb.js'
import { type ProcedureId, procedureIds } from '../../domain/procedure-id.js'

interface Wanted extends Common {
  readonly all?: boolean
  readonly years?: number
  readonly script?: string
  readonly procedure?: ProcedureId
  readonly story?: 'ten-at-once'
  readonly seed?: number
  readonly together?: boolean
  readonly sample?: true | string
}

/** Adds `rehearse`: plays one base, or all of them, with scripted actors through the public API in virtual time. */
export const addRehearse = (program: Command): void => {
  verb(program, {
    usage: 'rehearse [cluster]',
    says: 'Play a base from nomination to its yearly reviews with invented people, in virtual time.',
    examples: [
      'rehearse C09-yueqing --years 2',
      'rehearse C08-luoshe --procedure light --years 1   # by twelve people',
      'rehearse --all --years 2 --json',
      'rehearse --script data/stories/yellow-then-repaired.json',
      'rehearse C07-shengzhou --story ten-at-once --seed 7 --json',
      'rehearse --sample   # the sample programme that npm start opens on',
    ],
  })
    .option('--all', 'every sample cluster in one call; ten of them come to stand')
    .addOption(new Option('--years <n>', 'yearly reviews to play after activation').argParser(wholeNumber(20)))
    .option('--sample [clusters]', 'the sample programme, each base to its own stage; or these of it, by commas')
    .option('--script <file>', 'a story, such as those in data/stories/')
    .addOption(new Option('--story <name>', 'eleven bases race for the ten slots').choices(['ten-at-once']))
    .addOption(new Option('--seed <n>', 'draws the order of the race').argParser(wholeNumber(1_000_000)))
    .option('--together', 'the race in one moment, in no order')
    .addOption(new Option('--procedure <id>', 'the rules to play by').choices(procedureIds))
    .action(async (cluster: string | undefined, wanted: Wanted) => {
      const json = wanted.json === true
      if (wanted.sample !== undefined) return playTheSample(cluster, wanted)
      if (wanted.all === true) {
        if (cluster !== undefined || wanted.script !== undefined) throw tooMuch()
        const whole = await overTheLine(engine, ({ client }) =>
          rehearseAll({ client, years: wanted.years ?? 2, procedure: wanted.procedure, tell: progress }),
        )
        return print(whole, { json, text: () => wholeText(whole) })
      }
      if (wanted.story !== undefined) return race(cluster, wanted)
      const script = scriptOf(cluster, wanted)
      const outcome = await overTheLine(engine, ({ client }) =>
        rehearseOne({ client, years: script.years, procedure: wanted.procedure, tell: progress }, script),
      )
      print(outcome, { json, text: () => outcomeText(outcome) })
    })
}

const playTheSample = async (cluster: string | undefined, wanted: Wanted): Promise<void> => {
  const { sample: named, seed = 0, all, script } = wanted
  if (cluster !== undefined || all === true || script !== undefined) throw tooMuch()
  const clusters = named === true ? undefined : named?.split(',').map(knownCluster)
  const outcome = await overTheLine(engine, ({ client }) => playSample({ client, seed, clusters, tell: progress }))
  print(outcome, { json: wanted.json === true, text: () => sampleText(outcome) })
}

const sampleText = ({ programme, bases, seed, nominatedAfter, wallSeconds }: SampleOutcome): string =>
  [
    told(rehearsalWords.title(programme)),
    table(
      ['cluster', 'stage', 'status', 'open'],
      bases.map(({ cluster, stage, status, open }) => [cluster, stageWord(stage), statusWord(status), open.join(' ')]),
    ),
    told(rehearsalWords.sampled({ seed, bases: bases.length, nominatedAfter })),
    told(rehearsalWords.took(wallSeconds)),
  ].join('\n')

/** The story of eleven bases that race for ten slots; the cluster that is named has to be one of them. */
const race = async (cluster: string | undefined, { json, seed = 0, together, procedure }: Wanted): Promise<void> => {
  if (cluster !== undefined && !eleven.includes(knownCluster(cluster))) throw notInTheRace(cluster)
  const outcome = await overTheLine(engine, ({ client }) =>
    rehearseTen({ client, years: 0, procedure, tell: progress }, { seed, together: together === true }),
  )
  print(outcome, { json: json === true, text: () => raceText(outcome) })
}

const raceText = ({ slots, waiting }: TenOutcome): string =>
  [
    table(
      ['slot', 'base'],
      slots.map((base, index) => [index + 1, base]),
    ),
    told(rehearsalWords.waiting(waiting)),
  ].join('\n')

const notInTheRace = (cluster: string): CliFailure =>
  new CliFailure(
    threePart({
      got: `${cluster} takes no part in ten-at-once`,
      allowed: `one of ${eleven.join(', ')}`,
      todo: 'name one of these, or leave the cluster out',
    }),
    exits.usage,
  )

/** A rehearsal brings up what it needs, and outlives a worker that is killed and started again. */
const engine = { start: true, patienceMs: 120_000 } as const

const scriptOf = (cluster: string | undefined, { script: file, years }: Wanted): Script => {
  const script = file === undefined ? undefined : readJson(file, Script)
  const played = cluster ?? script?.cluster
  if (played === undefined) throw tooLittle()
  return {
    ...(script ?? noScript(played, years ?? 2)),
    cluster: knownCluster(played),
    years: years ?? script?.years ?? 2,
  }
}

const tooLittle = (): CliFailure =>
  new CliFailure(
    threePart({
      got: 'no cluster is named',
      allowed: 'a cluster id, --script FILE or --all',
      todo: `try \`${called} rehearse C09-yueqing\``,
    }),
    exits.usage,
  )
const tooMuch = (): CliFailure =>
  new CliFailure(
    threePart({
      got: '--all beside a cluster or a script',
      allowed: 'one of the three',
      todo: 'leave out --all, or leave out the others',
    }),
    exits.usage,
  )

const outcomeText = (outcome: RehearsedBase): string =>
  [
    outcome.base,
    table(
      ['stage', 'entered', 'left', 'outcome'],
      outcome.stages.map(({ stage, enteredAt, leftAt, outcome: status }) => [
        stageWord(stage),
        when(enteredAt),
        when(leftAt),
        statusWord(status),
      ]),
    ),
    told(rehearsalWords.counts(outcome)),
    told(rehearsalWords.ledger(outcome.ledger)),
    told(rehearsalWords.days(outcome)),
  ].join('\n')

const wholeText = ({ programme, bases, passed, wallSeconds, check }: WholeOutcome): string =>
  [
    told(rehearsalWords.title(programme)),
    table(
      ['cluster', 'status', 'code', 'score', 'slot', 'reviews'],
      bases.map(({ cluster, status, code, score, slot, reviews }) => [
        cluster,
        statusWord(status),
        code === null || code === undefined ? '' : reasonWord(code),
        score,
        slot,
        reviews,
      ]),
    ),
    told(rehearsalWords.passed(passed)),
    told(rehearsalWords.limits(check)),
    told(rehearsalWords.took(wallSeconds)),
  ].join('\n')
