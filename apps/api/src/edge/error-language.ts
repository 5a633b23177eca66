import type { ErrorLanguage } from '@berth/contracts'

/** English unless Chinese is preferred to it (`Accept-Language`, RFC 9110 section 12.5.4). */
export function errorLanguage(acceptLanguage: string | undefined): ErrorLanguage {
  const weights: Record<ErrorLanguage, number> = { en: 0, zh: 0 }
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = range.split('-')[0]
    const q = Number(parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean) ?? 1)
    if (language === 'zh' || language === 'en') weights[language] = Math.max(weights[language], q)
  }
  return weights.zh > weights.en ? 'zh' : 'en'
}
