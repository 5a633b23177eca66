// sum-test-reports.mjs FOLDER SUITE=passed|failed...
// Adds up the vitest reports <suite>.json and <suite>-*.json of each suite, names what failed and what passed only at a second
// try, prints "N passed, N failed" as the last line, and exits with 1 when anything failed or did not run. The suites `prepare` and
// `verify` have no report: each counts as one failure where it failed.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const WITHOUT_REPORT = ['prepare', 'verify']
const [folder, ...outcomes] = process.argv.slice(2)

let passed = 0
const failures = []

/** The first line of the first error of a test, after a colon. */
function reason({ failureMessages: [message] }) {
  return message === undefined ? '' : `: ${message.split('\n', 1)[0].slice(0, 300)}`
}

/** Adds one report. Returns how many failures it names. */
function add(suite, report) {
  const before = failures.length
  passed += report.numPassedTests
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    for (const test of failed) failures.push(`${suite}: ${test.fullName}${reason(test)}`)
    for (const test of file.assertionResults.filter(({ status }) => status === 'passed')) {
      // What passed at the second try has kept the error of the first.
      if (test.failureMessages.length > 0) console.log(`unsteady: ${suite}: ${test.fullName}${reason(test)}`)
    }
    // A file that cannot be loaded fails without a test of its own.
    if (file.status === 'failed' && failed.length === 0) failures.push(`${suite}: ${file.name}`)
    for (const test of file.assertionResults.filter(({ status }) => status === 'pending' || status === 'skipped')) {
      console.log(`skipped: ${suite}: ${test.fullName}`)
    }
  }
  return failures.length - before
}

for (const [suite, outcome] of outcomes.map((text) => text.split('='))) {
  const names = readdirSync(folder).filter(
    (name) => name === `${suite}.json` || (name.startsWith(`${suite}-`) && name.endsWith('.json')),
  )
  let named = 0
  let ran = 0
  for (const name of names) {
    const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    named += add(suite, report)
    ran += report.numTotalTests
  }
  if (outcome === 'failed' && named === 0)
    failures.push(`${suite}: failed outside its tests, see artefacts/${suite}.log`)
  if (outcome === 'passed' && ran === 0 && !WITHOUT_REPORT.includes(suite)) failures.push(`${suite}: ran no test`)
}

for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 ? 1 : 0
