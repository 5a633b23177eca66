import { describeSetting, type SettingRow } from '../settings/table/setting-row.js'
import { settingGroups } from '../settings/table/settings-table.js'

const titles: Readonly<Record<string, string>> = {
  access: 'Signing in and tokens',
  system: 'System',
  projects: 'Projects',
  robots: 'Robots',
  audit: 'Audit log',
  ldap: 'LDAP',
  oidc: 'OIDC',
  uaa: 'UAA',
  'http-auth-proxy': 'Authentication proxy',
}

const cell = (text: string) => text.replaceAll('|', '\\|')

const line = ([key, row]: [string, SettingRow]) =>
  `| \`${key}\` | \`${JSON.stringify(row.fallback)}\` | ${cell(describeSetting(row))} | ${row.seed ? `\`${row.seed}\`` : ''} |`

/** The page of all settings, for people who read. */
export function settingsPage(): string {
  const sections = [...settingGroups].map(([group, rows]) =>
    [
      `## ${titles[group] ?? group}`,
      '',
      '| key | until it is set | what it is | first value from |',
      '|---|---|---|---|',
      ...Object.entries(rows).map(line),
    ].join('\n'),
  )
  return `# Settings

What an administrator may change while Berth runs: \`GET\` and \`PUT /api/v2.0/configurations\`. Clients of Harbor find all of its keys.

\`\`\`sh
curl -u admin -X PUT -H 'Content-Type: application/json' -d '{"read_only": true}' https://registry.example.com/api/v2.0/configurations
\`\`\`

This page is written by \`pnpm --filter @berth/api document\` from the table in \`apps/api/src/settings/table/settings-table.ts\`.

A variable in the last column gives a setting its value on the first start; with \`BERTH_RELOAD_CONFIG=true\`, on each.

${sections.join('\n\n')}
`
}
