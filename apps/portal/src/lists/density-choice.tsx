import { useTranslation } from 'react-i18next'
import { Segments } from '../components/segments'
import { chooseDensity, densities, useDensity } from './list-look'

/** How close the rows of all lists stand. */
export function DensityChoice() {
  const { t } = useTranslation()
  const names = { comfortable: t('listLook.comfortable'), compact: t('listLook.compact') }
  return (
    <Segments
      label={t('listLook.density')}
      value={useDensity()}
      options={densities.map((value) => ({ value, label: names[value] }))}
      onChange={chooseDensity}
    />
  )
}
