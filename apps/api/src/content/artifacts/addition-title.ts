import type { Texts } from '@berth/contracts'

const titles: ReadonlyMap<string, Texts> = new Map([
  ['build_history', { en: 'build history', zh: '构建历史' }],
  ['dependencies', { en: 'list of dependencies', zh: '依赖列表' }],
  ['files', { en: 'list of files', zh: '文件列表' }],
  ['layers', { en: 'list of layers', zh: '层列表' }],
  ['license', { en: 'license', zh: '许可证' }],
  ['sbom', { en: 'SBOM', zh: 'SBOM' }],
  ['vulnerabilities', { en: 'vulnerability report', zh: '漏洞报告' }],
])

/** What is fetched apart of an artifact, as people call it: files by their names. */
export const additionTitle = (name: string): Texts => titles.get(name) ?? { en: name, zh: name }
