import { expect, it } from 'vitest'
import { Report } from './report.js'

it('says how many of each came, what was left and what failed', () => {
  const report = new Report('https://harbor.example', 'v2.12.2')
  report.add('project', 'team', 'brought')
  report.add('project', 'library', 'present')
  report.add('member', 'uma', 'left', 'There is no user uma.', 'team')
  report.add('repository', 'team/app', 'failed', 'blob broken', 'team')
  expect(report.failures).toBe(1)
  expect(report.toText()).toBe(
    [
      '                 brought  present     left   failed',
      'project                1        1        0        0',
      'member                 0        0        1        0',
      'repository             0        0        0        1',
      '',
      'Left out, for Berth has no counterpart or does not know whom it belongs to:',
      '  member team: uma - There is no user uma.',
      '',
      'Failed:',
      '  repository team/app - blob broken',
      '',
    ].join('\n'),
  )
  expect(JSON.parse(report.toJson({ dry_run: false }))).toMatchObject({
    source: 'https://harbor.example',
    dry_run: false,
    entries: [
      { kind: 'project', name: 'team', outcome: 'brought' },
      {},
      { project: 'team', detail: 'There is no user uma.' },
      {},
    ],
  })
})

it('lets nothing of a name act on a terminal, and bounds what is shown', () => {
  const report = new Report('x', '')
  report.add('label', `\u001b[2Jred\u202E\nnext ${'x'.repeat(1000)}`, 'failed', '\u0007')
  for (let number = 0; number < 500; number += 1) report.add('label', `l${number}`, 'failed')
  const text = report.toText()
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202E]/)
  expect(text.split('\n').every((line) => line.length < 800)).toBe(true)
  expect(text).toContain('and 301 more')
  expect(JSON.parse(report.toJson({})).entries).toHaveLength(501)
})
