import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { Segments } from '../components/segments'
import { Select } from '../components/select'
import { useAtLeast } from '../components/use-breakpoint'
import { pullCommand, type PullTarget, type PullTool } from './clients'
import styles from './pull-panel.module.css'

interface PullPanelProps {
  target: PullTarget
  tools: readonly PullTool[]
  tool: PullTool
  onTool: (tool: PullTool) => void
}

/** How to get this image, in the reader's tool, by tag or by digest. */
export function PullPanel({ target, tools, tool, onTool }: PullPanelProps) {
  const { t } = useTranslation()
  const wide = useAtLeast('lg')
  const [by, setBy] = useState<'tag' | 'digest'>('tag')
  const shown = by === 'digest' ? { ...target, tag: undefined } : target
  const options = tools.map((value) => ({ value, label: t(`pull.tools.${value}`) }))

  return (
    <section className={styles.pull} aria-label={t('pull.title')}>
      <div className={styles.head}>
        <h2>{t('pull.title')}</h2>
        {wide ? (
          <Segments label={t('pull.tool')} value={tool} options={options} onChange={onTool} />
        ) : (
          <Select label={t('pull.tool')} value={tool} options={options} onChange={onTool} />
        )}
        {target.tag === undefined ? null : (
          <Segments
            label={t('pull.by')}
            value={by}
            onChange={setBy}
            options={[
              { value: 'tag', label: t('pull.byTag') },
              { value: 'digest', label: t('pull.byDigest') },
            ]}
          />
        )}
      </div>
      <CommandLine text={pullCommand(tool, shown)} label={t('pull.command')} />
    </section>
  )
}
