import { createServer } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateTokenKeys } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

const registry = createServer((_, response) => void response.end(answer))
let answer = ''
let folder: string
let caDownload: string
let api: ApiUnderTest
beforeAll(async () => {
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
  folder = await mkdtemp(join(tmpdir(), 'berth-system-info-'))
  caDownload = join(folder, 'ca.crt')
  const { port } = registry.address() as AddressInfo
  const elsewhere = 'http://127.0.0.1:1'
  api = await ApiUnderTest.start({
    caDownload,
    components: { registryUrl: `http://127.0.0.1:${port}`, jobserviceUrl: elsewhere, portalUrl: elsewhere },
  })
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
  await new Promise((resolve) => registry.close(resolve))
})

describe('volumes', () => {
  const storage = async () => (await api.call({ path: 'systeminfo/volumes', as: 'admin' })).body.storage

  it('are what the registry says of its disk', async () => {
    answer = '{"total":100,"free":40}'
    expect(await storage()).toEqual([{ total: 100, free: 40 }])
  })

  it.each(['{}', '', '{"total":"many","free":1}'])('are none where the registry says %j', async (said) => {
    answer = said
    expect(await storage()).toEqual([])
  })
})

describe('the root certificate', () => {
  const get = () => api.call({ path: 'systeminfo/getcert' })
  const hasRoot = async () => (await api.call({ path: 'systeminfo', as: 'admin' })).body.has_ca_root

  it('is not there until somebody puts one there', async () => {
    expect(await get()).toMatchObject({ status: 404, reason: 'NO_CA_CERTIFICATE' })
    expect(await hasRoot()).toBe(false)
  })

  it('is given to anybody from then on', async () => {
    const { certificate } = await generateTokenKeys()
    await writeFile(caDownload, certificate)
    const answered = await get()
    expect(answered).toMatchObject({ status: 200 })
    expect(answered.headers['content-disposition']).toBe('attachment; filename=ca.crt')
    expect(answered.text.trim()).toBe(certificate.trim())
    expect(await hasRoot()).toBe(true)
  })

  it('is nothing else that may lie there', async () => {
    await writeFile(caDownload, '-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n')
    const answered = await get()
    expect(answered).toMatchObject({ status: 404 })
    expect(answered.text).not.toContain('secret')
  })
})
