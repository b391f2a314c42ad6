import type { Plugin } from 'esbuild'

/**
 * What libraries bring along and nothing here uses, each with what stands in its place: a new pod would load it before its first answer,
 * and an idle one hold it.
 */
const replaced: readonly (readonly [path: RegExp, contents: string])[] = [
  // Metrics that are pushed, or gathered from processes: for them all of `node:https` and `node:zlib` is loaded.
  [/\/prom-client\/lib\/(cluster|pushgateway)\.js$/, ''],
  // Regular expressions over all of Unicode. A schema that names a format can't be built (`built-schemas.ts`).
  [/\/typebox\/build\/format\/index\.mjs$/, 'export const Format = { Has: () => false, Test: () => true }'],
]

/** Leaves it out of the bundle. */
export const withoutUnused: Plugin = {
  name: 'without-unused',
  setup: build => {
    for (const [filter, contents] of replaced) build.onLoad({ filter }, () => ({ contents }))
  },
}
