import { expect, test } from 'vitest'
import { parseCfg } from './parse-cfg.js'

test('reads keys with = and with :, and leaves comments and empty lines out', () => {
  const { entries, faults } = parseCfg(
    '# a comment\n; another\n\nhostname = a.example\nssl_cert:/x = y\n',
    'harbor.cfg',
  )
  expect(faults).toEqual([])
  expect([...entries.values()]).toEqual([
    { key: 'hostname', value: 'a.example', where: 'harbor.cfg:4' },
    { key: 'ssl_cert', value: '/x = y', where: 'harbor.cfg:5' },
  ])
})

test("takes a file with Windows line ends, a byte order mark and Harbor's own section", () => {
  const { entries, faults } = parseCfg('\uFEFF[configuration]\r\nhttp_port = 8080\r\n', 'harbor.cfg')
  expect(faults).toEqual([])
  expect(entries.get('http_port')?.value).toBe('8080')
})

test('names the line of what is no setting, and of a key that stands twice', () => {
  const { faults } = parseCfg('what is this\na = 1\n\na = 2\n', 'harbor.cfg')
  expect(faults).toEqual([
    { where: 'harbor.cfg:1', message: 'is not of the form key = value: what is this' },
    { where: 'harbor.cfg:4', key: 'a', message: 'stands twice, first at harbor.cfg:2' },
  ])
})
