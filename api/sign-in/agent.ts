/** Which kind of program asked, on which kind of machine: enough to know one's own browser again, and nobody else by it. */
export const agentOf = (userAgent: string | undefined): string => {
  const said = userAgent ?? ''
  const [, program = 'other'] = programs.find(([pattern]) => pattern.test(said)) ?? []
  const [, machine = 'other'] = machines.find(([pattern]) => pattern.test(said)) ?? []
  return `${program}/${machine}`
}

const programs = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const

const machines = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const
