/** Stands for the certificate authority that a server makes for itself. It signs nothing. */
export const certificate = '-----BEGIN CERTIFICATE-----\nc2ltdWxhdGVk\n-----END CERTIFICATE-----\n'
