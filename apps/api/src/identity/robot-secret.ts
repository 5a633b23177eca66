import { createHmac } from 'node:crypto'

/** What is kept of a robot's secret. The secret is random and long, so that one keyed hash is enough. */
export const hashRobotSecret = (secret: string, secretKey: string): Buffer =>
  createHmac('sha256', secretKey).update(`robot\0${secret}`).digest()
