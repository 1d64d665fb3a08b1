import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { headOf } from '../../db/reads/heads.js'
import { fieldsOf } from './a-page.js'
import { send, signedInAt, type Fields } from './signed-in.js'
import { accepted, anApi, type AnApi } from './an-api.js'
import { recordInProgramme } from './record-in-programme.js'
import { openCall, standingBase } from './standing-rows.js'

let api: AnApi
const url = '/programmes/gasme/start'

beforeAll(async () => {
  api = await anApi('a base is started on a page')
  await standingBase(api, { cluster: 'C02-shaoxing', recordHash: 'a'.repeat(64) })
})
beforeEach(async () => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
  api.door.isUp = true
  await openCall(api, 'call-1')
})
afterAll(() => api.close())

const signedIn = async (person: string) => {
  const browser = await signedInAt(api.app, person)
  return { ...browser, send: (fields: Fields) => send(browser, { page: url, fields }) }
}

test('a manager chooses a cluster, reads everything once more, and starts one base however often the button is pressed', async () => {
  const browser = await signedIn('p-pm-1')
  expect((await browser.ask('/bases?lang=en')).body).toContain(`href="${url}"`)
  const page = await browser.ask(`${url}?lang=en`)
  expect([page.statusCode, page.body.includes('call-1')]).toEqual([200, true])
  expect([page.body.includes('value="C09-yueqing"'), page.body.includes('value="C02-shaoxing"')]).toEqual([true, false])
  const chosen = { ...fieldsOf(page.body, url), cluster: 'C09-yueqing', procedure: 'light', do: 'check' }
  const checked = await browser.send(chosen)
  expect([checked.statusCode, checked.body.includes('gasme-C09-yueqing-1')]).toEqual([200, true])
  expect([checked.body.includes('Nothing was sent yet'), api.door.sent.length]).toEqual([true, 0])
  const last = { ...fieldsOf(checked.body, url), do: 'start' }
  const done = [await browser.send(last), await browser.send(last)]
  expect(done.map((one) => [one.statusCode, browser.location(one)])).toEqual(
    Array.from({ length: 2 }, () => [303, '/bases/gasme-C09-yueqing-1']),
  )
  expect(api.door.sent.map(({ parcel, actor }) => [parcel.command, actor.person])).toMatchObject([
    [{ type: 'nominate', call: 'call-1', invited: false, procedure: 'light' }, 'p-pm-1'],
  ])
})

test('what is missing is said at its field in the language of the page, and what was typed stays', async () => {
  const browser = await signedIn('p-pm-1')
  const begun = fieldsOf((await browser.ask(`${url}?way=new&lang=zh-CN`)).body, url)
  const wrong = await browser.send({ ...begun, id: 'N 1', name_en: 'Foshan ceramics', country: 'China', do: 'check' })
  expect(wrong.statusCode).toBe(422)
  for (const said of ['应为字母、数字和连字符', '未填写', 'value="Foshan ceramics"', 'aria-invalid="true"'])
    expect(wrong.body).toContain(said)
  const [, count] = /有(\d+)项缺漏/.exec(wrong.body) ?? []
  const lines = [...wrong.body.matchAll(/<a href="#f-([^"]+)">([^<]+)<\/a>/g)]
  expect(lines.map(([, name]) => name)).toEqual(expect.arrayContaining(['id', 'iso_3166_2']))
  expect([String(lines.length), lines.every(([, , said = '']) => /[^。]。$/.test(said))]).toEqual([count, true])
  expect(api.door.sent).toEqual([])
})

const cells = {
  id: 'N01-foshan',
  name_en: 'Foshan ceramics',
  name_local: '佛山陶瓷',
  name_local_lang: 'zh',
  country: 'China',
  iso_3166_1_alpha2: 'CN',
  iso_3166_2: 'CN-GD',
  province_or_state: 'Guangdong',
  prefecture: 'Foshan',
  government_level: 'prefecture',
  possible_counterpart_government: 'Foshan People’s Government',
  programme_category: 'textile',
  isic_rev4: '2392 2393',
  figures: 'enterprises:1200:enterprises:2023:official:Foshan',
}

test('a cluster that nobody knew is entered by the columns of a nomination file, and read by its rules', async () => {
  const browser = await signedIn('p-pm-1')
  const begun = fieldsOf((await browser.ask(`${url}?way=new&lang=en`)).body, url)
  const unfit = await browser.send({ ...begun, ...cells, figures: 'enterprises:many:enterprises:2023:official:Foshan' })
  expect([unfit.statusCode, unfit.body.includes('in the line of “enterprises” the value must be a number')]).toEqual([
    422,
    true,
  ])
  const threeLetters = await browser.send({ ...begun, ...cells, iso_3166_1_alpha2: 'CHN' })
  expect([threeLetters.statusCode, threeLetters.body.includes('an ISO 3166-1 code such as VN')]).toEqual([422, true])
  expect(threeLetters.body).toContain('value="Foshan ceramics"')
  const nowhere = await browser.send({ ...begun, ...cells, iso_3166_2: 'ZW-HA' })
  expect([nowhere.statusCode, nowhere.body.includes('a place of the programme')]).toEqual([422, true])
  const checked = await browser.send({ ...begun, ...cells, invited: 'yes' })
  expect([checked.statusCode, checked.body.includes('gasme-N01-foshan-1')]).toEqual([200, true])
  const changed = await browser.send({ ...fieldsOf(checked.body, url), do: 'change' })
  expect(changed.body).toContain('value="Foshan ceramics"')
  const done = await browser.send({ ...fieldsOf(checked.body, url), do: 'start' })
  expect([done.statusCode, browser.location(done)]).toEqual([303, '/bases/gasme-N01-foshan-1'])
  expect(api.door.sent[0]?.parcel.command).toMatchObject({
    type: 'nominate',
    invited: true,
    cluster: { cluster: 'N01-foshan', category: 'textile', readings: [{ measure: 'enterprises', value: 1200 }] },
  })
})

test('the check of a new cluster says what its start would refuse: a number that is taken, a place of another country, a base that runs', async () => {
  const browser = await signedIn('p-pm-1')
  const begun = fieldsOf((await browser.ask(`${url}?way=new&lang=en`)).body, url)
  const checked = (fields: Readonly<Record<string, string>>) =>
    browser.send({ ...begun, ...cells, id: 'N02-foshan', ...fields, do: 'check' })
  const taken = await checked({ id: 'C09-yueqing' })
  expect([taken.statusCode, taken.body.includes('is the number of another cluster')]).toEqual([422, true])
  expect(taken.body).not.toContain('gasme-C09-yueqing-')
  const elsewhere = await checked({ iso_3166_2: 'JP-40' })
  expect([elsewhere.statusCode, elsewhere.body.includes('which begins with CN-')]).toEqual([422, true])
  const sound = await checked({})
  expect([sound.statusCode, sound.body.includes('gasme-N02-foshan-1')]).toEqual([200, true])
  const known = fieldsOf((await browser.ask(`${url}?lang=en`)).body, url)
  const running = await browser.send({ ...known, cluster: 'C02-shaoxing', do: 'check' })
  expect([running.statusCode, running.body.includes('already nominated as')]).toEqual([409, true])
  expect(running.body).toContain('/programmes/gasme/people?give=')
  expect(api.door.sent).toEqual([])
})

test('place and authority get their Chinese names on the page, in the register before the base begins; what the register has stays', async () => {
  const browser = await signedIn('p-pm-1')
  const page = (await browser.ask(`${url}?way=new&lang=en`)).body
  const checking = (id: string, named: Fields = {}) =>
    browser.send({ ...fieldsOf(page, url), ...cells, id, ...named, do: 'check' })
  expect((await checking('N03-foshan')).body).toContain('is not named in Chinese')
  const half = await checking('N03-foshan', { chinese_place: '广东省佛山市' })
  expect([half.statusCode, half.body.includes('are named in Chinese together')]).toEqual([422, true])
  const both = { chinese_place: '广东省佛山市', chinese_government: '佛山市人民政府' }
  const checked = await checking('N03-foshan', both)
  expect([checked.statusCode, checked.body.includes('is not named in Chinese')]).toEqual([200, false])
  const done = await browser.send({ ...fieldsOf(checked.body, url), do: 'start' })
  expect([done.statusCode, browser.location(done)]).toEqual([303, '/bases/gasme-N03-foshan-1'])
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toMatchObject([
    { type: 'add_to_register', entry: { kind: 'names', id: 'N03-foshan', place: '广东省佛山市' } },
    { type: 'nominate' },
  ])
  const kept = await api.parts.db.selectFrom('cluster').select('names').where('id', '=', 'N03-foshan').execute()
  expect(kept).toMatchObject([{ names: { 'zh-CN': { place: '广东省佛山市', government: '佛山市人民政府' } } }])
  const by = { person: 'p-ad-1', role: 'AD', mandate: 'm-1', onBehalfOf: 'o-office' } as const
  const entry = { kind: 'names', id: 'N04-foshan', place: '广东省佛山市', government: '佛山市人民政府' } as const
  const after = await headOf(api.parts.db, 'gasme')
  expect(await recordInProgramme(api, { after, event: { type: 'register_added', entry, by } })).toBe('recorded')
  await openCall(api, 'call-2')
  expect((await checking('N04-foshan')).body).not.toContain('is not named in Chinese')
  const other = await checking('N04-foshan', { ...both, chinese_place: '佛山' })
  expect([other.statusCode, other.body.includes('the register has Chinese names')]).toEqual([422, true])
})

test('the check says which seats of the place nobody holds, each leading to the form by which it is given', async () => {
  const browser = await signedIn('p-pm-1')
  const page = (await browser.ask(`${url}?way=new&lang=en`)).body
  const { body } = await browser.send({ ...fieldsOf(page, url), ...cells, id: 'N05-foshan', do: 'check' })
  expect(body).toContain('href="/programmes/gasme/people?give=LG&amp;base=gasme-N05-foshan-1#give"')
})

test('while Temporal is away nothing is lost: the page says so with everything on it, and the same button starts it later', async () => {
  const browser = await signedIn('p-pm-1')
  const page = await browser.ask(`${url}?lang=en`)
  const checked = await browser.send({ ...fieldsOf(page.body, url), cluster: 'C01-dali', do: 'check' })
  api.door.isUp = false
  const away = await browser.send({ ...fieldsOf(checked.body, url), do: 'start' })
  expect([away.statusCode, away.body.includes('The base was not started')]).toEqual([503, true])
  api.door.isUp = true
  const again = await browser.send({ ...fieldsOf(away.body, url), cluster: 'C01-dali', do: 'start' })
  expect([again.statusCode, browser.location(again)]).toEqual([303, '/bases/gasme-C01-dali-1'])
})

test('where no call is open the page says who opens one; nobody but who nominates is shown it or the way to it', async () => {
  await api.parts.db.updateTable('programme').set({ open_call: null }).where('id', '=', 'gasme').execute()
  const manager = await signedIn('p-pm-1')
  expect((await manager.ask(`${url}?lang=en`)).body).toContain('No call for nominations is open')
  const director = await signedIn('p-pd-1')
  expect((await director.ask('/bases')).body).not.toContain(`href="${url}"`)
  expect((await director.ask(url)).statusCode).toBe(403)
  const mark = fieldsOf((await manager.ask('/bases')).body, '/sign-out')
  expect((await director.send({ ...mark, cluster: 'C01-dali', do: 'start' })).statusCode).toBe(403)
})
