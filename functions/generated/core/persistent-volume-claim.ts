// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type PersistentVolumeClaim = {
  readonly apiVersion: 'v1'
  readonly kind: 'PersistentVolumeClaim'
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly accessModes?: readonly ('ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod')[]
    readonly dataSource?: {
      readonly apiGroup?: string
      readonly kind: string
      readonly name: string
    }
    readonly dataSourceRef?: {
      readonly apiGroup?: string
      readonly kind: string
      readonly name: string
      readonly namespace?: string
    }
    readonly resources?: {
      readonly limits?: { readonly [key: string]: string }
      readonly requests?: { readonly [key: string]: string }
    }
    readonly selector?: {
      readonly matchExpressions?: readonly ({
        readonly key: string
        readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
        readonly values?: readonly string[]
      })[]
      readonly matchLabels?: { readonly [key: string]: string }
    }
    readonly storageClassName?: string
    readonly volumeAttributesClassName?: string
    readonly volumeMode?: string
    readonly volumeName?: string
  }
}

export const PersistentVolumeClaim = kindOf<PersistentVolumeClaim>('v1', 'PersistentVolumeClaim')
