import styles from './harbour-scene.module.css'

const decks = [
  { x: 232, y: 262, row: ['a', 'b', 'c', 'a', 'd'] },
  { x: 258, y: 238, row: ['c', 'd', 'a', 'b'] },
  { x: 284, y: 214, row: ['b', 'a', 'c'] },
]

/** A ship at its berth at dusk, the crane setting a container down. Decoration only. */
export function HarbourScene() {
  return (
    <svg viewBox="0 0 640 400" className={styles.harbour} aria-hidden="true" preserveAspectRatio="xMidYMax slice">
      <circle className={styles.sun} cx="470" cy="150" r="58" />
      <path className={styles.hills} d="M0 290c60-46 120-60 190-36s120-14 190-30 170 10 260 50v126H0z" />
      <g className={styles.crane}>
        <path d="M96 318 116 120h14l20 198h-14l-4-46h-18l-4 46z" />
        <path d="M60 118h250v10H60zM118 84h12v40h-12z" />
        <path className={styles.stay} d="M124 86 300 120M124 86 66 120" />
        <path className={styles.cable} d="M272 128v46M290 128v46" />
        <rect className={styles.a} x="262" y="172" width="38" height="20" rx="2" />
      </g>
      {decks.flatMap(({ x, y, row }) =>
        row.map((kind, at) => (
          <rect key={`${y}-${at + 1}`} className={styles[kind]} x={x + at * 50} y={y} width="46" height="21" rx="2" />
        )),
      )}
      <path className={styles.bridge} d="M500 214h44v72h-44zM510 200h24v14h-24z" />
      <path className={styles.window} d="M506 224h32v8h-32z" />
      <path className={styles.hull} d="M196 286h392l-26 44a14 14 0 0 1-12 7H240a20 20 0 0 1-17-9z" />
      <path className={styles.line} d="M206 302h374" />
      <path className={styles.quay} d="M0 318h172v82H0z" />
      <path className={styles.bollard} d="M150 318v-12h-4v-6h18v6h-4v12z" />
      <path className={styles.rope} d="M156 304q34 26 62 2" />
      <path
        className={styles.sea}
        d="M172 334c30 0 30-8 60-8s30 8 60 8 30-8 60-8 30 8 60 8 30-8 60-8 30 8 60 8 30-8 60-8 30 8 48 8v66H172z"
      />
      <path
        className={styles.foam}
        d="M190 362c22 0 22-6 44-6s22 6 44 6M360 376c22 0 22-6 44-6s22 6 44 6M500 358c22 0 22-6 44-6s22 6 44 6"
      />
    </svg>
  )
}
