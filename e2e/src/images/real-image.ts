import { succeed } from '../clients/command.js'
import type { Scenario } from '../scenario.js'
import { buildRandomImage } from './random-image.js'

/** An image of many layers and some hundred MB: one of the platform's own, or one built on Debian where there are none. */
export async function realImage({ docker, folder, facts }: Scenario): Promise<string> {
  if (facts.kind === 'native') {
    const image = await buildRandomImage(docker, folder, {
      from: 'node:24-trixie-slim',
      layers: 10,
      bytesPerLayer: 2 ** 20,
    })
    return image.name
  }
  const [first] = await platformImages()
  if (first === undefined) throw new Error('The Docker Engine holds none of the images of the platform.')
  return first
}

/** Names of the platform's own images on this machine. */
export async function platformImages(): Promise<string[]> {
  const output = await succeed('docker', [
    'images',
    '--filter',
    'reference=berth.invalid/*',
    '--format',
    '{{.Repository}}:{{.Tag}}',
  ])
  return output.split('\n').filter((name) => name !== '')
}
