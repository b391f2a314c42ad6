import { findOrBuild } from '../../control-plane/binaries/find.ts'
import { crossplaneVersions, programs } from '../../control-plane/versions.ts'
import { buildOwn } from '../programs/go.ts'
import { buildPodJudges } from './pod-judges.ts'
import { buildPromtool } from './promtool.ts'

/** Builds every program that an end-to-end test starts, before anything waits for one with a deadline. */
for (const version of crossplaneVersions) {
  for (const program of Object.values(programs(version))) {
    await findOrBuild(program, ({ text }) => process.stdout.write(`${text}\n`))
  }
}
await buildPromtool()
await buildPodJudges()
for (const program of ['go-client', 'h2spec']) await buildOwn(`test/contract/${program}`)
