import { readFileSync } from 'node:fs'
import pc from 'picocolors'
import { providers } from '../../apis/blocks/placement.ts'
import { startFunction } from '../function/server.ts'
import { claimObject } from '../input/claim-object.ts'
import { examplePlatform, minimalClaim } from '../input/examples.ts'
import { readSources } from '../input/documents.ts'
import { watchProgress } from '../output/progress.ts'
import { asTree } from '../output/tree.ts'
import { render } from '../render/session.ts'
import { ExitCode } from '../exit.ts'
import type { Streams } from './render.ts'

/** `roadbed demo`: one three-line claim on all four providers, through the function as it runs in production. */
export const demoCommand = async ({ out, err }: Streams): Promise<ExitCode> => {
  const claim = only(minimalClaim)
  const platform = only(examplePlatform)
  const server = await startFunction()
  out(
    `The function serves gRPC with mutual TLS on ${server.address}. The claim, examples/database/minimal.yaml:\n\n${indented(minimalClaim)}\n`,
  )
  const trees: string[] = []
  let ready = true
  try {
    for (const provider of providers) {
      const started = performance.now()
      out(`\n${pc.bold(`on ${provider}`)} ${pc.dim('(simulated time, resource, what it waits for)')}\n`)
      const rendered = await render({
        claim: claimObject(claim),
        platform,
        observed: [],
        onlyClaim: true,
        provider,
        call: server.call,
        once: false,
        onStart: (plane, ref) => watchProgress(plane, ref, line => out(`${line}\n`)),
      })
      ready &&= rendered.convergence?.outcome === 'ready'
      trees.push(asTree(rendered, (performance.now() - started) / 1000))
    }
  } finally {
    server.close()
  }
  out(`\n${trees.join('\n')}`)
  if (!ready) err('not every claim became Ready')
  return ready ? ExitCode.ok : ExitCode.unsettled
}

const indented = (file: string): string => pc.cyan(readFileSync(file, 'utf8').trimEnd().replaceAll(/^/gm, '    '))

const only = (file: string) => {
  const [source] = readSources([file]).sources
  if (!source) throw new Error(`${file} is empty`)
  return source.object
}
