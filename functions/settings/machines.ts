import type { Provider } from '../../apis/blocks/placement.ts'

/** RDS for PostgreSQL, by family (its manual, “DB instance classes”, 2026). Burstable families begin smaller and end earlier. */
const rdsBurstable = /^db\.(t2|t3|t4g)\.(micro|small|medium|large|xlarge|2xlarge)$/
const rdsFamilies =
  'm4 m5 m5d m6g m6gd m6i m6id m6idn m6in m7g m7i m8g m8gd r4 r5 r5b r5d r6g r6gd r6i r6id r6idn r6in r7g r7i r8g r8gd x2g x2idn x2iedn c6gd'
const rds = new RegExp(
  `^db\\.(${rdsFamilies.replaceAll(' ', '|')})\\.(large|xlarge|(2|4|6|8|10|12|16|24|32|48)xlarge)$`,
)

/** Flexible servers for PostgreSQL (Azure’s manual, “Compute options”, 2026). */
const azure =
  /^(B_Standard_B(1ms|2s|2ms|4ms|8ms|12ms|16ms|20ms)|GP_Standard_D(2|4|8|16|32|48|64|96)(s_v3|ds_v4|ds_v5|ads_v5|ds_v6|ads_v6)|MO_Standard_E(2|4|8|16|20|32|48|64|96)(s_v3|ds_v4|ds_v5|ads_v5|ds_v6|ads_v6))$/

/**
 * What is wrong with the name of a machine, if anything. The clouds' lists grow: what this version does not know may be there, so a
 * claim is never refused for it; the platform team is told.
 */
export const machineFault = (provider: Provider, machine: string): string | undefined => {
  switch (provider) {
    case 'AWS':
      return rdsBurstable.test(machine) || rds.test(machine) ? undefined : unknown(machine, 'an RDS instance class')
    case 'GCP':
      return cloudSqlFault(machine)
    case 'Azure':
      return azure.test(machine) ? undefined : unknown(machine, 'a SKU of PostgreSQL flexible servers')
    case 'Kubernetes':
      return undefined
  }
}

const unknown = (machine: string, what: string): string =>
  `"${machine}" is not ${what} that this version knows: if it is misspelt, the cloud refuses each database of this size`

/** Cloud SQL Enterprise's machines are shared ones, or to measure (its manual, “Machine types”). */
const cloudSqlFault = (machine: string): string | undefined => {
  if (machine === 'db-f1-micro' || machine === 'db-g1-small') return undefined
  const [, cpus, megabytes] = /^db-custom-(\d+)-(\d+)$/.exec(machine) ?? []
  if (cpus === undefined || megabytes === undefined) return unknown(machine, 'a tier of Cloud SQL Enterprise')
  const [cpu, memory] = [Number(cpus), Number(megabytes)]
  const fits =
    (cpu === 1 || (cpu % 2 === 0 && cpu >= 2 && cpu <= 96)) &&
    memory % 256 === 0 &&
    memory >= 3840 &&
    memory >= cpu * 0.9 * 1024 &&
    memory <= cpu * 6.5 * 1024
  return fits
    ? undefined
    : `"${machine}" is a tier that Cloud SQL does not make: one CPU or an even number, 0.9 to 6.5 GiB for each and 3840 MiB at least, in steps of 256`
}
