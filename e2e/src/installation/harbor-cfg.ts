import { readFile, writeFile } from 'node:fs/promises'

/**
 * Sets keys of a `harbor.cfg`, as an operator does with an editor.
 *
 * @throws {Error} when the file has no line for one of the keys
 */
export async function setKeys(file: string, values: Readonly<Record<string, string>>): Promise<void> {
  let content = await readFile(file, 'utf8')
  for (const [key, value] of Object.entries(values)) {
    const line = new RegExp(`^${key}\\s*=.*$`, 'm')
    if (!line.test(content)) throw new Error(`${file} has no line for ${key}.`)
    content = content.replace(line, () => `${key} = ${value}`)
  }
  await writeFile(file, content)
}

/** 1-based number of the line that sets a key. */
export function lineOfKey(content: string, key: string): number {
  const index = content.split('\n').findIndex((line) => new RegExp(`^${key}\\s*=`).test(line))
  if (index < 0) throw new Error(`No line sets ${key}.`)
  return index + 1
}
