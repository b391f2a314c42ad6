import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runtimeConfig } from '../../../packages/function/runtime.ts'
import { rootFolder } from '../../../packages/build.ts'
import { root } from '../../../packages/root.ts'

const instructions = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))

it('gives Docker’s users the image that is in the package: the same files, user, ports and program', () => {
  expect(instructions).toEqual([
    'FROM scratch',
    `COPY ${rootFolder('dist')} /`,
    ...runtimeConfig.Env.map(variable => `ENV ${variable}`),
    `EXPOSE ${Object.keys(runtimeConfig.ExposedPorts).join(' ')}`,
    `USER ${runtimeConfig.User}`,
    `ENTRYPOINT ${JSON.stringify(runtimeConfig.Entrypoint).replaceAll(',', ', ')}`,
  ])
})

it('sends Docker nothing else: no key or note that lies in the folder gets into a build', () => {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n')
  expect(lines).toEqual(['*', `!${rootFolder('dist')}`])
})
