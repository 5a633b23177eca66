import { CloseOutlined, GlobalOutlined, PlusOutlined } from '@ant-design/icons'
import type { components } from '@berth/api-client'
import { heldToGive, isAsked, isProjectPermission, nameOf, type Scope } from '@berth/rbac'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Card, Flex, Form, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { projectNamesQuery } from '../forms/project-names.queries'
import { PatternsField } from '../rights/patterns-field'
import { type Preset, RightsMatrix } from '../rights/rights-matrix'
import { useRights } from '../session/rights.queries'
import { EVERYWHERE, type PlaceRights } from './robot-form'
import type { RobotOwner } from './robots.queries'

type Givable = components['schemas']['Permissions']

const PULL = ['repository:pull']
const PUSH = ['repository:pull', 'repository:push']

/** What a robot can be given, as far as it does something. */
const namesOf = (scope: Scope, givable: Givable) =>
  (givable[scope] ?? []).map(nameOf).filter((name) => isAsked(scope, name))

/** What the robot may do: in its project, or in the system and in as many projects as one likes. */
export function RightsFields({ owner, givable }: { owner: RobotOwner; givable: Givable }) {
  const { t } = useTranslation()
  const { may } = useRights(owner)
  const presets = [
    { label: t('robot.presetPull'), permissions: PULL },
    { label: t('robot.presetPush'), permissions: PUSH },
  ]
  if (owner !== 'system') {
    const label = t('robot.rightsIn', { name: owner.project })
    return (
      <>
        <Form.Item name={['places', 0, 'permissions']} label={label}>
          <RightsMatrix
            label={label}
            options={namesOf('project', givable).filter(
              (name) => isProjectPermission(name) && heldToGive(name).some(may),
            )}
            presets={presets}
          />
        </Form.Item>
        <KeptTo name={['places', 0, 'repositories']} />
      </>
    )
  }
  const inSystem = namesOf('system', givable)
  const inProjects = namesOf('project', givable)
  return (
    <>
      <Places options={inProjects} presets={presets} />
      <Form.Item name="system" label={t('robot.rightsInSystem')}>
        <RightsMatrix label={t('robot.rightsInSystem')} options={inSystem} />
      </Form.Item>
      <Form.Item name="created" label={t('robot.rightsCreated')} extra={t('robot.rightsCreatedAbout')}>
        <RightsMatrix label={t('robot.rightsCreated')} options={inProjects} presets={presets} />
      </Form.Item>
    </>
  )
}

/** The repositories in which the rights count. */
function KeptTo({ name }: { name: (string | number)[] }) {
  const { t } = useTranslation()
  return (
    <PatternsField
      name={name}
      label={t('robot.repositories')}
      extra={t('robot.repositoriesHint')}
      placeholder={t('robot.allRepositories')}
      most={20}
    />
  )
}

interface PlacesProps {
  options: readonly string[]
  presets: readonly Preset[]
}

/** Projects, each with a matrix of its own. */
function Places({ options, presets }: PlacesProps) {
  const { t } = useTranslation()
  const places = Form.useWatch<PlaceRights[] | undefined>('places') ?? []
  return (
    <Form.List name="places">
      {(fields, { add, remove }) => (
        <Flex vertical gap={12} style={{ marginBottom: 24 }}>
          {fields.map(({ key, name }) => {
            const { namespace = '' } = places[name] ?? {}
            const isEverywhere = namespace === EVERYWHERE
            const label = isEverywhere ? t('robot.rightsEverywhere') : t('robot.rightsIn', { name: namespace })
            return (
              <Card
                key={key}
                size="small"
                title={label}
                extra={
                  <Button
                    type="text"
                    icon={<CloseOutlined aria-hidden />}
                    aria-label={t('robot.removePlace', { name: isEverywhere ? t('robot.everywhere') : namespace })}
                    onClick={() => remove(name)}
                  />
                }
              >
                {/* Of a list the form knows what has a field alone. */}
                <Form.Item name={[name, 'namespace']} hidden>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'permissions']}>
                  <RightsMatrix label={label} options={options} presets={presets} />
                </Form.Item>
                <KeptTo name={[name, 'repositories']} />
              </Card>
            )
          })}
          <AddPlace
            taken={places.map(({ namespace }) => namespace)}
            onAdd={(namespace) => add({ namespace, permissions: PULL } satisfies PlaceRights)}
          />
        </Flex>
      )}
    </Form.List>
  )
}

function AddPlace({ taken, onAdd }: { taken: readonly string[]; onAdd: (namespace: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { data: projects = [] } = useQuery(projectNamesQuery(useDeferredValue(typed.trim())))
  const name = typed.trim()
  const addTyped = () => {
    onAdd(name)
    setTyped('')
  }
  return (
    <Flex wrap gap={8}>
      <AutoComplete
        style={{ flex: '1 1 180px' }}
        aria-label={t('robot.project')}
        placeholder={t('robot.project')}
        value={typed}
        options={projects.filter((project) => !taken.includes(project)).map((value) => ({ value }))}
        onChange={(value: string | undefined) => setTyped(value ?? '')}
      />
      <Button icon={<PlusOutlined aria-hidden />} disabled={name === '' || taken.includes(name)} onClick={addTyped}>
        {t('robot.addProject')}
      </Button>
      {taken.includes(EVERYWHERE) ? null : (
        <Button icon={<GlobalOutlined aria-hidden />} onClick={() => onAdd(EVERYWHERE)}>
          {t('robot.addEverywhere')}
        </Button>
      )}
    </Flex>
  )
}
