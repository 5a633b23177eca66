/** For each key so many at a time go on. The others wait for their turn, in the order in which they came. */
export class Turns {
  private readonly lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>()

  /** @param longest how many may wait for one key */
  constructor(
    private readonly atOnce: number,
    private readonly longest: number,
  ) {}

  /** @returns undefined where too many wait already: then nothing was done */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result | undefined> {
    const line = this.lines.get(key) ?? { running: 0, waiting: [] }
    this.lines.set(key, line)
    if (line.running < this.atOnce) line.running += 1
    else if (line.waiting.length < this.longest) await new Promise<void>((resolve) => line.waiting.push(resolve))
    else return undefined
    try {
      return await work()
    } finally {
      const next = line.waiting.shift()
      if (next) next()
      else if (--line.running === 0) this.lines.delete(key)
    }
  }
}
