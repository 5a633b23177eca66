import { Worker } from 'node:worker_threads'
import type { AssembleAnswer, AssembleRequest } from './assemble-worker.js'

const IDLE_MILLISECONDS = 5_000

interface Job {
  readonly request: AssembleRequest
  readonly resolve: (hex: string) => void
  readonly reject: (error: Error) => void
}

/** Worker threads that hash files. Threads start when needed and end when idle: at rest they cost no memory. */
export class HashPool {
  #waiting: Job[] = []
  #idle = new Set<HashThread>()
  #threads = new Set<HashThread>()

  constructor(
    private readonly size: number,
    private readonly idleMilliseconds = IDLE_MILLISECONDS,
  ) {}

  /** @returns digest in hex of the assembled chunks */
  run(request: AssembleRequest): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.stop()))
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const [idle] = this.#idle
    const thread = idle ?? (this.#threads.size < this.size ? this.#start() : undefined)
    if (!thread) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#idle.delete(thread)
    thread.run(job)
  }

  #start(): HashThread {
    const thread = new HashThread(
      () => {
        this.#idle.add(thread)
        this.#next()
      },
      () => {
        this.#threads.delete(thread)
        this.#idle.delete(thread)
        this.#next()
      },
      this.idleMilliseconds,
    )
    this.#threads.add(thread)
    return thread
  }
}

class HashThread {
  #worker = new Worker(new URL('assemble-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  })
  #job: Job | undefined
  #idleTimer: NodeJS.Timeout | undefined

  constructor(
    private readonly onIdle: () => void,
    private readonly onExit: () => void,
    private readonly idleMilliseconds: number,
  ) {
    this.#worker.on('message', (answer: AssembleAnswer) => this.#finish(answer))
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => {
      this.#fail(new Error('hash thread ended'))
      onExit()
    })
    this.#worker.unref()
  }

  run(job: Job): void {
    clearTimeout(this.#idleTimer)
    this.#job = job
    this.#worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
    this.#worker.postMessage(job.request)
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idleTimer)
    await this.#worker.terminate()
  }

  #finish(answer: AssembleAnswer): void {
    const job = this.#job
    this.#job = undefined
    if ('hex' in answer) job?.resolve(answer.hex)
    else job?.reject(Object.assign(new Error(answer.message), { code: answer.code }))
    this.#worker.unref()
    this.#idleTimer = setTimeout(() => {
      // First nobody gives it work any more.
      this.onExit()
      void this.#worker.terminate()
    }, this.idleMilliseconds)
    this.#idleTimer.unref()
    this.onIdle()
  }

  #fail(error: Error): void {
    clearTimeout(this.#idleTimer)
    this.#job?.reject(error)
    this.#job = undefined
  }
}
