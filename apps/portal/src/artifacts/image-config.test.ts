import { expect, test } from 'vitest'
import { readImageConfig } from './image-config'

test('reads exposed ports as the OCI writes them, and as a list', () => {
  expect(readImageConfig({ ExposedPorts: { '8080/tcp': {} } }).ports).toEqual(['8080/tcp'])
  expect(readImageConfig({ ExposedPorts: ['8080/tcp', '53/udp', 1] }).ports).toEqual(['8080/tcp', '53/udp'])
})

test('takes what is not as it should be for nothing', () => {
  expect(readImageConfig({ Env: 'PATH=/bin', Cmd: [1], Labels: [], User: {} })).toEqual({
    entrypoint: [],
    command: [],
    workingDirectory: '',
    user: '',
    ports: [],
    environment: [],
    labels: [],
  })
})
