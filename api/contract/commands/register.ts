import { z } from 'zod'
import { registerKinds } from '../../../domain/register.js'
import { ProgrammeParams } from '../programme.js'
import { seqRead } from '../publishing.js'
import { categoryWord, country, language, placeCode, RegisterParams, shortName, zone } from '../register.js'
import { identifier } from '../scalars.js'
import { type CommandEntry, onProgramme, seqOption, type VerbOption } from './entry.js'

const inProgramme = { params: ProgrammeParams, tag: 'register' }
const corrects = z
  .literal(true)
  .optional()
  .describe('It takes the place of what stands, once another administrator or a director confirms it.')
const usual: readonly VerbOption[] = [
  ['--corrects', 'it is there already, and this is to take its place once another person confirms it'],
  ['--programme <id>', 'the programme', { usually: 'gasme' }],
]

/** What an administrator adds: organisations, places, industry categories, and names in Chinese. */
export const registering = {
  add_organisation: {
    ...inProgramme,
    path: '/programmes/:programme/organisations',
    body: z
      .strictObject({
        organisation: identifier,
        name: z.strictObject({ en: shortName, local: shortName }),
        country: country.describe('Where it is at home: an expert of it assesses no place of that country (SD5).'),
        corrects,
      })
      .meta({ id: 'OrganisationRequest' }),
    summary: 'Add an organisation, or ask that it be corrected',
    verb: {
      usage: 'add-organisation <organisation>',
      says: 'Add an organisation with its country, as an administrator; or ask that what stands of it be corrected.',
      examples: [
        'add-organisation o-hanoi-institute --country VN --name "Hanoi Institute" --local "Viện Hà Nội" --as p-ad-1',
        'add-organisation o-hanoi-institute --country SG --name "Hanoi Institute" --corrects --as p-ad-1',
      ],
      needs: [
        ['--country <code>', 'ISO 3166-1 code of its country'],
        ['--name <name>', 'its name in English'],
      ],
      options: [['--local <name>', 'its name as it writes it; left out: the English one'], ...usual],
      body: ({ name, local = name, ...typed }) => ({ ...typed, name: { en: name, local } }),
    },
  },
  add_place: {
    ...inProgramme,
    path: '/programmes/:programme/places',
    body: z
      .strictObject({ place: placeCode, zone, languages: z.array(language).min(1).max(10), corrects })
      .meta({ id: 'PlaceRequest', description: 'A place under its ISO 3166-2 code, or a whole country.' }),
    summary: 'Add a place, or ask that it be corrected',
    verb: {
      usage: 'add-place <place>',
      says: 'Add a place with its time zone and languages, as an administrator: nominations from there are taken then.',
      examples: [
        'add-place VN --zone Asia/Ho_Chi_Minh --languages vi en --as p-ad-1',
        'add-place GE-TB --zone Asia/Tbilisi --languages ka --as p-ad-1',
      ],
      needs: [
        ['--zone <zone>', 'IANA name of its official time'],
        ['--languages <tag...>', 'BCP 47, the first one first; letters are written in English and Chinese'],
      ],
      options: usual,
    },
  },
  add_category: {
    ...inProgramme,
    path: '/programmes/:programme/categories',
    body: z
      .strictObject({ category: categoryWord, name: z.strictObject({ en: shortName, 'zh-CN': shortName }), corrects })
      .meta({ id: 'CategoryRequest', description: 'An industry category, by the word that stands in a record.' }),
    summary: 'Add an industry category, or ask that it be corrected',
    verb: {
      usage: 'add-category <category>',
      says: 'Add an industry category in both languages, as an administrator. The caps count by category.',
      examples: ['add-category ceramics --name Ceramics --chinese 陶瓷 --as p-ad-1'],
      needs: [
        ['--name <name>', 'what it is called in English'],
        ['--chinese <name>', 'what it is called in Chinese'],
      ],
      options: usual,
      body: ({ name, chinese, ...typed }) => ({ ...typed, name: { en: name, 'zh-CN': chinese } }),
    },
  },
  add_names: {
    ...inProgramme,
    path: '/programmes/:programme/names',
    body: z
      .strictObject({
        cluster: identifier,
        name: shortName.optional(),
        place: shortName,
        government: shortName,
        corrects,
      })
      .meta({ id: 'NamesRequest', description: 'What a cluster, its place and its government are called in Chinese.' }),
    summary: 'Add the Chinese names of a cluster, or ask that they be corrected',
    verb: {
      usage: 'add-names <cluster>',
      says: 'Add what a cluster, its place and its government are called in Chinese, before it is nominated.',
      examples: ['add-names F01-foshan --place 广东省佛山市 --government 佛山市人民政府 --as p-ad-1'],
      needs: [
        ['--place <name>', 'the place in Chinese'],
        ['--government <name>', 'the public authority in Chinese'],
      ],
      options: [['--name <name>', 'the cluster in Chinese; left out: as its record has it'], ...usual],
    },
  },
} satisfies Readonly<Record<string, CommandEntry>>

/** The second person to a correction of what stands (SD10). */
export const confirmingCorrections = {
  confirm_correction: onProgramme(
    {
      params: RegisterParams,
      tag: 'register',
      path: '/programmes/:programme/register/:kind/:entry/confirmations',
      body: z.strictObject({ seq: seqRead }).meta({ id: 'CorrectionConfirmation' }),
      summary: 'Confirm a correction of the register',
      verb: {
        usage: 'confirm-correction <kind> <entry>',
        says: `Confirm, as another person than who asked for it, a correction of the register: ${registerKinds.join(', ')}.`,
        examples: ['confirm-correction organisation o-hanoi-institute --seq 44 --as p-ad-2'],
        needs: [seqOption],
        options: [['--programme <id>', 'the programme', { usually: 'gasme' }]],
      },
    },
    ({ params: { kind, entry }, body: { seq } }) => ({ type: 'confirm_correction', kind, id: entry, seq }),
  ),
}
