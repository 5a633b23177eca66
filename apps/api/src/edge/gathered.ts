import { Logger } from '@nestjs/common'

export interface GatheredOptions<Told> {
  /** What is gathered, for the log. */
  readonly name: string
  readonly windowMs: number
  /** Things that are told of by themselves within a window. */
  readonly most: number
  /** Those of one caller among them. */
  readonly mostOfOne: number
  readonly write: (told: Told, count: number) => Promise<void>
  /** Those for which there was no room. */
  readonly writeOthers: (count: number) => Promise<void>
}

/**
 * Tells of what may come in floods: the first of a thing at once, those that follow within the window once, at its end, with their number.
 * So whoever makes the flood fills neither disk nor memory.
 */
export class Gathered<Told> {
  private readonly logger: Logger
  private more = new Map<string, { readonly told: Told; count: number }>()
  private callers = new Map<string, number>()
  private others = 0
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly options: GatheredOptions<Told>) {
    this.logger = new Logger(options.name)
  }

  /** @param caller whose flood it would be @param thing within the caller's */
  async tell(caller: string, thing: string, told: Told): Promise<void> {
    const { most, mostOfOne, windowMs, write } = this.options
    this.timer ??= setTimeout(() => void this.flush(), windowMs).unref()
    const key = `${caller}\0${thing}`
    const known = this.more.get(key)
    const ofCaller = this.callers.get(caller) ?? 0
    if (known) known.count += 1
    else if (this.more.size < most && ofCaller < mostOfOne) {
      this.more.set(key, { told, count: 0 })
      this.callers.set(caller, ofCaller + 1)
      await write(told, 1)
    } else this.others += 1
  }

  /** Ends the window, and tells of what followed the first of each thing. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const [more, others] = [this.more, this.others]
    this.more = new Map()
    this.callers = new Map()
    this.others = 0
    try {
      for (const { told, count } of more.values()) if (count > 0) await this.options.write(told, count)
      if (others > 0) await this.options.writeOthers(others)
    } catch (error) {
      this.logger.error(`What was gathered could not be written down: ${String(error)}`)
    }
  }
}
