import { Injectable } from '@nestjs/common'
import { TransientError } from '@berth/contracts'
import type { JWTPayload } from 'jose'
import sql, { type Sql } from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { isOfToken, readSigned } from '../oidc/signed-token.js'
import { issuerOf, type Trust, trusts } from './id-token.js'
import { IssuerKeys } from './issuer-keys.js'

interface Row {
  readonly id: number
  readonly trust: Trust
}

/** Tokens of issuers that robots trust: what a pipeline shows instead of a secret. */
@Injectable()
export class RobotTrust {
  constructor(
    private readonly database: Database,
    private readonly keys: IssuerKeys,
  ) {}

  /**
   * The credential by which a robot takes the token. Only issuers that the robot names are asked for their keys.
   * @param robot condition on `robot r` and `project p`
   * @throws {TransientError} ISSUER_UNREACHABLE
   */
  async find(robot: Sql, token: string): Promise<number | undefined> {
    const issuer = issuerOf(token)
    if (issuer === undefined) return undefined
    const entries = await this.database.rows<Row>(sql`
      select c.id, c.trust from robot r left join project p on p.id = r.project_id join credential c on c.robot_id = r.id
      where ${robot} and c.kind = 'trust' and c.trust->>'issuer' = ${issuer} order by c.id`)
    if (entries.length === 0) return undefined
    const payload = await this.read(token, issuer)
    return payload && entries.find(({ trust }) => trusts(trust, payload))?.id
  }

  private async read(token: string, issuer: string): Promise<JWTPayload | undefined> {
    try {
      return await readSigned(token, await this.keys.of(issuer), { issuer })
    } catch (error) {
      if (isOfToken(error)) return undefined
      throw new TransientError('ISSUER_UNREACHABLE', { issuer }, { cause: error })
    }
  }
}
