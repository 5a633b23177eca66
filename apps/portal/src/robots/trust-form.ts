import type { Robot } from './robots.queries'

type Trust = Robot['trust'][number]

/** An entry of trust as a form has it: with claims in the order in which they were entered. */
export interface TrustForm {
  issuer: string
  audience: string
  claims: { name: string; pattern: string }[]
}

interface TrustPreset {
  readonly name: string
  readonly issuer: string
  readonly claims: readonly (readonly [name: string, pattern: string])[]
}

/** What well-known systems call themselves, and by which claims they tell one pipeline from another. */
export const trustPresets: readonly TrustPreset[] = [
  {
    name: 'GitHub Actions',
    issuer: 'https://token.actions.githubusercontent.com',
    claims: [
      ['repository', ''],
      ['ref', 'refs/heads/main'],
    ],
  },
  {
    name: 'GitLab CI',
    issuer: 'https://gitlab.com',
    claims: [
      ['project_path', ''],
      ['ref', 'main'],
    ],
  },
  { name: 'Kubernetes', issuer: '', claims: [['sub', 'system:serviceaccount:']] },
  { name: 'other', issuer: '', claims: [['sub', '']] },
]

/** @param host of the registry, which is whom tokens are for */
export const newTrust = ({ issuer, claims }: TrustPreset, host: string): TrustForm => ({
  issuer,
  audience: `https://${host}`,
  claims: claims.map(([name, pattern]) => ({ name, pattern })),
})

export const trustForm = ({ issuer, audience, claims }: Trust): TrustForm => ({
  issuer,
  audience,
  claims: Object.entries(claims).map(([name, pattern]) => ({ name, pattern })),
})

export const trustOf = ({ issuer, audience, claims }: TrustForm): Trust => ({
  issuer: issuer.trim(),
  audience: audience.trim(),
  claims: Object.fromEntries(claims.map(({ name, pattern }) => [name.trim(), pattern])),
})
