import { writeEntries } from '../files.ts'
import { rootFileSystem, type PackageArchive } from './archive.ts'

/** Unpacks the program inside a package into a folder, which is made anew. An absolute path or a `..` is refused. */
export const extractRootFileSystem = async (archive: PackageArchive, folder: string): Promise<void> =>
  writeEntries(folder, await rootFileSystem(archive))
