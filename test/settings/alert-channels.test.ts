import { describe, expect, it } from 'vitest'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { channelLabels } from '../../functions/settings/alert-channels.ts'

const platform: PlatformSpec = {
  classes: {
    alertChannels: [
      { name: 'chat', labels: [{ name: 'slack', value: '#payments' }] },
      {
        name: 'pager',
        labels: [
          { name: 'pager', value: 'payments' },
          { name: 'slack', value: '#payments' },
        ],
      },
      { name: 'other-chat', labels: [{ name: 'slack', value: '#shop' }] },
    ],
  },
}

describe('the labels of alert channels', () => {
  it('are those of all that are named', () => {
    expect(channelLabels(['chat', 'pager'], platform)).toEqual({
      ok: true,
      value: { pager: 'payments', slack: '#payments' },
    })
    expect(channelLabels([], {})).toEqual({ ok: true, value: {} })
  })

  it('of one that nobody declared are refused with those that there are', () => {
    expect(channelLabels(['chat', 'mail'], platform)).toMatchObject({
      ok: false,
      refusals: [
        { code: 'UnknownAlertChannel', message: 'there is no alert channel "mail"; there are chat, pager, other-chat' },
      ],
    })
    expect(channelLabels(['mail'], {})).toMatchObject({
      refusals: [{ message: 'there is no alert channel "mail"; the platform declares none' }],
    })
  })

  it('that contradict each other are refused: one of the two would get nothing', () => {
    expect(channelLabels(['chat', 'other-chat'], platform)).toMatchObject({
      ok: false,
      refusals: [
        {
          code: 'InvalidCombination',
          message: expect.stringContaining('chat and other-chat both go by the label slack') as string,
        },
      ],
    })
  })
})
