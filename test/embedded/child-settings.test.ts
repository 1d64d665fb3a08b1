import { expect, test } from '@jest/globals'
import { apiSettings, relaySettings, supervisorConfig, workerSettings } from '../../config/processes.js'
import { apiEnvironment, relayEnvironment, workerEnvironment } from '../../workers/embedded/child-settings.js'

const around = {
  config: supervisorConfig({}),
  data: '/somewhere/else',
  databaseUrl: 'postgres://',
  temporalAddress: 'here:1',
  sequencerUrl: 'postgres://sequencer',
  apiPort: 1,
  mailboxPort: 2,
}

/** Every default that lies in the data folder of a trial, which somebody may have put elsewhere. */
const inFolder = (defaults: object): readonly string[] =>
  Object.entries(defaults).flatMap(([name, value]) => (String(value).includes('.cornerstone/') ? [name] : []))

test.each([
  { settings: apiSettings, environment: apiEnvironment(around) },
  { settings: workerSettings, environment: workerEnvironment(around) },
  { settings: relaySettings, environment: relayEnvironment(around) },
])('the $settings.process keeps every file of its own in the data folder it is given', ({ settings, environment }) => {
  const names = inFolder(settings.embeddedDefaults)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(environment[name]).toMatch(/^(folder:)?\/somewhere\/else\//)
})

test('the worker alone is told the role of the sequencer', () => {
  expect(workerEnvironment(around)['SEQUENCER_DATABASE_URL']).toBe('postgres://sequencer')
  for (const environment of [apiEnvironment(around), relayEnvironment(around)])
    expect(environment).toHaveProperty('SEQUENCER_DATABASE_URL', undefined)
})
