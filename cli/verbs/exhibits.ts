import { date } from '../moments.js'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import type { z } from 'zod'
import { exhibits } from '../../api/contract/commands/exhibits.js'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { ExhibitView, UploadResponse } from '../../api/contract/exhibits.js'
import { exhibitReaders, scanLabels, sealForms } from '../../domain/exhibits/exhibit.js'
import { exhibitKindCodes } from '../../domain/exhibits/kinds.js'
import { defined } from '../../domain/values/defined.js'
import { fileForm } from '../file-form.js'
import { print, when } from '../printing.js'
import { save } from '../saving.js'
import { spoken, told } from '../tongue.js'
import { acceptedText, ofBase } from './accepted.js'
import { addVerbs } from './from-table.js'
import { askAs, asOption, verb, type AskingOptions } from './verb.js'

/** Adds the verbs for what is brought to prove facts: to bring, to list, to fetch, and to judge. */
export const addExhibitActs = (program: Command): void => {
  addBring(program)
  addList(program)
  addGet(program)
  addVerbs(program, exhibits)
}

/** Who reads what is brought: whoever brings it says so, and nothing is taken for granted (8.12). */
const readersSaid = 'PUB everybody, PAR both sides, PRG the programme, CPL compliance, FRM a firm and who answers it'

interface Bringing extends AskingOptions {
  readonly title: string
  readonly kind: string
  readonly readers: string
  readonly seal: string
  readonly written: string
  readonly issuer?: string
  readonly issued?: string
}

const addBring = (program: Command): void => {
  verb(program, {
    usage: 'add-exhibit <base> <file>',
    says: 'Bring a file as proof of a fact, while you act on a step. You confirm by it that it holds no state secret, unpublished statistics, identity number or unapproved map.',
    examples: [
      'add-exhibit gasme-C09-yueqing-1 audit.pdf --kind audit_report --title "Audit 2025" --readers PAR --issued 2026-03-01 --as p-so-1',
    ],
  })
    .addOption(new Option('--kind <kind>', 'what it is').choices(exhibitKindCodes).makeOptionMandatory())
    .requiredOption('--title <text>', 'its title, in the language you speak here')
    .addOption(
      new Option('--readers <class>', `who may read it: ${readersSaid}`).choices(exhibitReaders).makeOptionMandatory(),
    )
    .addOption(new Option('--seal <form>', 'how it is signed').choices(sealForms).default('none'))
    .option('--written <language>', 'the language it is written in', 'zh-CN')
    .option('--issuer <text>', 'who has issued it')
    .option('--issued <date>', 'the day it was issued: 2027-03-01', date)
    .addOption(asOption())
    .action(async (base: string, file: string, wanted: Bringing) => {
      const form = fileForm(basename(file), readFileSync(file))
      const path = ofBase(base, 'files')
      const taken = await askAs(wanted).post(path, { schema: UploadResponse, ...form })
      const { title, kind, readers, seal, written, issuer, issued: issuedOn } = wanted
      const own = { upload: taken.upload, title: { [spoken()]: title }, kind, readers, seal, languages: [written] }
      const body = { ...own, holdsNothingForbidden: true, ...defined({ issuer, issuedOn }) }
      const accepted = await askAs(wanted).post(ofBase(base, 'exhibits'), { schema: AcceptedResponse, body })
      const exhibit = taken.upload
      const text = () => `Exhibit ${exhibit}\n${acceptedText(accepted)}`
      print({ exhibit, ...accepted }, { json: wanted.json, text })
    })
}

type Shown = z.infer<typeof ExhibitView>

const addList = (program: Command): void => {
  verb(program, {
    usage: 'exhibits <base>',
    says: 'List what was brought to prove facts, as far as you may see it.',
    examples: ['exhibits gasme-C09-yueqing-1 --as p-so-1', 'exhibits gasme-C09-yueqing-1 --as p-so-1 --json'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const items = await askAs(wanted).all(ofBase(base, 'exhibits'), ExhibitView)
      print({ items }, { json: wanted.json, text: () => items.map(lineOf).join('\n') })
    })
}

/** One exhibit on a line: what it is, of which class, how it stands, and its title where that is for the reader. */
const lineOf = ({ id, kindLabel, class: counts, statusLabel, receivedAt, scan, words }: Shown): string => {
  const title = words?.title[spoken()] ?? words?.title.en ?? words?.title['zh-CN'] ?? ''
  return [
    id,
    counts,
    told(statusLabel),
    when(receivedAt),
    told(kindLabel),
    title,
    scan === undefined ? '' : told(scanLabels[scan]),
  ].join('  ')
}

const addGet = (program: Command): void => {
  verb(program, {
    usage: 'get-exhibit <base> <exhibit> <file>',
    says: 'Fetch the file of an exhibit you may read.',
    examples: ['get-exhibit gasme-C09-yueqing-1 <exhibit> audit.pdf --as p-so-1'],
  })
    .addOption(asOption())
    .action(async (base: string, exhibit: string, file: string, wanted: AskingOptions) => {
      const path = ofBase(base, `exhibits/${encodeURIComponent(exhibit)}/content`)
      const bytes = await askAs(wanted).download(path)
      save(bytes, { file, json: wanted.json, says: 'Open it with care: it is as it was handed in.' })
    })
}
