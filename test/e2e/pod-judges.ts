import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { buildGo } from '../programs/go.ts'

/** What a public checker has to say against an object, without its name: kinds are argued about, not objects. */
export interface Finding {
  readonly judge: 'kube-linter' | 'kube-score'
  readonly check: string
  readonly kind: string
  readonly message: string
}

interface Judge {
  readonly build: () => Promise<string>
  readonly args: (path: string) => readonly string[]
  readonly findings: (output: string) => readonly Finding[]
}

const goMod = (require: string, replace = ''): string =>
  `module roadbed.local/judge\n\ngo 1.25.0\n\nrequire ${require}\n\n${replace}\n`

/** Each by its own module at the version at which the list of what is argued was reviewed. */
const kubeLinter: Judge = {
  build: () =>
    buildGo({
      name: 'kube-linter-v0.8.3',
      // Its module is named otherwise than where it lies.
      files: {
        'go.mod': goMod(
          'golang.stackrox.io/kube-linter v0.8.3',
          'replace golang.stackrox.io/kube-linter => github.com/stackrox/kube-linter v0.8.3',
        ),
      },
      main: 'golang.stackrox.io/kube-linter/cmd/kube-linter',
    }),
  // That check asks the internet; the API server of the other tests checks schemas.
  args: path => ['lint', '--exclude', 'schema-validation', '--format', 'json', path],
  findings: output =>
    ((JSON.parse(output) as { readonly Reports: readonly LinterReport[] | null }).Reports ?? []).map(
      ({ Check: check, Diagnostic: { Message: message }, Object: { K8sObject: object } }) => ({
        judge: 'kube-linter',
        check,
        kind: object.GroupVersionKind.Kind,
        message,
      }),
    ),
}

interface LinterReport {
  readonly Check: string
  readonly Diagnostic: { readonly Message: string }
  readonly Object: { readonly K8sObject: { readonly GroupVersionKind: { readonly Kind: string } } }
}

const kubeScore: Judge = {
  build: () =>
    buildGo({
      name: 'kube-score-v1.20.0',
      files: { 'go.mod': goMod('github.com/zegl/kube-score v1.20.0') },
      main: 'github.com/zegl/kube-score/cmd/kube-score',
    }),
  args: path => ['score', '--kubernetes-version', 'v1.35', '--output-format', 'json', path],
  findings: output =>
    (JSON.parse(output) as readonly ScoredObject[]).flatMap(({ type_meta: { kind }, checks }) =>
      checks
        .filter(({ skipped, grade }) => !skipped && grade < allOk)
        .flatMap(({ check, comments }) =>
          (comments ?? []).map(({ summary }) => ({ judge: 'kube-score', check: check.id, kind, message: summary })),
        ),
    ),
}

/** kube-score's best grade. */
const allOk = 10

interface ScoredObject {
  readonly type_meta: { readonly kind: string }
  readonly checks: readonly {
    readonly check: { readonly id: string }
    readonly skipped: boolean
    readonly grade: number
    readonly comments: readonly { readonly summary: string }[] | null
  }[]
}

const judges = [kubeLinter, kubeScore]

export const buildPodJudges = async (): Promise<void> => {
  for (const { build } of judges) await build()
}

/** All that the judges say of objects that lie in a cluster together. */
export const judge = async (objects: readonly JsonObject[]): Promise<readonly Finding[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbed-judged-'))
  const path = join(folder, 'objects.yaml')
  // JSON is YAML.
  writeFileSync(path, objects.map(object => JSON.stringify(object)).join('\n---\n'))
  try {
    const found = await Promise.all(
      judges.map(async ({ build, args, findings }) => findings(await outputOf(await build(), args(path)))),
    )
    return found.flat()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Both end with an error when they have found something. */
const outputOf = async (program: string, args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 26 }).catch((problem: unknown) => {
    const said = problem as { readonly stdout?: string }
    if (said.stdout) return { stdout: said.stdout }
    throw problem
  })
  return stdout
}
