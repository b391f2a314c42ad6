import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { ownAlertLabels } from '../../../settings/alert-channels.ts'
import { platformPath } from '../../../settings/platform.ts'

/** Channels that go by a label which every alert has already: it would never have the channel's value. */
export const alertChannels = ({ classes = {} }: PlatformSpec): readonly Refusal[] =>
  (classes.alertChannels ?? []).flatMap(channel =>
    channel.labels
      .filter(({ name }) => ownAlertLabels.includes(name))
      .map(({ name }) =>
        refuse(
          'InvalidPlatform',
          `${platformPath}.classes.alertChannels[${channel.name}].labels[${name}]`,
          `${name} is set on every alert already: choose another label`,
        ),
      ),
  )
