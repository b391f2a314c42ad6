/** A package file can't be used: says which, and why. */
export class PackageError extends Error {
  override readonly name = 'PackageError'
}

/** Of a file that is there. */
export const corrupt = (path: string, why: string): PackageError =>
  new PackageError(`${path} is no package: ${why}. Build it again with npm run build`)
