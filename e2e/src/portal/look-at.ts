import { expect } from 'vitest'
import type { Scenario } from '../scenario.js'
import type { Portal } from './portal.js'

/** Takes a picture of the page, on which axe is to find nothing. Rows of the answer before are pale until the next one is there. */
export async function lookAt({ facts }: Scenario, portal: Portal, page: string): Promise<void> {
  await portal.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await portal.screenshot(`${facts.kind}-${portal.texts.language}-${page}`)
  expect.soft(await portal.accessibilityFaults(), page).toEqual([])
}
