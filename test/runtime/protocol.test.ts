import * as sdk from '@crossplane-org/function-sdk-typescript'
import { expect, it } from 'vitest'
import { Capability, ConditionStatus, Ready, Severity } from '../../functions/runtime/protocol.ts'

it('has the numbers of the wire, or True arrives as False', () => {
  expect(Ready).toEqual({
    unspecified: sdk.Ready.READY_UNSPECIFIED,
    true: sdk.Ready.READY_TRUE,
    false: sdk.Ready.READY_FALSE,
  })
  expect(Severity).toEqual({
    fatal: sdk.Severity.SEVERITY_FATAL,
    warning: sdk.Severity.SEVERITY_WARNING,
    normal: sdk.Severity.SEVERITY_NORMAL,
  })
  expect(ConditionStatus).toEqual({
    unknown: sdk.Status.STATUS_CONDITION_UNKNOWN,
    true: sdk.Status.STATUS_CONDITION_TRUE,
    false: sdk.Status.STATUS_CONDITION_FALSE,
  })
  expect(Capability).toEqual({
    requiredResources: sdk.Capability.CAPABILITY_REQUIRED_RESOURCES,
    conditions: sdk.Capability.CAPABILITY_CONDITIONS,
    requiredSchemas: sdk.Capability.CAPABILITY_REQUIRED_SCHEMAS,
  })
})
