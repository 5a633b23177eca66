/** More particular ones first: browsers name their forebears, too. */
const browsers: readonly [name: string, mark: RegExp][] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['Safari', /\bVersion\/.*\bSafari\//],
  ['curl', /^curl\//],
]
const systems: readonly [name: string, mark: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

const first = (of: readonly [string, RegExp][], text: string) => of.find(([, mark]) => mark.test(text))?.[0]

/** What a browser's `User-Agent` says to people. Undefined where it is none of those that most use. */
export function describeClient(client: string): { browser: string | undefined; system: string | undefined } {
  return { browser: first(browsers, client), system: first(systems, client) }
}
