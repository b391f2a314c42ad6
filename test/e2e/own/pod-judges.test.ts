import { beforeAll, describe, expect, it } from 'vitest'
import { composedObjects } from '../../../cli/render/session.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { bed } from '../../harness/plane.ts'
import { convergeService } from '../../harness/services.ts'
import { argued } from '../argued.ts'
import { buildPodJudges, judge, type Finding } from '../pod-judges.ts'

beforeAll(buildPodJudges)

const textOf = ({ judge: who, check, kind, message }: Finding): string => `${who} ${check}, ${kind}: ${message}`

const services = exampleNames('service').map(
  name =>
    [
      `the service ${name}`,
      async () => {
        const { plane, ref } = await convergeService(example('service', name))
        return composedObjects({ plane, ref })
      },
    ] as const,
)

const environments = exampleNames('environment').map(
  name =>
    [
      `the environment ${name}`,
      async () => {
        const { plane, claim, converge } = bed()
        const ref = claim(example('environment', name))
        await converge(ref)
        return composedObjects({ plane, ref })
      },
    ] as const,
)

const found = new Set<string>()

describe.each([...services, ...environments])('%s', (_, compose) => {
  it('has nothing that kube-linter or kube-score finds wrong, but for what is argued', async () => {
    const findings = (await judge(await compose())).map(textOf)
    for (const finding of findings) found.add(finding)
    expect(findings.filter(finding => !argued.map(textOf).includes(finding))).toEqual([])
  })
})

describe('what is argued', () => {
  it('is still found, or a list that nobody needs hides the next defect', () => {
    expect(argued.map(textOf).filter(finding => !found.has(finding))).toEqual([])
  })

  it('does not hide a bad pod: the judges see what is composed', async () => {
    const bad = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'bad', namespace: 'team-a' },
      spec: {
        selector: { matchLabels: { app: 'bad' } },
        template: {
          metadata: { labels: { app: 'bad' } },
          spec: { containers: [{ name: 'bad', image: 'bad:latest', securityContext: { privileged: true } }] },
        },
      },
    }
    const checks = (await judge([bad])).map(({ judge: who, check }) => `${who} ${check}`)
    expect(checks).toEqual(
      expect.arrayContaining(['kube-linter privileged-container', 'kube-score container-image-tag']),
    )
  })
})
