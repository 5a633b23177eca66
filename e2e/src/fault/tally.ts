/** What a run did, and what it found wrong. */
export class Tally {
  readonly operations: Record<string, number> = {}
  readonly kills: Record<string, number> = {}
  readonly violations: string[] = []
  unanswered = 0
  refused = 0
  outOfSpace = 0

  did(operation: string): void {
    this.operations[operation] = (this.operations[operation] ?? 0) + 1
  }

  killed(victim: string): void {
    this.kills[victim] = (this.kills[victim] ?? 0) + 1
  }

  violation(text: string): void {
    this.violations.push(`${new Date().toISOString()} ${text}`)
  }

  summary(): string {
    const list = (counts: Record<string, number>) =>
      Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ')
    return (
      `operations told: ${list(this.operations)}; without an answer: ${this.unanswered}; refused: ${this.refused}; ` +
      `refused for want of space: ${this.outOfSpace}; kill -9: ${list(this.kills)}; violations: ${this.violations.length}`
    )
  }
}
