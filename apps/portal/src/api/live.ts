let isOpen = false

/** Whether the server tells by itself what has changed. */
export function setLive(next: boolean): void {
  isOpen = next
}

/** Between two questions for something that the server tells of where it can; rarely even then, for a server may fall silent. */
export const unlessLive = (milliseconds: number): number => (isOpen ? 60_000 : milliseconds)
