import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { Segments } from '../components/segments'
import { Select } from '../components/select'
import { useAtLeast } from '../components/use-breakpoint'
import { pullCommand, type PullTarget, type PullTool, takesDigest, toolFor } from './clients'
import styles from './pull-panel.module.css'

interface PullPanelProps {
  target: PullTarget
  tools: readonly PullTool[]
  /** The tool that the reader prefers. */
  wanted: string | undefined
  onTool: (tool: PullTool) => void
}

/** How to get an image, in the reader's tool, by tag or by digest. */
export function PullPanel({ target, tools, wanted, onTool }: PullPanelProps) {
  const { t } = useTranslation()
  const isWide = useAtLeast('lg')
  const [by, setBy] = useState<'tag' | 'digest'>('tag')
  const tool = toolFor(wanted, tools)
  const hasChoice = target.tag !== undefined && takesDigest(tool)
  const shown = by === 'digest' && hasChoice ? { ...target, tag: undefined } : target
  const options = tools.map((value) => ({ value, label: t(`pull.tools.${value}`) }))

  return (
    <section className={styles.pull} aria-label={t('pull.title')}>
      <div className={styles.head}>
        <h2>
          {t('pull.title')} {target.tag === undefined ? null : <span className={styles.tag}>{target.tag}</span>}
        </h2>
        {isWide ? (
          <Segments label={t('pull.tool')} value={tool} options={options} onChange={onTool} />
        ) : (
          <Select label={t('pull.tool')} value={tool} options={options} onChange={onTool} />
        )}
        {hasChoice ? (
          <Segments
            label={t('pull.by')}
            value={by}
            onChange={setBy}
            options={[
              { value: 'tag', label: t('pull.byTag') },
              { value: 'digest', label: t('pull.byDigest') },
            ]}
          />
        ) : null}
      </div>
      <CommandLine text={pullCommand(tool, shown)} label={t('pull.command')} shortcut="c" />
    </section>
  )
}
