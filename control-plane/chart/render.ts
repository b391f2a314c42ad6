/** What the templates ask for, as somebody has it who installs the chart without values, as `crossplane` in `crossplane-system`. */
const answers: Readonly<Record<string, boolean>> = {
  '.Values.rbacManager.deploy': true,
  'not .Values.rbacManager.skipAggregatedClusterRoles': true,
  'not .Values.serviceAccount.create': false,
}

const texts: Readonly<Record<string, string>> = {
  '{{ template "crossplane.name" . }}': 'crossplane',
  '{{ .Release.Namespace }}': 'crossplane-system',
  // Which chart and release an object came from: nothing looks for it.
  '{{- include "crossplane.labels" . | indent 4 }}': '',
}

/**
 * The text of one template of Crossplane's Helm chart, without Helm. It knows just what the templates of rights use: conditions that
 * have a line each, and a few fixed texts.
 *
 * @throws a sentence, when the template has anything else
 */
export const renderTemplate = (name: string, template: string): string => {
  const lines: string[] = []
  const conditions: boolean[] = []
  for (const line of template.split('\n')) {
    const [, keyword, condition = ''] = /^\s*\{\{- (if|else|end) ?(.*?) ?\}\}$/.exec(spaced(line)) ?? []
    if (keyword === undefined) {
      if (conditions.every(Boolean)) lines.push(filled(name, line))
    } else if (keyword === 'if') conditions.push(known(name, line, answers[condition]))
    else {
      const last = known(name, line, conditions.pop())
      if (keyword === 'else') conditions.push(condition === '' ? !last : known(name, line, undefined))
    }
  }
  if (conditions.length > 0) throw unknown(name, 'an `if` without its `end`')
  return lines.join('\n')
}

/** Some say `{{- end}}`. */
const spaced = (line: string): string => line.replace(/([^ ])\}\}$/, '$1 }}')

const filled = (name: string, line: string): string => {
  const text = Object.entries(texts).reduce((filling, [place, content]) => filling.replaceAll(place, content), line)
  if (text.includes('{{') || text.includes('}}')) throw unknown(name, line.trim())
  return text
}

const known = (name: string, line: string, answer: boolean | undefined): boolean => {
  if (answer === undefined) throw unknown(name, line.trim())
  return answer
}

const unknown = (name: string, what: string): Error =>
  new Error(
    `${name} of Crossplane’s chart has something that this Roadbed does not know (${what}), so Crossplane can’t be given the rights that it has in a cluster; this Roadbed does not support that version`,
  )
