/** The disks that flexible servers have, in GiB (azurerm documentation, `storage_mb`). */
const sizes = [32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767] as const

/** The smallest disk that holds so much, in MiB; the largest where none does. */
export const storageMb = (gibibytes: number): number => (sizes.find(size => size >= gibibytes) ?? 32767) * 1024
