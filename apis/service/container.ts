import * as Type from 'typebox'
import type { Static } from 'typebox'
import { byteAmount, choice, cpuAmount, dataKey, label, objectName, rules, text, variable } from '../blocks/values.ts'

/** Container images as registries name them; what a platform allows is for the platform to say. */
export const image = (description: string) =>
  text(512, {
    pattern:
      '^[a-z0-9]([-a-z0-9._]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([-a-z0-9._]*[a-z0-9])?)*(:[A-Za-z0-9_][-A-Za-z0-9_.]{0,127})?(@sha256:[a-f0-9]{64})?$',
    description,
  })

/** A command or its arguments. Not run by a shell. */
export const words = (description: string) =>
  Type.Array(text(1024, { description: 'A word.' }), { maxItems: 32, description })

const from = (what: string) =>
  Type.Object(
    {
      name: objectName({ description: `The ${what}’s name.` }),
      key: dataKey({ description: `The key in the ${what}.` }),
    },
    { description: `A value of a ${what} of the same namespace.` },
  )

const bindingKey = Type.Object(
  {
    binding: label({ description: 'The name of a database of this service.' }),
    key: dataKey({ description: 'A key of its connection Secret, such as host.' }),
  },
  { description: 'A value of a binding.' },
)

export const sources = {
  secretKeyRef: Type.Optional(from('Secret')),
  configMapKeyRef: Type.Optional(from('ConfigMap')),
  bindingKeyRef: Type.Optional(bindingKey),
}

/** An environment variable. */
export const environmentVariable = Type.Object(
  {
    name: variable({ description: 'The variable’s name.' }),
    value: Type.Optional(
      text(4096, {
        description:
          'Its value. $(db.host) stands for a key of a binding, $(NAME) for another variable. No passwords here.',
      }),
    ),
    ...sources,
  },
  rules({
    rule: '[has(self.value), has(self.secretKeyRef), has(self.configMapKeyRef), has(self.bindingKeyRef)].filter(given, given).size() == 1',
    message: 'give one of value, secretKeyRef, configMapKeyRef and bindingKeyRef',
    fieldPath: '.name',
  }),
)

const amounts = {
  cpu: Type.Optional(cpuAmount({ description: 'CPU, such as 500m or 2.' })),
  memory: Type.Optional(byteAmount({ description: 'Memory, such as 512Mi or 2Gi.' })),
}

/** What a container is given, and may have. */
export const resources = Type.Object(
  {
    ...amounts,
    ephemeralStorage: Type.Optional(
      byteAmount({ description: 'Disk for temporary files and logs. More than it is evicted. Default: 1Gi.' }),
    ),
    limits: Type.Optional(
      Type.Object(amounts, {
        description: 'The most that it may have. Default: memory as requested, CPU without a limit.',
      }),
    ),
  },
  { description: 'What it is given.' },
)

/** Further containers of the pod: beside the service, or before it. */
export const additionalContainer = Type.Object({
  name: label({ description: 'Its name.' }),
  role: choice(['Sidecar', 'NativeSidecar', 'Init'], {
    description:
      'Sidecar runs beside the service. NativeSidecar starts before it and stops after it. Init runs to its end before the service starts.',
  }),
  image: image('Its image.'),
  command: Type.Optional(words('Replaces the image’s entrypoint.')),
  args: Type.Optional(words('Its arguments.')),
  env: Type.Optional(
    Type.Array(environmentVariable, {
      maxItems: 32,
      description: 'Its environment.',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    }),
  ),
  resources: Type.Optional(resources),
})

export type EnvironmentVariable = Static<typeof environmentVariable>
export type AdditionalContainer = Static<typeof additionalContainer>
/** What a service's own container is given: by a class of the platform, or by amounts. */
export const serviceResources = Type.Object(
  {
    size: Type.Optional(
      label({ description: 'A size class of the platform, for CPU and memory. Amounts that are said besides win.' }),
    ),
    ...resources.properties,
    gpu: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 16,
        description: 'Whole GPUs of NVIDIA’s for each pod. Nodes with its device plugin are needed. Jobs get none.',
      }),
    ),
  },
  { description: 'What it is given.' },
)

export type ServiceResources = Static<typeof serviceResources>
export type Resources = Static<typeof resources>
