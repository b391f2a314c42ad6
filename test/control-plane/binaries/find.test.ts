import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { find } from '../../../control-plane/binaries/find.ts'
import { programs } from '../../../control-plane/versions.ts'

const table = programs()

/** A folder with a program that answers to `--version`. */
const folderWith = (name: string, answer: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbed-'))
  writeFileSync(join(folder, name), `#!/bin/sh\necho "${answer}"\n`, { mode: 0o755 })
  return folder
}

describe('find', () => {
  it('takes what the user points at by KUBEBUILDER_ASSETS, whatever its version', async () => {
    const assets = folderWith('etcd', 'etcd Version: 3.5.0')
    expect(await find(table.etcd, { KUBEBUILDER_ASSETS: assets, PATH: '' })).toBe(join(assets, 'etcd'))
  })

  it.each([
    ['etcd', `etcd Version: ${table.etcd.version.slice(1)}`],
    ['kube-apiserver', `Kubernetes ${table['kube-apiserver'].version}`],
    ['kubectl', `Client Version: ${table.kubectl.version}`],
  ] as const)(
    'takes %s from the PATH when it has the pinned version, so that nothing is built twice',
    async (name, answer) => {
      const folder = folderWith(name, answer)
      expect(await find(table[name], { PATH: folder })).toBe(join(folder, name))
    },
  )

  it.each(['Kubernetes v1.34.9', 'Kubernetes v1.35.40', 'nonsense'])(
    'passes over a kube-apiserver that says “%s”',
    async answer => {
      expect(await find(table['kube-apiserver'], { PATH: folderWith('kube-apiserver', answer) })).toBeUndefined()
    },
  )

  it('never takes a published Crossplane: it would listen on every interface', async () => {
    const folder = folderWith('crossplane', table.crossplane.version)
    expect(await find(table.crossplane, { KUBEBUILDER_ASSETS: folder, PATH: folder })).toBeUndefined()
  })
})
