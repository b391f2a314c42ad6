import manifest from '../package.json' with { type: 'json' }

/** The version of every package that is built here. Crossplane wants complete versions with a `v`, such as `v0.1.0`. */
export const version = `v${manifest.version}`

/**
 * What a package accepts of another one of ours: nothing older than itself, nothing of the next major version. The
 * function goes first in an upgrade, so an installed Configuration has to accept one that is newer.
 */
export const compatible = (own: string): string => `>=${own}, <v${Number(own.slice(1).split('.')[0]) + 1}.0.0`
