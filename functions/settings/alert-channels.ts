import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import { refused, unless, type Outcome } from '../runtime/result.ts'

/** Labels of alerts, by name. */
export type AlertLabels = Readonly<Record<string, string>>

/** Labels that every alert has: a channel that set one would send it as another. */
export const ownAlertLabels = ['alertname', 'namespace', 'service', 'severity', 'team', 'tier', 'environment', 'slo']

const path = 'spec.observability.alerting.channels'

/** The labels by which Alertmanager finds the channels that a claim names; an alert carries those of all of them. */
export const channelLabels = (names: readonly string[], { classes = {} }: PlatformSpec): Outcome<AlertLabels> => {
  const known = classes.alertChannels ?? []
  const unknown = names.filter(name => !known.some(channel => channel.name === name))
  if (unknown.length > 0) {
    const all = known.map(({ name }) => name).join(', ')
    const offer = all ? `there are ${all}` : 'the platform declares none'
    return refused(
      ...unknown.map(name => refuse('UnknownAlertChannel', path, `there is no alert channel "${name}"; ${offer}`)),
    )
  }
  const labels = names.flatMap(name =>
    (known.find(channel => channel.name === name)?.labels ?? []).map(label => ({ ...label, channel: name })),
  )
  return unless(
    labels.flatMap((label, index) => contradicted(label, labels.slice(0, index))),
    () => Object.fromEntries(labels.map(({ name, value }) => [name, value])),
  )
}

interface ChannelLabel {
  readonly channel: string
  readonly name: string
  readonly value: string
}

/** An alert has one value of a label, so it can't go by two. */
const contradicted = ({ channel, name, value }: ChannelLabel, before: readonly ChannelLabel[]): readonly Refusal[] => {
  const other = before.find(each => each.name === name && each.value !== value)
  return other
    ? [
        refuse(
          'InvalidCombination',
          path,
          `${other.channel} and ${channel} both go by the label ${name}, with different values: name one of them`,
        ),
      ]
    : []
}
