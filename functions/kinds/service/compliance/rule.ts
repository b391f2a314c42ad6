import type { ComplianceProfile } from '../../../../apis/blocks/compliance.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { Service } from '../service.ts'

/** What a rule looks at: the claim as it was written, and as it was decided. */
export interface Subject {
  readonly spec: ServiceSpec
  readonly service: Service
  readonly platform: PlatformSpec
}

/** Something that profiles ask for. */
export interface Rule {
  readonly name: string
  /** What is done or checked, for the documentation. */
  readonly what: string
  /** Where each profile asks for it. */
  readonly authority: Readonly<Partial<Record<ComplianceProfile, string>>>
  /** What in the claim contradicts it. */
  readonly broken?: (subject: Subject) => readonly Broken[]
  /** What can't be judged from here, and so is told. */
  readonly unknown?: (subject: Subject) => readonly string[]
}

/** A field that contradicts a rule, and what to write there. */
export interface Broken {
  readonly path: string
  readonly message: string
}
