import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsOf } from './permission-groups'
import { PermissionList } from './permission-list'

export interface Preset {
  readonly label: string
  readonly permissions: readonly string[]
}

interface RightsMatrixProps {
  /** Names what the rights are for. */
  label: string
  /** `resource:action`, those that can be chosen. */
  options: readonly string[]
  presets?: readonly Preset[]
  /** The form gives and takes these. */
  value?: readonly string[]
  onChange?: (permissions: string[]) => void
}

/** Rights to choose from, with whole sets to begin with. What is held from before is shown as well, so that nothing goes unseen. */
export function RightsMatrix({ label, options: offered, presets = [], value = [], onChange }: RightsMatrixProps) {
  const { t } = useTranslation()
  const [before] = useState(value)
  const options = [...new Set([...offered, ...before])]
  const choose = (permissions: readonly string[]) => onChange?.(options.filter((name) => permissions.includes(name)))
  return (
    <div role="group" aria-label={label}>
      <Flex wrap gap={6} align="center" style={{ marginBottom: 10 }}>
        {presets.map((preset) => (
          <Button key={preset.label} size="small" onClick={() => choose(preset.permissions)}>
            {preset.label}
          </Button>
        ))}
        <Button size="small" onClick={() => choose(options)}>
          {t('rights.everything')}
        </Button>
        <Button size="small" disabled={value.length === 0} onClick={() => choose([])}>
          {t('rights.nothing')}
        </Button>
        <span className="hint">{t('rights.chosen', { count: value.length })}</span>
      </Flex>
      <PermissionList groups={groupsOf(options)} value={value} onChange={choose} />
    </div>
  )
}
