import { complianceProfiles } from '../../apis/blocks/compliance.ts'
import { rules } from '../../functions/kinds/service/compliance/rules.ts'
import type { File } from '../files.ts'

/** What each compliance profile does and checks, and on what authority. */
export const complianceFile = (): File => ({ path: 'docs/reference/compliance.md', text: text() })

const text = (): string => `# Compliance profiles

Generated from functions/kinds/service/compliance/ by \`npm run generate\`. Do not edit.

\`spec.compliance.profiles\` of an [XService](xservice.md) names what has to be kept. What in the claim contradicts a profile is refused (\`NotCompliant\`), what can't be
judged from here is told in \`status.deviations\`. The pods are labelled \`platform.roadbed.dev/compliance-<profile>: "true"\`, so that policies of the cluster can
find them. A profile makes no program compliant: it keeps a claim from undoing what the platform does.

| what is kept | ${complianceProfiles.join(' | ')} |
| --- | ${complianceProfiles.map(() => '---').join(' | ')} |
${rules.map(({ what, authority }) => `| ${what} | ${complianceProfiles.map(profile => authority[profile] ?? '').join(' | ')} |`).join('\n')}

What every service has, whatever it asks for: pods that are not root, have no capabilities and a seccomp profile; no token of the cluster; connections only from whom
a port's visibility names; no password in a claim, a status or a log. What every database has: encryption at rest, TLS, backups, no public address unless the platform opens one.
`
