import { keptChoice } from '../browser/choice'

export const timeFormats = ['relative', 'local', 'utc'] as const

/** How the reader wants times to be told. */
export const { choose: chooseTimeFormat, useChoice: useTimeFormat } = keptChoice(
  'berth-time-format',
  (text) => timeFormats.find((known) => known === text) ?? 'relative',
)
