import { user } from '../function/runtime.ts'
import { functionName, functionObject, repositoryOf } from '../names.ts'
import { version } from '../version.ts'

/** Where Crossplane runs; a team that put it elsewhere changes it in the disruption budget. */
export const namespace = 'crossplane-system'

/** The label that Crossplane gives to a function's pods. */
const pods = { matchLabels: { 'pkg.crossplane.io/function': functionObject } }

/** The function, how its pods run, and how many of them have to stay. */
export const functionObjects = () => [runtimeConfig(), theFunction(), disruptionBudget()]

/** The same without the function. */
export const functionRuntime = () => [runtimeConfig(), disruptionBudget()]

const theFunction = () => ({
  apiVersion: 'pkg.crossplane.io/v1',
  kind: 'Function',
  metadata: { name: functionObject },
  spec: {
    package: `${repositoryOf(functionName)}:${version}`,
    runtimeConfigRef: { apiVersion: 'pkg.crossplane.io/v1beta1', kind: 'DeploymentRuntimeConfig', name: functionName },
  },
})

/** Two replicas, for while one is replaced no claim would move. Crossplane fills in image, ports, certificates and labels. */
const runtimeConfig = () => ({
  apiVersion: 'pkg.crossplane.io/v1beta1',
  kind: 'DeploymentRuntimeConfig',
  metadata: { name: functionName },
  spec: {
    deploymentTemplate: {
      spec: {
        replicas: 2,
        selector: {},
        // A new revision's pods serve before the old ones go.
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: {
          spec: {
            // The function asks the API server for nothing.
            automountServiceAccountToken: false,
            securityContext: {
              runAsNonRoot: true,
              runAsUser: user,
              runAsGroup: user,
              // The certificates' volume has to be readable to a user that is not root.
              fsGroup: user,
              seccompProfile: { type: 'RuntimeDefault' },
            },
            topologySpreadConstraints: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map(topologyKey => ({
              maxSkew: 1,
              topologyKey,
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: pods,
            })),
            // Longer than the function drains.
            terminationGracePeriodSeconds: 30,
            containers: [container],
          },
        },
      },
    },
  },
})

const container = {
  name: 'package-runtime',
  resources: {
    requests: { cpu: '100m', memory: '128Mi' },
    // No limit of CPU: a throttled function holds up every claim.
    limits: { memory: '512Mi' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
  },
  // gRPC probes can't present the client certificate that the function asks for.
  readinessProbe: { tcpSocket: { port: 9443 }, periodSeconds: 5 },
  livenessProbe: { tcpSocket: { port: 9443 }, periodSeconds: 20, failureThreshold: 3 },
}

const disruptionBudget = () => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: functionName, namespace },
  spec: { minAvailable: 1, selector: pods },
})
