import { allSettingNames, requiredInProduction, settingNames, settingsFromFiles } from './read-environment.js'
import { fields } from './fields.js'
import type { SettingName } from './fields.js'
import {
  apiSettings,
  backupSettings,
  foundingSettings,
  cliSettings,
  migrationSettings,
  relaySettings,
  supervisorSettings,
  workerSettings,
} from './processes.js'

const processes = [
  apiSettings,
  workerSettings,
  relaySettings,
  migrationSettings,
  supervisorSettings,
  backupSettings,
  foundingSettings,
  cliSettings,
] as const

/** The text of `.env.example`: every setting with its sentence, what is allowed, who reads it and who cannot do without. */
export function envExample(): string {
  const head = [
    '# Settings of Cornerstone. This file is generated: npm run gen',
    '# npm start needs none of them. A production installation needs those marked as required.',
  ]
  return `${[head.join('\n'), ...allSettingNames.map(entry)].join('\n\n')}\n`
}

function entry(name: SettingName): string {
  const { says, allowed, schema } = fields[name]
  const readers = processes.filter((settings) => settingNames(settings).includes(name))
  const needing = readers
    .filter((settings) => settings !== supervisorSettings && requiredInProduction(settings).includes(name))
    .map((settings) => settings.process)
  const value = schema.safeParse(undefined).data
  const lines = [
    `# ${says}`,
    `# Allowed: ${allowed}. Read by: ${readers.map((settings) => settings.process).join(', ')}.`,
    ...(needing.length > 0 ? [`# Required in production by: ${needing.join(', ')}.`] : []),
    ...(settingsFromFiles.includes(name) ? [`# Or the path to a file that holds it alone: ${name}_FILE.`] : []),
    `# ${name}=${typeof value === 'object' ? '' : (value ?? '')}`,
  ]
  return lines.join('\n')
}
