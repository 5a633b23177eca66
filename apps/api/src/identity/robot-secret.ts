import { createHmac } from 'node:crypto'
import { deriveKey } from '@berth/secrets'

/** What is kept of a robot's secret. The secret is random and long, so that one keyed hash is enough. */
export const hashRobotSecret = (secret: string, secretKey: string): Buffer =>
  createHmac('sha256', deriveKey(secretKey, 'robot secret')).update(secret).digest()
