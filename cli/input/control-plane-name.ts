import { UsageError } from '../exit.ts'

/** The name of a control plane is a folder and part of a kubeconfig. @throws UsageError */
export const controlPlaneName = (name: string): string => {
  if (/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(name)) return name
  throw new UsageError(
    `--name ${name}: write up to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends`,
  )
}
