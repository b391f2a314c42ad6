import { describe, expect, it } from 'vitest'
import { rolesOf } from '../../../control-plane/chart/roles.ts'
import { renderTemplate } from '../../../control-plane/chart/render.ts'

const role = `{{- if .Values.rbacManager.deploy }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: {{ template "crossplane.name" . }}:system
  labels:
    app: {{ template "crossplane.name" . }}
    {{- include "crossplane.labels" . | indent 4 }}
    crossplane.io/scope: "system"
rules:
- apiGroups: [""]
  resources: [events]
  verbs: [create]
{{- end}}`

const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: {{ template "crossplane.name" . }}
subjects:
- kind: ServiceAccount
  {{- if not .Values.serviceAccount.create }}
  name: {{ .Values.serviceAccount.name }}
  {{- else }}
  name: {{ template "crossplane.name" . }}
  {{- end }}
  namespace: {{ .Release.Namespace }}
`

describe('renderTemplate', () => {
  it('gives Crossplane the rules and labels of its chart, or it may do something else here than in a cluster', () => {
    expect(rolesOf('role.yaml', role)).toEqual([
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'crossplane:system', labels: { app: 'crossplane', 'crossplane.io/scope': 'system' } },
        rules: [{ apiGroups: [''], resources: ['events'], verbs: ['create'] }],
      },
    ])
  })

  it('binds the account that the chart makes, not one that somebody brings', () => {
    expect(rolesOf('binding.yaml', binding)).toMatchObject([
      { subjects: [{ kind: 'ServiceAccount', name: 'crossplane', namespace: 'crossplane-system' }] },
    ])
  })

  it.each([
    ['a value', 'verbs: {{ .Values.rbacManager.verbs }}'],
    ['a condition', '{{- if .Values.rbacManager.strict }}\nverbs: []\n{{- end }}'],
    ['another branch', '{{- if .Values.rbacManager.deploy }}\n{{- else if .Values.other }}\n{{- end }}'],
    ['a loop', '{{- range .Values.rules }}\n- verbs: []\n{{- end }}'],
    ['a condition inside a line', 'verbs: [{{ if .Values.rbacManager.deploy }}get{{ end }}]'],
    ['an expression over two lines', 'verbs: {{ template\n  "crossplane.name" . }}'],
    ['an end of nothing', 'verbs: []\n{{- end }}'],
    ['no end', '{{- if .Values.rbacManager.deploy }}\nverbs: []'],
  ])('stops at %s that it does not know, instead of granting something else', (_, template) => {
    expect(() => renderTemplate('role.yaml', template)).toThrow(/^role\.yaml of Crossplane’s chart has something/)
  })
})

describe('rolesOf', () => {
  it.each(['kind: Role\n', 'nonsense', '- kind: ClusterRole\n'])(
    'refuses what grants no cluster-wide right: %s',
    text => {
      expect(() => rolesOf('role.yaml', text)).toThrow('something else than a ClusterRole')
    },
  )
})
