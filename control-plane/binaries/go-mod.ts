/**
 * A module of ours whose only purpose is to build a program of another one. It repeats what Go honours in the main module
 * alone: the language version, the `godebug` lines, and the replacements.
 */
export const goMod = (
  required: Readonly<Record<string, string>>,
  upstream: string,
  replaced: Replacements = {},
): string =>
  [
    'module roadbed.local/build',
    ...upstream.split('\n').filter(line => /^(go|godebug) \S/.test(line)),
    'require (',
    ...Object.entries(required).map(([module, version]) => `\t${module} ${version}`),
    ')',
    'replace (',
    ...Object.entries(replaced).map(([module, version]) => `\t${module} => ${module} ${version}`),
    ')',
    '',
  ].join('\n')

type Replacements = Readonly<Record<string, string>>

/**
 * Kubernetes keeps its libraries in `staging/`, which the module's archive lacks: each is published as a module of its own,
 * whose version is v0.35.4 for Kubernetes v1.35.4.
 */
export const stagingReplacements = (upstream: string, version: string): Replacements => {
  const published = version.replace(/^v1\./, 'v0.')
  const modules = [...upstream.matchAll(/^\t(k8s\.io\/[a-z0-9-]+) => \.\/staging\//gm)].map(match => match[1] ?? '')
  if (modules.length === 0)
    throw new Error(`k8s.io/kubernetes ${version} is not laid out as expected: no staging modules`)
  return Object.fromEntries(modules.map(module => [module, published]))
}
