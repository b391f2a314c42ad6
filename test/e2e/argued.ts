import type { Finding } from './pod-judges.ts'

/** A finding that stays, and why. The one reviewed list: what is not in it is a defect, and so is what nobody finds any more. */
export type Argued = Finding & { readonly because: string }

const cpuLimit =
  'a CPU limit throttles a pod while the node idles; requests share what there is, and the namespace’s quota bounds it'
const pull =
  'IfNotPresent: a tag is meant to be one image; latest is refused in Production; and Always makes every restart depend on the registry'

const egress =
  'egress is open unless the claim or its environment says Restricted: nobody else knows what a program connects to'

const job = 'a job’s pod listens on nothing; with restricted egress it has a policy of its own'

const score = (check: string, kind: string, message: string, because: string): Argued => ({
  judge: 'kube-score',
  check,
  kind,
  message,
  because,
})

export const argued: readonly Argued[] = [
  {
    judge: 'kube-linter',
    check: 'job-ttl-seconds-after-finished',
    kind: 'Job',
    message: 'Standalone Job does not specify ttlSecondsAfterFinished',
    because: 'a Job that is gone would be composed again, and a migration run again; it goes with the next version’s',
  },
  ...['Deployment', 'Job'].flatMap(kind => [
    score('container-resources', kind, 'CPU limit is not set', cpuLimit),
    score('container-image-pull-policy', kind, 'ImagePullPolicy is not set to Always', pull),
    score('pod-networkpolicy', kind, 'The pod does not have a matching egress NetworkPolicy', egress),
  ]),
  score('pod-networkpolicy', 'Job', 'The pod does not have a matching NetworkPolicy', job),
  score('pod-networkpolicy', 'Job', 'The pod does not have a matching ingress NetworkPolicy', job),
  score(
    'pod-probes-identical',
    'Deployment',
    'Container has the same readiness and liveness probe',
    'where neither claim nor runtime names a path, all that can be tried is the port; the liveness probe is more patient',
  ),
  score(
    'deployment-has-host-podantiaffinity',
    'Deployment',
    'Deployment does not have a host podAntiAffinity set',
    'pods are spread over zones and nodes by topologySpreadConstraints, which bear a cluster with fewer nodes than pods',
  ),
  score(
    'deployment-has-poddisruptionbudget',
    'Deployment',
    'No matching PodDisruptionBudget was found',
    'with one pod, or none at times, a budget would either allow everything or hold up the drain of a node for ever',
  ),
  score(
    'deployment-replicas',
    'Deployment',
    'Deployment few replicas',
    'one pod is what was asked for, or what a Development has by default; Production has two',
  ),
  score(
    'networkpolicy-targets-pod',
    'NetworkPolicy',
    "The NetworkPolicys selector doesn't match any pods",
    'an environment’s policies are there before its pods, and for all of them',
  ),
]
