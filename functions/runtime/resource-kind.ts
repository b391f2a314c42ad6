/** The metadata that we set on composed objects of a kind that has no namespace. */
export type ClusterObjectMeta = {
  readonly name: string
  readonly labels: { readonly [key: string]: string }
  readonly annotations?: { readonly [key: string]: string }
}

/** The metadata that we set on composed objects. */
export type ObjectMeta = ClusterObjectMeta & { readonly namespace: string }

/** Names a kind at run time and carries its type at compile time. */
export interface Kind<T extends { readonly apiVersion: string; readonly kind: string }> {
  readonly apiVersion: T['apiVersion']
  readonly kind: T['kind']
  /** Never set: it only ties the type to the value. */
  readonly type?: T
}

export const kindOf = <T extends { readonly apiVersion: string; readonly kind: string }>(
  apiVersion: T['apiVersion'],
  kind: T['kind'],
): Kind<T> => ({ apiVersion, kind })
