import { called } from '../called.js'
import type { Command } from 'commander'
import { z } from 'zod'
import { ImportResponse, type ImportedRow } from '../../api/contract/cluster.js'
import { roles } from '../../domain/role.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print } from '../printing.js'
import { readAnyJson } from '../sample-data.js'
import { told } from '../tongue.js'
import { rowsText, theFirstCallIsOpen, type InProgramme } from './import.js'
import { actor, asOption, overTheLine, verb } from './verb.js'

/** The fields of a record that can be typed: the option, the key of the record, and what it says. */
const fields = [
  ['--id <id>', 'id', 'its id, such as C09-yueqing; with a file of many records: which of them'],
  ['--name-en <name>', 'name_en', 'the English name'],
  ['--name-local <name>', 'name_local', 'the name as it is written there'],
  ['--local-language <code>', 'name_local_lang', 'the language of that name, such as zh'],
  ['--country <name>', 'country', 'the name of the country'],
  ['--country-code <code>', 'iso_3166_1_alpha2', 'its ISO 3166-1 code, such as CN'],
  ['--region-code <code>', 'iso_3166_2', 'the ISO 3166-2 code of the region, such as CN-ZJ'],
  ['--province <name>', 'province_or_state', 'the name of the province or state'],
  ['--prefecture <name>', 'prefecture', 'the name of the prefecture, where there is one'],
  ['--county <name>', 'county_or_district', 'the name of the county or district, where there is one'],
  ['--county-code <digits>', 'gb_t_2260_code', 'its six digits in China (GB/T 2260)'],
  ['--government-level <level>', 'government_level', 'the level of the government, such as county-level city'],
  ['--authority <name>', 'possible_counterpart_government', 'the public authority of the place'],
] as const

type Typed = Readonly<Record<string, string | readonly string[] | undefined>>
type Wanted = InProgramme & { readonly again?: boolean; readonly category?: string; readonly isic?: readonly string[] }

/** Adds `nominate`: one cluster, from fields, from a JSON file, or from both. */
export const addNominate = (program: Command): void => {
  const nominating = verb(program, {
    usage: 'nominate [file]',
    says: 'Nominate one cluster in the open call: from a JSON file, from fields, or from a file with fields put right.',
    examples: [
      'nominate data/clusters.json --id C09-yueqing',
      'nominate data/clusters.json --id C09-yueqing --again',
      'nominate yueqing.json --authority "Yueqing Municipal People\'s Government" --json',
      'nominate --id X01-lucca --name-en "Lucca paper" --name-local "Carta di Lucca" --local-language it --country Italy --country-code IT --region-code IT-52 --province Tuscany --government-level province --authority "Provincia di Lucca" --category "arts and crafts" --isic 170',
    ],
  })
  for (const [flags, , says] of fields) nominating.option(flags, says)
  nominating
    .option('--category <category>', 'the category of the programme, such as electric')
    .option('--isic <code...>', 'its ISIC Rev. 4 codes')
    .option('--again', 'nominate a cluster anew whose base is closed')
    .option('--programme <id>', 'the programme to nominate in', 'gasme')
    .addOption(asOption())
    .action(async (file: string | undefined, wanted: Wanted) => {
      const nomination = nominationOf(nominating.opts<Typed>(), { file, nominating })
      const { rows } = await nominate(nomination, wanted)
      print({ rows }, { json: wanted.json, text: () => [rowsText(rows), ...rows.flatMap(seatsLacking)].join('\n') })
      const [row] = rows
      if (row?.result === 'closed') throw new CliFailure(row.reason ?? '', exits.refused)
      if (row?.result === 'refused' || row?.result === 'differs') {
        throw new CliFailure(
          told({
            en: `${row.cluster} was not nominated: ${row.reason ?? ''} Correct it and send it again.`,
            'zh-CN': `${row.cluster} 未能申报：${row.reason ?? ''}请更正后重新提交。`,
          }),
          exits.refused,
        )
      }
    })
}

/** Which seats of the place nobody holds yet for the new base, and how they are given. */
const seatsLacking = ({ base, missingSeats = [] }: ImportedRow): readonly string[] =>
  missingSeats.length === 0
    ? []
    : [
        told({
          en: `Nobody holds yet for ${base}: ${missingSeats.map((role) => `${roles[role].label.en} (${role})`).join(', ')}. Give each seat with \`${called} grant-seat\`; another person confirms it.`,
          'zh-CN': `${base} 尚无人担任：${missingSeats.map((role) => `${roles[role].label['zh-CN']}（${role}）`).join('、')}。请以 \`${called} grant-seat\` 逐一授予席位，由另一人确认。`,
        }),
      ]

const nominate = (body: Nomination, wanted: Wanted): Promise<z.infer<typeof ImportResponse>> =>
  overTheLine({ start: true }, async (connection) => {
    await theFirstCallIsOpen(connection, wanted)
    return await connection.client.post(`/programmes/${encodeURIComponent(wanted.programme)}/bases/imports`, {
      ...actor(wanted, connection),
      schema: ImportResponse,
      body: { ...body, again: wanted.again === true },
    })
  })

const ARecord = z.looseObject({ id: z.string().optional() })
const FileOfMany = z.looseObject({ clusters: z.array(ARecord), nesting: z.array(z.unknown()).default([]) })
type Nomination = z.infer<typeof FileOfMany>

/** What is sent: the one record that is meant, with the fields that were typed in their places. */
const nominationOf = (
  typed: Typed,
  { file, nominating }: { readonly file: string | undefined; readonly nominating: Command },
): Nomination => {
  const given = fields.flatMap(([flags, key]) => {
    const value = typed[attributeOf(nominating, flags)]
    return value === undefined ? [] : [[key, value] as const]
  })
  const { record, nesting } = file === undefined ? { record: blank, nesting: [] } : recordIn(file, typed['id'])
  const { category = industryOf(record).programme_category, isic = industryOf(record).isic_rev4 } = typed
  return {
    clusters: [
      {
        ...record,
        ...Object.fromEntries(given),
        industry: { ...industryOf(record), programme_category: category, isic_rev4: isic },
      },
    ],
    nesting,
  }
}

/** What stays empty of a record of which nothing but fields is known. */
const blank = {
  prefecture: null,
  county_or_district: null,
  gb_t_2260_code: null,
  headline: {},
  figures: [],
  designations: [],
}

const Industry = z.looseObject({
  programme_category: z.string().optional(),
  isic_rev4: z.array(z.string()).default([]),
})
const WithIndustry = z.looseObject({ industry: Industry })
const industryOf = (record: unknown): z.infer<typeof Industry> =>
  WithIndustry.safeParse(record).data?.industry ?? { isic_rev4: [] }

const attributeOf = (command: Command, flags: string): string =>
  command.options.find((option) => option.flags === flags)?.attributeName() ?? flags

/** The record of a file: the file itself, or the one of its `clusters` that is named, or the only one. */
const recordIn = (file: string, id: Typed[string]) => {
  const read = readAnyJson(file)
  const many = FileOfMany.safeParse(read)
  if (!many.success) return { record: ARecord.catch({}).parse(read), nesting: [] }
  const { clusters, nesting } = many.data
  const found = clusters.length === 1 ? clusters : clusters.filter((one) => one.id === id)
  const [record] = found
  if (record !== undefined && found.length === 1) return { record, nesting }
  throw new CliFailure(
    threePart({
      got: {
        en: `${file} holds ${clusters.length} records${id === undefined ? '' : `, and not one of the id ${String(id)}`}`,
        'zh-CN': `${file} 含${clusters.length}条记录${id === undefined ? '' : `，其中没有编号为 ${String(id)} 的唯一一条`}`,
      },
      allowed: {
        en: `one is nominated at a time: ${clusters.map((one) => one.id ?? '?').join(', ')}`,
        'zh-CN': `每次申报一个：${clusters.map((one) => one.id ?? '?').join('、')}`,
      },
      todo: {
        en: `name it with --id, or nominate all of them with \`${called} import\``,
        'zh-CN': `请以 --id 指明，或者以 \`${called} import\` 全部申报`,
      },
    }),
    exits.usage,
  )
}
