import { expect, it } from 'vitest'
import { runCli } from './cli.js'

async function helpOf(command: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const stop = new AbortController().signal
  expect(await runCli([command, '--help'], { environment, version: '1', stop, out: say, err: say })).toBe(0)
  return said.join('')
}

it.each(['import', 'export'])('%s-layout says how it is called: certificates and the platform', async (word) => {
  const alone = await helpOf(`${word}-layout`, {})
  expect(alone).toMatch(/^Usage: berth-registry \w+-layout /)
  expect(alone).toMatch(/BERTH_REMOTE_CA_FILE[^]*BERTH_DATABASE_/)
  expect(alone).not.toContain('--ca')

  const wrapped = await helpOf(`${word}-layout`, { BERTH_PROGRAM: `./berth ${word} layout` })
  expect(wrapped).toContain(`Usage: ./berth ${word} layout `)
  expect(wrapped).toContain('--ca <file>')
  expect(wrapped).not.toMatch(/BERTH_REMOTE_CA_FILE|BERTH_DATABASE_/)
})

it('a command that copies nothing has its own help alone', async () => {
  expect(await helpOf('serve', {})).not.toContain('BERTH_REMOTE')
})
