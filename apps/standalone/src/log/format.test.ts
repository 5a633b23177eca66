import { describe, expect, it } from 'vitest'
import { formatLine } from './format.js'

const json =
  '{"level":"warn","time":"2026-01-02T03:04:05.000Z","service":"registry","path":"/a b","msg":"it \\"broke\\""}\n'

describe('formatLine', () => {
  it('writes key=value as Distribution does', () => {
    expect(formatLine(json, 'text')).toBe(
      'time="2026-01-02T03:04:05.000Z" level=warning msg="it \\"broke\\"" service=registry path="/a b"\n',
    )
  })

  it('writes the fields that logstash reads', () => {
    expect(JSON.parse(formatLine(json, 'logstash'))).toMatchObject({
      '@timestamp': '2026-01-02T03:04:05.000Z',
      '@version': '1',
      message: 'it "broke"',
      level: 'warn',
    })
  })

  it('leaves JSON as it is', () => {
    expect(formatLine(json, 'json')).toBe(json)
  })
})
