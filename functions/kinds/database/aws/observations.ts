import { numberAt, textAt } from '../../../runtime/read.ts'
import type { Observations } from '../providers.ts'
import type { AwsDatabase } from './database.ts'

export const observations = ({ observed, aws }: AwsDatabase): Observations => {
  const instance = observed.composed('instance')?.resource
  const at = (field: string) => textAt(instance, 'status', 'atProvider', field)
  const allocated = numberAt(instance, 'status', 'atProvider', 'allocatedStorage')
  const name = textAt(instance, 'spec', 'forProvider', 'identifier')
  return {
    engineVersion: at('engineVersionActual'),
    allocated: allocated === undefined ? undefined : `${allocated}Gi`,
    zones: [],
    console: name && `https://${aws.region}.console.aws.amazon.com/rds/home?region=${aws.region}#database:id=${name}`,
  }
}
